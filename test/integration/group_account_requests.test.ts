/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput } from '../../common/api/directory';
import { auditRecord } from './support/audit_record';
import { sessionLines } from './support/authlog_lines';
import { routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const CREDENTIAL = 'X509SHA256=alice';
const SEED: DirectoryEntryInput[] = [
  { kind: 'ssh_key', value: 'SHA256:alice', person: 'alice@example.com', shared: false },
  { kind: 'ssh_key', value: 'SHA256:bob', person: 'bob@example.com', shared: false },
  { kind: 'kube_credential', value: CREDENTIAL, person: 'alice@example.com', shared: false },
];
const DAY = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59Z' };

const as = (user: string, authlogPattern = 'authlog-requests-*') =>
  routesAs({
    indexPattern: 'kubeaudit-requests-*',
    authlogPattern,
    directorySeed: SEED,
    user,
    now: new Date('2026-01-28T00:00:00Z'),
  });

const admin = (
  auditId: string,
  time: string,
  address: string,
  more: Record<string, unknown> = {}
) =>
  auditRecord({
    auditId,
    at: `2026-01-27T${time}:00.000000Z`,
    user: 'kubernetes-admin',
    cluster: 'wc',
    sourceIps: ['203.0.113.99', address],
    more,
  });

beforeAll(async () => {
  const node = (name: string, address: string) =>
    auditRecord({
      at: '2026-01-27T09:00:00.000000Z',
      user: `system:node:${name}`,
      cluster: 'wc',
      sourceIps: [address],
    });
  await writeRecords('kubeaudit-requests-1', [
    node('node-1.example.com', '10.0.0.1'),
    node('node-2', '10.0.0.2'),
    node('node-3', '10.0.0.3'),
    admin('one', '10:05', '10.0.0.1'),
    admin('two', '11:05', '10.0.0.1'),
    admin('none', '13:00', '10.0.0.1'),
    admin('silent-host', '10:05', '10.0.0.3'),
    admin('elsewhere', '10:05', '198.51.100.77'),
    admin('credential', '13:00', '10.0.0.1', {
      user: {
        username: 'kubernetes-admin',
        groups: [],
        extra: { 'authentication.kubernetes.io/credential-id': [CREDENTIAL] },
      },
    }),
  ]);
  const at = (time: string) => `2026-01-27T${time}:00.000000+00:00`;
  await writeRecords('authlog-requests-1', [
    ...sessionLines('alice', '100', at('10:00'), at('12:00')),
    ...sessionLines('bob', '200', at('11:00'), at('11:30')),
    ...sessionLines('bob', '300', at('10:00'), at('12:00'), 'node-2'),
  ]);
});

async function conclusions(user: string, authlogPattern?: string) {
  const routes = as(user, authlogPattern);
  const { status, body } = await routes.groupAccounts({
    timeRange: DAY,
    filters: { origins: ['kubernetes'] },
  });
  await routes.close();
  expect(status).toBe(200);
  return {
    body,
    found: Object.fromEntries(
      body.uses.map(({ auditId, attribution: { status: how, person, candidates, reasons } }) => [
        auditId,
        [
          how,
          person ?? [...new Set(candidates.map((candidate) => candidate.person))].sort().join('|'),
          reasons.map(({ code }) => code),
        ],
      ])
    ),
  };
}

it('a request is tied to its host by the last address, and to whoever was there', async () => {
  const { found, body } = await conclusions('auditor');
  expect(found).toEqual({
    one: ['identified', 'alice@example.com', ['only_person_with_session_open', 'address_of_host']],
    two: [
      'ambiguous',
      'alice@example.com|bob@example.com',
      ['several_persons_with_session_open', 'address_of_host'],
    ],
    // Both had logged out, and no systemd-logind tells whether a command of theirs still ran: hints, no names.
    none: [
      'unidentified',
      'alice@example.com|bob@example.com',
      ['address_of_host', 'process_may_outlive_session', 'no_session_open'],
    ],
    'silent-host': ['unidentified', '', ['address_of_host', 'host_without_authlog']],
    elsewhere: ['unidentified', '', ['address_unknown']],
    credential: ['identified', 'alice@example.com', ['credential_in_directory']],
  });
  expect(body.accounts).toMatchObject([
    {
      account: 'kubernetes-admin',
      origin: 'kubernetes',
      uses: 6,
      identified: 2,
      ambiguous: 1,
      unidentified: 3,
    },
  ]);
});

it('without authlog nobody is named by it, and that is said', async () => {
  const { found, body } = await conclusions('developer');
  expect(found.one).toEqual(['unidentified', '', ['address_of_host', 'authlog_forbidden']]);
  // What the directory holds besides the configuration is hidden from a developer: it may say otherwise.
  expect(found.credential).toEqual([
    'unidentified',
    '',
    ['directory_not_readable', 'address_of_host', 'authlog_forbidden'],
  ]);
  expect(body.completeness.reasons).toContainEqual(
    expect.objectContaining({ code: 'sources_forbidden', source: 'authlog' })
  );
  const missing = await conclusions('auditor', 'authlog-nothing-*');
  expect(missing.found.one).toEqual(['unidentified', '', ['address_of_host', 'authlog_missing']]);
});

it('a timeline holds what is certain and what is possible of a person', async () => {
  const routes = as('auditor');
  const { body } = await routes.personTimeline({ person: 'ALICE@example.com', timeRange: DAY });
  const developer = as('developer');
  const partial = await developer.personTimeline({ person: 'alice@example.com', timeRange: DAY });
  const nobody = as('nobody');
  const refused = await nobody.personTimeline({ person: 'alice@example.com', timeRange: DAY });
  await Promise.all([routes.close(), developer.close(), nobody.close()]);
  const lane = (id: string) => body.lanes.find((each) => each.id === id);
  expect(lane('kubernetes_group_account')).toMatchObject({ certain: 2, possible: 2 });
  expect(lane('ssh')).toMatchObject({ certain: 1, possible: 0 });
  expect(partial.body.completeness.reasons).toContainEqual(
    expect.objectContaining({ code: 'sources_forbidden', source: 'authlog' })
  );
  expect([refused.status, refused.body]).toMatchObject([
    403,
    { attributes: { code: 'forbidden' } },
  ]);
});

it('pages of uses and of a timeline hold each entry once, in order', async () => {
  const routes = as('auditor');
  const uses: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await routes.groupAccounts({
      timeRange: DAY,
      limit: 2,
      ...(cursor ? { cursor } : {}),
    });
    uses.push(
      ...body.uses.map(({ time, auditId, sessionId }) => `${time} ${auditId ?? sessionId}`)
    );
    cursor = body.nextCursor;
  } while (cursor);
  const entries: string[] = [];
  do {
    const { body } = await routes.personTimeline({
      person: 'kubernetes-admin',
      timeRange: DAY,
      limit: 2,
      ...(cursor ? { cursor } : {}),
    });
    entries.push(...body.entries.map(({ id }) => id));
    cursor = body.nextCursor;
  } while (cursor);
  await routes.close();
  expect(uses).toHaveLength(9);
  expect(new Set(uses).size).toBe(9);
  // A group account is no person: it has no timeline of its own.
  expect(entries).toEqual([]);
});
