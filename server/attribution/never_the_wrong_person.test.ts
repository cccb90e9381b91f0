/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import {
  attributionsOf,
  directoryOf,
  historyOf,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';

/**
 * Plays administrators on a host, writes what sshd, sudo and systemd-logind would write, loses the beginning
 * of the log, and checks every name that is concluded against who it really was.
 */
const PERSONS = ['alice', 'bob', 'carol'] as const;

const DIRECTORY = directoryOf(
  Object.fromEntries(PERSONS.map((person) => [`SHA256:${person}`, person]))
);

interface Played {
  person: number;
  start: number;
  length: number;
  interactive: boolean;
  verbose: boolean;
  /** Offsets of commands from the start; those beyond the length outlive the session. */
  commands: number[];
  becomesRoot: boolean;
}

const played: fc.Arbitrary<Played> = fc.record({
  person: fc.integer({ min: 0, max: PERSONS.length - 1 }),
  start: fc.integer({ min: 0, max: 300 }),
  length: fc.integer({ min: 1, max: 120 }),
  interactive: fc.boolean(),
  verbose: fc.boolean(),
  commands: fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 4 }),
  becomesRoot: fc.boolean(),
});

interface Event {
  second: number;
  order: number;
  line: Omit<ShortLine, 'at'>;
  /** Who really did it, for a command. */
  truth?: string;
}

function play(sessions: readonly Played[], logind: boolean): Event[] {
  const events: Event[] = [];
  let order = 0;
  const ttys = new Map<number, number>();
  const inOrder = [...sessions].sort((a, b) => a.start - b.start);
  inOrder.forEach((session, i) => {
    const { start, length, interactive, verbose, becomesRoot } = session;
    const person = PERSONS[session.person];
    const end = start + length;
    const pid = String(1000 + i);
    const port = 40_000 + i;
    const put = (
      second: number,
      ident: string,
      message: string,
      ofPid?: string,
      truth?: string
    ) => {
      order += 1;
      events.push({
        second,
        order,
        line: { ident, message, ...(ofPid === undefined ? {} : { pid: ofPid }) },
        ...(truth === undefined ? {} : { truth }),
      });
    };
    let tty: string | undefined;
    if (interactive) {
      let number = 0;
      while ((ttys.get(number) ?? -1) >= start) number += 1;
      ttys.set(number, end);
      tty = `pts/${number}`;
    }
    put(
      start,
      'sshd',
      `Accepted publickey for ubuntu from 192.0.2.1 port ${port} ssh2: ED25519 SHA256:${person}`,
      pid
    );
    put(
      start,
      'sshd',
      'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by (uid=0)',
      pid
    );
    if (logind) put(start, 'systemd-logind', `New session ${i + 1} of user ubuntu.`, '33');
    if (verbose) {
      const what = tty === undefined ? 'command' : `shell on ${tty}`;
      put(
        start,
        'sshd',
        `Starting session: ${what} for ubuntu from 192.0.2.1 port ${port} id 0`,
        `${pid}9`
      );
    }
    // Without systemd-logind nothing would tell of what outlives a session with a terminal of its own.
    const commands = session.commands.map((offset) => Math.max(1, offset)).sort((a, b) => a - b);
    let lastProcess = end;
    for (const offset of commands) {
      const second = start + offset;
      const outlives = second > end;
      const withTerminal = !outlives && tty !== undefined;
      lastProcess = Math.max(lastProcess, second);
      const place = withTerminal ? `TTY=${tty} ; ` : '';
      put(
        second,
        'sudo',
        `ubuntu : ${place}PWD=/ ; USER=root ; COMMAND=/usr/bin/id`,
        undefined,
        person
      );
      put(
        second,
        'sudo',
        'pam_unix(sudo:session): session opened for user root(uid=0) by ubuntu(uid=1000)'
      );
      if (becomesRoot && withTerminal) {
        put(
          second,
          'sudo',
          'root : TTY=pts/99 ; PWD=/ ; USER=postgres ; COMMAND=/usr/bin/psql',
          undefined,
          person
        );
      }
      put(second, 'sudo', 'pam_unix(sudo:session): session closed for user root');
    }
    put(end, 'sshd', `Disconnected from user ubuntu 192.0.2.1 port ${port}`, `${pid}9`);
    put(end, 'sshd', 'pam_unix(sshd:session): session closed for user ubuntu', pid);
    if (logind) {
      put(
        end,
        'systemd-logind',
        `Session ${i + 1} logged out. Waiting for processes to exit.`,
        '33'
      );
      put(lastProcess + 1, 'systemd-logind', `Removed session ${i + 1}.`, '33');
    }
  });
  return events.sort((a, b) => a.second - b.second || a.order - b.order);
}

const START = Date.parse('2026-01-27T10:00:00Z');

it('no name that is concluded is another person’s, whatever of the beginning is lost', () => {
  let named = 0;
  fc.assert(
    fc.property(
      fc.array(played, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 350 }),
      (sessions, logind, lostUntil) => {
        // Without systemd-logind nothing tells of a session of which every line is lost: that is why logins
        // are looked for long before a period.
        const from = logind ? lostUntil : 0;
        const events = play(sessions, logind).filter(({ second }) => second >= from);
        const lines = events.map(({ second, line }): ShortLine => ({
          ...line,
          at: new Date(START + second * 1000).toISOString().replace('Z', '000Z'),
        }));
        if (lines.length === 0) return;
        const truths = events.flatMap(({ truth }) => (truth === undefined ? [] : [truth]));
        const found = attributionsOf(historyOf(lines), DIRECTORY).filter(
          ({ command }) => command.command !== undefined
        );
        expect(found).toHaveLength(truths.length);
        found.forEach(({ attribution }, i) => {
          if (attribution?.status !== 'identified') return;
          named += 1;
          expect([attribution.person, lines]).toEqual([truths[i], lines]);
        });
      }
    ),
    { numRuns: 2000 }
  );
  // The check is worth something only where names are concluded at all.
  expect(named).toBeGreaterThan(1000);
});
