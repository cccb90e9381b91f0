/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  begins,
  last,
  line,
  login,
  logout,
  removed,
  sudo,
  verbose,
} from '../../attribution/command_table.test_support';
import { historyOf, type ShortLine } from './recorded_history.test_support';

const BOB = [...login('09:00', 'bob', '2'), begins('09:00', '5')];
const ALICE = [...login('10:04', 'alice', '1'), begins('10:04', '6')];
const after = (...lines: ShortLine[]) => last([...BOB, ...ALICE, ...lines, sudo('10:10')]);

describe('the count of systemd-logind', () => {
  it('begins anew at a restart of the host, which ends what was open', () => {
    expect(
      last([
        ...BOB,
        begins('10:00', '1', 'carol'),
        removed('10:01', '1'),
        begins('10:03:30', '1', 'carol'),
        ...ALICE,
        sudo('10:10'),
      ])
    ).toBe('alice');
  });

  it('leaves processes of sessions that it had not removed until then', () => {
    const lines = [
      begins('08:00', '1', 'carol'),
      removed('08:01', '1'),
      ...ALICE,
      ...logout('10:05', '1'),
      ...login('10:06', 'bob', '3'),
      begins('10:06', '7'),
      sudo('10:10'),
    ];
    expect(last(lines)).toBe('ambiguous alice|bob');
    expect(last([...lines, begins('10:20', '1', 'carol')])).toBe('ambiguous alice|bob');
  });

  it('does not where an end stands before its beginning', () => {
    expect(after(removed('10:05', '7'), begins('10:05:01', '7', 'carol'))).toBe(
      'ambiguous alice|bob'
    );
    expect(after(removed('10:05', '7'), begins('10:08', '7', 'carol'))).toBe('ambiguous alice|bob');
  });
});

describe('an end of a session that stands before its beginning', () => {
  const others = (...lines: ShortLine[]) =>
    historyOf(lines).others.map(({ kind, what }) => `${kind}: ${what}`);

  it('is that of a session from before the log, unless that begins at once', () => {
    const before = 'before_log: a session that began before what was read';
    expect(others(removed('10:05', '7'))).toEqual([before]);
    expect(others(removed('10:05', '7'), removed('10:06', '7'))).toEqual([before]);
    expect(
      others(removed('10:05', '7'), ...login('10:05:01', 'alice', '1'), begins('10:05:01', '7'))
    ).toEqual([]);
    expect(
      others(removed('10:05', '7'), ...login('10:05:09', 'alice', '1'), begins('10:05:09', '7'))
    ).toEqual([before]);
  });

  it('is that of its processes, and of its login only where sshd says so', () => {
    const lines = [
      removed('10:05', '7'),
      ...login('10:05:01', 'alice', '1'),
      begins('10:05:01', '7'),
    ];
    const [session] = historyOf(lines).sessions;
    expect([session.state, session.latestMs, session.lingersToMs]).toEqual([
      'open',
      Infinity,
      Date.parse('2026-01-27T10:05:01Z'),
    ]);
    const [ended] = historyOf([...lines, ...logout('10:06', '1')]).sessions;
    expect(ended.state).toBe('closed');
  });
});

it('a terminal of a connection that the stop of the host ended may be another’s after it', () => {
  const lines = [
    begins('08:00', '3'),
    ...verbose('08:00', 'bob', '2', 'pts/1'),
    line('08:59', 'sshd', 'Server listening on 0.0.0.0 port 22.', '700'),
    ...verbose('09:00', 'alice', '1', 'pts/0'),
  ];
  expect(last([...lines, sudo('09:02', 'pts/1')])).toMatch(/^ambiguous .*alice\|bob$/);
});
