/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { historyOf, type ShortLine } from '../ssh_access/history/recorded_history.test_support';
import {
  at,
  begins,
  closesChannel,
  line,
  login,
  logout,
  removed,
  terminal,
  verbose,
} from './command_table.test_support';
import { TerminalTies, toTerminal } from './terminal_tie';

it.each([
  ['pts/0', 'pts/0'],
  ['/dev/pts/0', 'pts/0'],
  ['tty1', 'tty1'],
  ['unknown', undefined],
  ['/dev/unknown', undefined],
  ['none', undefined],
  ['?', undefined],
  ['not a tty', undefined],
  ['', undefined],
  ['/dev/', undefined],
  [undefined, undefined],
])('the terminal in %j is %j', (tty, name) => {
  expect(toTerminal(tty)).toBe(name);
});

/** Whose connection holds `pts/0` at 10:30, by the key of its login; `(alice)` where that is not certain. */
function holder(lines: readonly ShortLine[], from = '10:30', to = from, tty = 'pts/0') {
  const history = historyOf(lines);
  const [fromMs, toMs] = [Date.parse(at(from)), Date.parse(at(to))];
  const open = history.sessions.filter(
    (each) => each.earliestMs <= toMs && each.latestMs >= fromMs
  );
  const lingering = history.sessions.filter(
    (each) => each.latestMs < fromMs && each.lingersToMs >= fromMs
  );
  const tie = new TerminalTies(history).holder(tty, fromMs, toMs, { open, lingering });
  const who = tie && (tie.session.key?.fingerprint.slice(7) ?? '?');
  return tie?.certain === false ? `(${who})` : who;
}

const ALICE = verbose('10:00', 'alice', '1', 'pts/0');

describe('the connection that holds a terminal', () => {
  it.each<[string, ShortLine[], string | undefined]>([
    ['is the one to which it was given', ALICE, 'alice'],
    ['is none that was given another', verbose('10:00', 'alice', '1', 'pts/1'), undefined],
    ['is none whose end was logged', [...ALICE, ...logout('10:20', '1')], undefined],
    ['is one that ended later', [...ALICE, ...logout('10:40', '1')], 'alice'],
    ['is none whose channel was closed', [...ALICE, closesChannel('10:20', '1')], undefined],
    ['is one whose channel was closed later', [...ALICE, closesChannel('10:40', '1')], 'alice'],
    [
      'is the last one to get it',
      [...ALICE, ...logout('10:10', '1'), ...verbose('10:20', 'bob', '2', 'pts/0')],
      'bob',
    ],
    ['is none that gets it later', verbose('10:31', 'alice', '1', 'pts/0'), undefined],
    [
      'is not certain once somebody came whose terminals are not known',
      [...ALICE, ...login('10:10', 'bob', '2')],
      undefined,
    ],
    [
      'is certain where that one had come before',
      [...login('09:50', 'bob', '2'), ...ALICE],
      'alice',
    ],
    [
      'is certain where that one has left',
      [...ALICE, ...login('10:10', 'bob', '2'), ...logout('10:20', '2')],
      'alice',
    ],
    [
      'is not certain where somebody came before the log',
      [...ALICE, ...logout('10:40', '9')],
      undefined,
    ],
    [
      'is not certain where somebody came before the log of whom only a closed channel tells',
      [closesChannel('09:50', '2'), ...ALICE],
      undefined,
    ],
    [
      'is certain beside others whose terminals are known',
      [...ALICE, ...verbose('10:10', 'bob', '2', 'pts/1')],
      'alice',
    ],
    ['may be one of whom only that line tells', [terminal('10:00', 'pts/0', '1')], '?'],
  ])('%s', (_what, lines, expected) => {
    const sorted = [...lines].sort((a, b) => a.at.localeCompare(b.at));
    expect(holder(sorted)).toBe(expected);
  });

  describe('of which no end is logged, where the host may have started anew', () => {
    const BOB = verbose('10:00', 'bob', '2', 'pts/1');
    const since = (...lines: ShortLine[]) => holder([...BOB, ...lines], '10:30', '10:30', 'pts/1');
    it('is not certain once somebody got a terminal of a lower number', () => {
      expect(since()).toBe('bob');
      expect(since(...verbose('10:10', 'alice', '1', 'pts/0'))).toBe('(bob)');
      expect(since(...verbose('10:10', 'alice', '1', 'pts/2'))).toBe('bob');
    });
    it('is certain where its end is logged after all', () => {
      const lines = [...verbose('10:10', 'alice', '1', 'pts/0'), ...logout('10:40', '2')];
      expect(since(...lines)).toBe('bob');
    });
    it('is not certain beside somebody without a terminal', () => {
      const command = line(
        '10:11',
        'sshd',
        'Starting session: command for ubuntu from 192.0.2.1 port 1 id 0',
        '19'
      );
      expect(since(...login('10:10', 'alice', '1'), command)).toBe('(bob)');
    });
    it('is not certain where somebody who has left may have had it', () => {
      const left = [...login('10:05', 'alice', '1'), ...logout('10:20', '1')];
      const there = verbose('10:10', 'alice', '3', 'pts/2');
      expect(since(...left, ...there)).toBe('(bob)');
      expect(since(...left)).toBe('bob');
    });
    it('is certain again when they have left, unless a process of theirs lingers', () => {
      const alice = verbose('10:10', 'alice', '1', 'pts/0');
      const left = [alice[0], alice[1], begins('10:10', '7'), alice[2], ...logout('10:20', '1')];
      expect(since(...left)).toBe('(bob)');
      expect(since(...left, removed('10:20', '7'))).toBe('bob');
    });
  });

  it('holds it for the whole of a time that is not exact', () => {
    expect(holder(ALICE, '10:00', '10:30')).toBe('alice');
    expect(holder(ALICE, '09:59', '10:30')).toBeUndefined();
    expect(holder([...ALICE, ...logout('10:20', '1')], '10:10', '10:30')).toBeUndefined();
  });

  it('is found however the terminal is written', () => {
    expect(holder(ALICE, '10:30', '10:30', 'pts/1')).toBeUndefined();
    const dev = ALICE.map((each) => ({
      ...each,
      message: each.message.replace('on pts/0', 'on /dev/pts/0'),
    }));
    expect(holder(dev)).toBe('alice');
  });

  it('is among sessions that may have it', () => {
    const history = historyOf([...ALICE, ...verbose('10:10', 'bob', '2', 'pts/1')]);
    const ties = new TerminalTies(history);
    const [alice, bob] = history.sessions;
    expect(ties.gives('pts/0', [alice])).toBe(true);
    expect(ties.gives('pts/0', [bob])).toBe(false);
    expect(ties.gives('pts/9', [alice, bob])).toBe(false);
  });
});
