/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupAccountUse } from '../../common/api/group_accounts';
import { toAccounts, toTrend, toUnknownCredentials } from './group_figures';
import type { Use } from './to_uses';

const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-28T00:00:00Z'),
};

/** A use at this time of the day. */
function use(time: string, part: Partial<GroupAccountUse> = {}): Use {
  const at = `2026-01-27T${time}:00.000Z`;
  return {
    place: { ms: Date.parse(at), id: time },
    use: {
      time: at,
      timePrecision: 'exact',
      cluster: 'wc',
      account: 'kubernetes-admin',
      origin: 'kubernetes',
      outcome: 'allowed',
      detail: 'get pods',
      attribution: { status: 'unidentified', candidates: [], reasons: [] },
      marks: [],
      lines: [],
      ...part,
    },
  };
}
const by = (person: string): Pick<GroupAccountUse, 'attribution'> => ({
  attribution: { status: 'identified', person, candidates: [{ person }], reasons: [] },
});
const unknown = (credentialId: string, part: Partial<GroupAccountUse> = {}) => ({
  credentialId,
  attribution: {
    status: 'unidentified' as const,
    candidates: [],
    reasons: [{ code: 'credential_unknown' as const, message: 'Nobody has it.' }],
  },
  ...part,
});

describe('figures of a group account', () => {
  it('count uses by attribution, by person, by mark and by what was missing', () => {
    const uses = [
      use('10:00', { ...by('alice'), marks: ['break_glass'] }),
      use('09:00', { ...by('alice'), outcome: 'denied' }),
      use('11:00', by('bob')),
      use('12:00', unknown('x')),
      use('12:00', { origin: 'ssh', account: 'ubuntu' }),
    ];
    expect(toAccounts(uses)).toEqual([
      {
        account: 'kubernetes-admin',
        origin: 'kubernetes',
        uses: 4,
        identified: 3,
        ambiguous: 0,
        unidentified: 1,
        denied: 1,
        byPerson: [
          {
            person: 'alice',
            uses: 2,
            firstUse: '2026-01-27T09:00:00.000Z',
            lastUse: '2026-01-27T10:00:00.000Z',
          },
          {
            person: 'bob',
            uses: 1,
            firstUse: '2026-01-27T11:00:00.000Z',
            lastUse: '2026-01-27T11:00:00.000Z',
          },
        ],
        marks: [{ mark: 'break_glass', uses: 1 }],
        whyNot: [{ code: 'credential_unknown', uses: 1 }],
      },
      {
        account: 'ubuntu',
        origin: 'ssh',
        uses: 1,
        identified: 0,
        ambiguous: 0,
        unidentified: 1,
        denied: 0,
        byPerson: [],
        marks: [],
        whyNot: [],
      },
    ]);
  });

  it('list 200 persons and say how many there are beside', () => {
    const uses = Array.from({ length: 207 }, (_, i) => use('10:00', by(`person-${i}`)));
    const [{ byPerson, personsLeftOut, identified }] = toAccounts(uses);
    expect([byPerson.length, personsLeftOut, identified]).toEqual([200, 7, 207]);
  });
});

it('uses over time are all in some bar, also what began before the period', () => {
  const before: Use = { ...use('00:00', by('alice')), place: { ms: 0, id: 'before' } };
  const { bars } = toTrend([before, use('23:59')], DAY);
  expect(bars[0].identified).toBe(1);
  expect(
    bars.filter(({ unidentified }) => unidentified > 0).map(({ unidentified }) => unidentified)
  ).toEqual([1]);
});

describe('credentials that nobody is known to hold', () => {
  it('are listed once, most used first, with where they were used', () => {
    const uses = [
      use('10:00', unknown('rare')),
      use('11:00', unknown('often', { sourceIp: '192.0.2.2', cluster: 'sc' })),
      use('09:00', unknown('often', { sourceIp: '192.0.2.1' })),
      use('12:00', by('alice')),
    ];
    expect(toUnknownCredentials(uses, undefined, DAY)).toEqual([
      {
        kind: 'kube_credential',
        value: 'often',
        uses: 2,
        firstUse: '2026-01-27T09:00:00.000Z',
        lastUse: '2026-01-27T11:00:00.000Z',
        accounts: ['kubernetes-admin'],
        clusters: ['sc', 'wc'],
        hosts: [],
        sourceIps: ['192.0.2.2', '192.0.2.1'],
      },
      {
        kind: 'kube_credential',
        value: 'rare',
        uses: 1,
        firstUse: '2026-01-27T10:00:00.000Z',
        lastUse: '2026-01-27T10:00:00.000Z',
        accounts: ['kubernetes-admin'],
        clusters: ['wc'],
        hosts: [],
        sourceIps: [],
      },
    ]);
  });

  it('are all of them, and how many places are not listed is said', () => {
    const many = Array.from({ length: 600 }, (_, i) => use('10:00', unknown(`credential-${i}`)));
    expect(toUnknownCredentials(many, undefined, DAY)).toHaveLength(600);
    const everywhere = Array.from({ length: 23 }, (_, i) =>
      use('10:00', unknown('one', { sourceIp: `192.0.2.${i}`, host: `node-${i % 21}` }))
    );
    const [{ sourceIps, hosts, placesLeftOut }] = toUnknownCredentials(everywhere, undefined, DAY);
    expect([sourceIps.length, hosts.length, placesLeftOut]).toEqual([20, 20, 4]);
  });
});
