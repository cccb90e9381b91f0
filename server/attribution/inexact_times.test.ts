/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  historyOf,
  OPTIONS,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import type { HostHistory } from '../ssh_access/history/host_history';
import { attributeSession } from './attribute_session';
import { at, login, logout, sudo, sudoOpens, verbose } from './command_table.test_support';
import type { DirectoryView } from './directory_view';
import { actorsNotRead } from './log_limits';
import { PresenceSweep } from './presence_sweep';
import { TerminalTies } from './terminal_tie';

const ms = (time: string) => Date.parse(at(time));

describe('where a time is known to the hour or the day only', () => {
  it('what may have come before counts, though it stands behind', () => {
    const history = historyOf([
      ...login('09:00', 'alice', '1'),
      sudo('10:00', 'pts/0', 'root'),
      sudo('10:30'),
      sudoOpens('10:30'),
    ]);
    const [self] = history.commands;
    const askedAt = () => {
      const sweep = new PresenceSweep(history, {
        ofSession: () => [],
        ofCommand: () => [{ person: 'sudo' }],
      });
      return sweep.at({
        fromMs: self.timeMs,
        toMs: ms('10:59'),
        account: 'root',
        hasTerminal: true,
        jobsCount: true,
        self,
      }).candidates;
    };
    expect(askedAt()).toEqual([]);
    self.timeToMs = ms('10:59');
    self.precision = 'hour_unknown';
    expect(askedAt()).toEqual([{ person: 'sudo' }]);
  });

  const holderAt = (history: HostHistory, time: string) =>
    new TerminalTies(history).holder('pts/0', ms(time), ms(time), {
      open: history.sessions.filter(({ latestMs }) => latestMs >= ms(time)),
      lingering: [],
    })?.session.key?.fingerprint;

  it('a terminal is nobody’s for certain while the one before may still have had it', () => {
    const lines: ShortLine[] = [
      ...verbose('10:00', 'alice', '1', 'pts/0'),
      ...logout('10:10', '1'),
      ...verbose('10:20', 'bob', '2', 'pts/0'),
    ];
    const history = historyOf(lines);
    expect(holderAt(history, '10:30')).toBe('SHA256:bob');
    const [ofAlice] = history.sessions[0].terminals;
    const [ofBob] = history.sessions[1].terminals;
    // Both were given some time between 10:00 and 10:25; alice's channel was closed at 10:40.
    Object.assign(ofBob, { fromMs: ms('10:00'), fromToMs: ms('10:25') });
    ofAlice.toMs = ms('10:40');
    expect(holderAt(history, '10:30')).toBeUndefined();
  });

  it('a terminal of a session whose hour is not known is nobody’s for certain', () => {
    const history = historyOf(verbose('10:00', 'alice', '1', 'pts/0'));
    history.sessions[0].precision = 'hour_unknown';
    expect(holderAt(history, '10:30')).toBeUndefined();
  });

  it.each<[string, string, string | undefined]>([
    ['10:00', 'ambiguous', undefined],
    ['10:29:59', 'ambiguous', undefined],
    ['10:30', 'identified', 'bob'],
  ])(
    'a login from %s to 10:30 is %s where the key was given on at 10:30',
    (from, status, person) => {
      const directory: DirectoryView = {
        lookup: (kind, _value, atMs) =>
          kind === 'ssh_key'
            ? { result: 'person', person: atMs < ms('10:30') ? 'alice' : 'bob' }
            : { result: 'unknown' },
      };
      const [session] = historyOf(login(from, 'key', '1')).sessions;
      session.startToMs = ms('10:30');
      const { attribution } = attributeSession(session, directory, OPTIONS);
      expect([attribution.status, attribution.person]).toEqual([status, person]);
    }
  );

  it.each([
    [100, 200, 1],
    [150, 160, 1],
    [50, 100, 1],
    [200, 250, 1],
    [50, 250, 1],
    [50, 99, 0],
    [201, 250, 0],
  ])('a damaged login from %d to %d may be there from 100 to 200: %d', (fromMs, toMs, count) => {
    const limits = {
      linesMissing: false,
      damagedLogins: [{ cluster: 'wc', fromMs, toMs, persons: ['bob'] }],
    };
    expect(actorsNotRead('wc', 100, 200, limits).candidates).toHaveLength(count);
    expect(actorsNotRead('sc', 100, 200, limits).candidates).toEqual([]);
  });
});
