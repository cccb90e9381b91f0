/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Attribution } from '../../common/attribution/attribution';
import {
  directoryOf,
  historyOf,
  loginsOf,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import { authlogEntries, certaintyFor } from './timeline_entries';

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
const accepted = (time: string, pid: string) =>
  line(
    time,
    pid,
    `Accepted publickey for ubuntu from 192.0.2.1 port 5${pid} ssh2: ED25519 SHA256:alice`
  );
const closed = (time: string, pid: string, account = 'ubuntu') =>
  line(time, pid, `pam_unix(sshd:session): session closed for user ${account}`);
const starting = (time: string, pid: string, account: string) =>
  line(time, pid, `Starting session: shell for ${account} from 192.0.2.9 port 5${pid} id 0`);

function entriesOf(person: string, ...lines: ShortLine[]) {
  const history = historyOf(lines);
  const logins = loginsOf(history, directoryOf({ 'SHA256:alice': 'Alice', carol: 'carol' }));
  const picture = {
    histories: new Map([['node-1', history]]),
    logins,
    commands: new Map(),
  };
  return authlogEntries(picture, person, AFTERNOON, true);
}
const shown = (person: string, ...lines: ShortLine[]) =>
  entriesOf(person, ...lines).map(({ entry }) => [
    entry.time.slice(11, 16),
    entry.endTime?.slice(11, 16),
    entry.text,
    entry.loginNotLogged,
  ]);

describe('SSH sessions of a person', () => {
  it('are entries from login to end, whatever the case of the name', () => {
    expect(shown('alice', accepted('13:00', '11'), closed('14:00', '11'))).toEqual([
      ['13:00', '14:00', 'SSH session as ubuntu on node-1 (SHA256:alice)', undefined],
    ]);
  });

  it('are entries while they are open, though they were opened before the period', () => {
    const text = 'SSH session as ubuntu on node-1 (SHA256:alice, opened before the period)';
    expect(shown('alice', accepted('08:00', '11'), closed('13:00', '11'))).toEqual([
      ['08:00', '13:00', text, undefined],
    ]);
    expect(shown('alice', accepted('08:00', '11'))).toEqual([
      ['08:00', undefined, text, undefined],
    ]);
    expect(shown('alice', accepted('08:00', '11'), closed('11:00', '11'))).toEqual([]);
  });

  it('are entries where only a VERBOSE line or their end tells of them', () => {
    const text = 'SSH session as carol on node-1 (the login is not in the log)';
    expect(shown('carol', starting('13:00', '11', 'carol'))).toEqual([
      ['13:00', undefined, text, true],
    ]);
    expect(shown('carol', closed('14:00', '11', 'carol'))).toEqual([
      ['14:00', '14:00', text, true],
    ]);
  });

  it('of a shared account without a login line are nobody’s', () => {
    expect(shown('alice', starting('13:00', '11', 'ubuntu'))).toEqual([]);
  });

  it('stand at their login, or at the first line that tells of them', () => {
    const [{ place }] = entriesOf('alice', accepted('08:00', '11'));
    expect(place.ms).toBe(Date.parse('2026-01-27T08:00:00Z'));
    const [{ place: seen }] = entriesOf('carol', starting('13:00', '11', 'carol'));
    expect(seen.ms).toBe(Date.parse('2026-01-27T13:00:00Z'));
  });
});

describe('how surely it was a person', () => {
  const of = (part: Partial<Attribution>): Attribution => ({
    status: 'ambiguous',
    candidates: [],
    reasons: [],
    ...part,
  });

  it('is certain where nobody else was possible', () => {
    const alice = of({ status: 'identified', person: 'alice', candidates: [{ person: 'alice' }] });
    expect(certaintyFor(alice, 'ALICE')).toEqual({ certainty: 'certain', others: [], reasons: [] });
    expect(certaintyFor(alice, 'bob')).toBeUndefined();
  });

  it('is possible among several, who are named once each', () => {
    const several = of({
      candidates: [
        { person: 'alice' },
        { person: 'bob', sessionId: '1' },
        { person: 'bob', sessionId: '2' },
        { fingerprint: 'SHA256:x' },
        { sessionId: '3' },
      ],
    });
    expect(certaintyFor(several, 'alice')).toEqual({
      certainty: 'possible',
      others: ['bob', 'SHA256:x', 'somebody not identified'],
      reasons: [],
    });
    expect(certaintyFor(several, 'carol')).toBeUndefined();
  });

  it('is possible where the log only points to the person', () => {
    const hint = of({ status: 'unidentified', candidates: [{ person: 'alice' }] });
    expect(certaintyFor(hint, 'alice')?.certainty).toBe('possible');
  });
});
