/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  directoryOf,
  historyOf,
  loginsOf,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import { toTrend } from './group_figures';
import { toSshUses } from './to_uses';

const AFTERNOON = {
  fromMs: Date.parse('2026-01-27T12:00:00Z'),
  toMs: Date.parse('2026-01-27T18:00:00Z'),
};

const line = (time: string, pid: string, message: string): ShortLine => ({
  at: `2026-01-27T${time}:00.000000Z`,
  ident: 'sshd',
  pid,
  message,
});
const accepted = (time: string, pid: string, who: string) =>
  line(
    time,
    pid,
    `Accepted publickey for ubuntu from 192.0.2.1 port 5${pid} ssh2: ED25519 SHA256:${who}`
  );
const closed = (time: string, pid: string) =>
  line(time, pid, 'pam_unix(sshd:session): session closed for user ubuntu');
const starting = (time: string, pid: string) =>
  line(time, pid, `Starting session: shell on pts/1 for ubuntu from 192.0.2.9 port 5${pid} id 0`);

function usesOf(...lines: ShortLine[]) {
  const history = historyOf(lines);
  const logins = loginsOf(history, directoryOf({ 'SHA256:alice': 'alice' }));
  const histories = new Map([['node-1', history]]);
  return toSshUses({ histories, logins, commands: new Map() }, AFTERNOON, ['ubuntu'], true);
}
const shown = (...lines: ShortLine[]) =>
  usesOf(...lines).map(({ use }) => [use.time.slice(11, 16), use.detail, use.attribution.status]);

describe('sessions of a group account', () => {
  it('are uses of the period in which they were opened', () => {
    expect(shown(accepted('13:00', '11', 'alice'), closed('14:00', '11'))).toEqual([
      ['13:00', 'publickey, ED25519 SHA256:alice', 'identified'],
    ]);
  });

  it('name some of their lines, and say how many others there are', () => {
    const many = Array.from({ length: 8 }, (_, i) => starting(`13:0${i}`, '11'));
    const [{ use }] = usesOf(...many);
    expect([use.lines.length, use.linesLeftOut]).toEqual([5, 3]);
    const [{ use: short }] = usesOf(starting('13:00', '11'));
    expect([short.lines.length, short.linesLeftOut]).toEqual([1, undefined]);
  });

  it('are uses too where only a VERBOSE line tells of them, and nobody is named for them', () => {
    expect(shown(starting('13:00', '11'))).toEqual([
      ['13:00', 'The login is not in the log.', 'unidentified'],
    ]);
  });

  it('are uses where only their end is in the log', () => {
    expect(shown(closed('14:00', '11'))).toEqual([
      ['14:00', 'The login is not in the log.', 'unidentified'],
    ]);
  });

  it('are uses while they are open, though they were opened before the period', () => {
    const before = 'publickey, ED25519 SHA256:alice; opened before the period';
    expect(shown(accepted('08:00', '11', 'alice'), closed('13:00', '11'))).toEqual([
      ['08:00', before, 'identified'],
    ]);
    expect(shown(accepted('08:00', '11', 'alice'), closed('20:00', '11'))).toEqual([
      ['08:00', before, 'identified'],
    ]);
    expect(shown(accepted('08:00', '11', 'alice'))).toEqual([['08:00', before, 'identified']]);
  });

  it('are no uses of a period before or after which they were open', () => {
    expect(shown(accepted('08:00', '11', 'alice'), closed('11:00', '11'))).toEqual([]);
    expect(shown(accepted('19:00', '11', 'alice'))).toEqual([]);
  });

  it('that were opened before the period are in the first bar of it', () => {
    const uses = usesOf(
      accepted('08:00', '11', 'alice'),
      accepted('17:59', '12', 'alice'),
      starting('11:00', '13')
    );
    const { bars } = toTrend(uses, AFTERNOON);
    expect(bars[0]).toEqual({
      time: '2026-01-27T12:00:00.000Z',
      identified: 1,
      ambiguous: 0,
      unidentified: 1,
    });
    expect(bars.reduce((all, bar) => all + bar.identified + bar.unidentified, 0)).toBe(3);
  });
});
