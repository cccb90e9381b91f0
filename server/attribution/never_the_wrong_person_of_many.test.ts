/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { parseMessage } from '../authlog/parse_message';
import { TimeOrder } from '../authlog/read/time_order';
import { toAuthlogLine } from '../authlog/to_authlog_line';
import { AuthlogHistories } from '../ssh_access/history/authlog_histories';
import type { HostHistory } from '../ssh_access/history/host_history';
import {
  attributionsOf,
  directoryOf,
  NOTHING_MISSING,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';

/**
 * A busy host: shared and own accounts, root shells that stay open and in which others are become, su, persons whom
 * the directory does not know, lines delivered twice, clocks of whole seconds, and a part of the log that is lost.
 * Every name that is concluded is checked against who it really was.
 */
const DIRECTORY = directoryOf({
  'SHA256:alice': 'alice',
  'SHA256:bob': 'bob',
  'SHA256:carol': 'carol',
  carol: 'carol',
});

/** Who comes, with which key, to which account. The key of `mallory` is not filed. */
const VISITORS = [
  { person: 'alice', account: 'ubuntu' },
  { person: 'bob', account: 'ubuntu' },
  { person: 'carol', account: 'carol' },
  { person: 'mallory', account: 'ubuntu' },
  { person: 'bob', account: 'root' },
] as const;

const UIDS: Record<string, number> = {
  root: 0,
  deploy: 9,
  postgres: 99,
  ubuntu: 1000,
  carol: 1001,
};

/** What is done in a session: one command, a shell of another account, in which a command is run, or su. */
const KINDS = ['sudo', 'root_shell', 'su', 'sudo_as_deploy'] as const;

interface Action {
  kind: (typeof KINDS)[number];
  offset: number;
  /** How long a shell stays open. */
  length: number;
  /** Offset of a command within the shell. */
  inner: number;
}

interface Visit {
  visitor: number;
  start: number;
  length: number;
  interactive: boolean;
  verbose: boolean;
  actions: Action[];
}

const visit: fc.Arbitrary<Visit> = fc.record({
  visitor: fc.integer({ min: 0, max: VISITORS.length - 1 }),
  start: fc.integer({ min: 0, max: 400 }),
  length: fc.integer({ min: 2, max: 300 }),
  interactive: fc.boolean(),
  verbose: fc.boolean(),
  actions: fc.array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      offset: fc.integer({ min: 1, max: 250 }),
      length: fc.integer({ min: 2, max: 200 }),
      inner: fc.integer({ min: 1, max: 150 }),
    }),
    { maxLength: 3 }
  ),
});

interface Written {
  second: number;
  line: Omit<ShortLine, 'at'>;
}

/** Who really became whom, second by second, for lines of su, which hold no command. */
interface Scene {
  lines: Written[];
  su: Array<{ second: number; from: string; person: string }>;
}

function play(visits: readonly Visit[], withPids: boolean): Scene {
  const scene: Scene = { lines: [], su: [] };
  let nextPid = 1000;
  let nested = 90;
  const terminals = new Map<number, number>();
  [...visits]
    .sort((a, b) => a.start - b.start)
    .forEach(({ visitor, start, length, interactive, verbose, actions }, i) => {
      const { person, account } = VISITORS[visitor];
      const end = start + length;
      const pid = String((nextPid += 10));
      const port = 40_000 + i;
      const put = (second: number, ident: string, message: string, ofPid?: string) =>
        scene.lines.push({
          second,
          line: { ident, message, ...(ofPid === undefined ? {} : { pid: ofPid }) },
        });
      let tty: string | undefined;
      if (interactive) {
        let number = 0;
        while ((terminals.get(number) ?? -1) >= start) number += 1;
        terminals.set(number, end);
        tty = `pts/${number}`;
      }
      const key = `ED25519 SHA256:${person}`;
      put(
        start,
        'sshd',
        `Accepted publickey for ${account} from 192.0.2.1 port ${port} ssh2: ${key}`,
        pid
      );
      const opened = `pam_unix(sshd:session): session opened for user ${account}(uid=${UIDS[account]}) by (uid=0)`;
      put(start, 'sshd', opened, pid);
      if (verbose) {
        const what = tty === undefined ? 'command' : `shell on ${tty}`;
        const message = `Starting session: ${what} for ${account} from 192.0.2.1 port ${port} id 0`;
        put(start, 'sshd', message, `${pid}9`);
      }
      const place = (terminal?: string) => (terminal === undefined ? '' : `TTY=${terminal} ; `);
      /** One sudo, from its line to its end. */
      const sudo = (from: number, to: number, by: string, as: string, terminal?: string) => {
        const ofPid = withPids ? String((nextPid += 1)) : undefined;
        const command = `/usr/bin/id ${person}`;
        put(
          from,
          'sudo',
          `${by} : ${place(terminal)}PWD=/ ; USER=${as} ; COMMAND=${command}`,
          ofPid
        );
        const who = `session opened for user ${as}(uid=${UIDS[as]}) by ${by}(uid=1000)`;
        put(from, 'sudo', `pam_unix(sudo:session): ${who}`, ofPid);
        put(to, 'sudo', `pam_unix(sudo:session): session closed for user ${as}`, ofPid);
      };
      for (const { kind, offset, length: held, inner } of actions) {
        const from = start + offset;
        if (from >= end) continue;
        const to = Math.min(end, from + held);
        const within = Math.min(to, from + inner);
        if (kind === 'sudo') sudo(from, from, account, 'root', tty);
        if (kind === 'sudo_as_deploy') sudo(from, from, account, 'deploy', tty);
        if (kind === 'root_shell') {
          sudo(from, to, account, 'root', tty);
          const own = tty === undefined ? undefined : `pts/${(nested += 1)}`;
          sudo(within, within, 'root', 'postgres', own);
        }
        if (kind === 'su') {
          const ofPid = withPids ? String((nextPid += 1)) : undefined;
          const terminal = tty ?? 'none';
          put(from, 'su', `(to deploy) ${account} on ${terminal}`, ofPid);
          put(
            from,
            'su',
            `pam_unix(su-l:session): session opened for user deploy(uid=9) by ${account}(uid=1000)`,
            ofPid
          );
          scene.su.push({ second: from, from: account, person });
          sudo(within, within, 'deploy', 'root', tty);
          put(to, 'su', 'pam_unix(su-l:session): session closed for user deploy', ofPid);
        }
      }
      put(end, 'sshd', `Disconnected from user ${account} 192.0.2.1 port ${port}`, `${pid}9`);
      put(end, 'sshd', `pam_unix(sshd:session): session closed for user ${account}`, pid);
    });
  // What is written in one second keeps its order.
  scene.lines.sort((a, b) => a.second - b.second);
  return scene;
}

const START = Date.parse('2026-01-27T10:00:00Z');

/** Exact times are each another one; coarse ones are whole seconds. */
const isoOf = (second: number, place: number, exact: boolean) =>
  new Date(START + second * 1000)
    .toISOString()
    .replace('.000Z', exact ? `.${String(place + 1).padStart(6, '0')}Z` : 'Z');

/** What the reader makes of the lines: in order, each delivery once where that can be told. */
function historyOf(lines: readonly ShortLine[]): HostHistory {
  const histories = new AuthlogHistories();
  const order = new TimeOrder([], (line) =>
    histories.add(line, parseMessage(line.ident, line.message))
  );
  lines.forEach(({ at, ...fields }, i) => {
    const source = { host: 'node-1', '@timestamp': at, 'cluster.name': 'wc', ...fields };
    const read = toAuthlogLine(
      { index: 'authlog', id: String(i), order: i, source },
      { timeZone: 'UTC' }
    );
    if ('line' in read) order.add(read.line);
  });
  order.finish();
  const [history] = histories.finish().values();
  return history;
}

const RUNS = Number(process.env.AUDIT_USER_RUNS ?? 1500);

it('no name that is concluded on a busy host is another person’s', () => {
  let named = 0;
  fc.assert(
    fc.property(
      fc.array(visit, { minLength: 1, maxLength: 25 }),
      fc.record({
        withPids: fc.boolean(),
        exact: fc.boolean(),
        // A part of the log in which every line is lost.
        lostFrom: fc.integer({ min: 0, max: 500 }),
        lostFor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })),
        /** Every so many lines one is delivered twice. */
        twice: fc.option(fc.integer({ min: 2, max: 9 }), { nil: 0 }),
      }),
      (visits, { withPids, exact, lostFrom, lostFor, twice }) => {
        const { lines: written, su } = play(visits, withPids);
        // Without pids a loss in the middle can leave a log that is whole to look at: two ends and two beginnings
        // less, and who is left seems to be who was there (docs/attribution.md, what it cannot know).
        const lost = withPids ? lostFor : 0;
        const kept = written.filter(({ second }) => second < lostFrom || second >= lostFrom + lost);
        if (kept.length === 0) return;
        const lines = kept.flatMap(({ second, line }, i): ShortLine[] => {
          const each = { ...line, at: isoOf(second, i, exact) };
          return twice > 0 && i % twice === 0 ? [each, each] : [each];
        });
        for (const { command, attribution } of attributionsOf(
          historyOf(lines),
          DIRECTORY,
          NOTHING_MISSING
        )) {
          if (attribution?.status !== 'identified') continue;
          named += 1;
          const { person } = attribution;
          const told = command.command?.split(' ')[1];
          const second = Math.round((command.timeMs - START) / 1000 - 0.3);
          const allowed =
            told !== undefined
              ? [told]
              : su
                  .filter((each) => each.second === second && each.from === command.account)
                  .map((each) => each.person);
          // PAM's line of a sudo whose own line was lost says no more than for whom.
          if (allowed.length === 0) continue;
          if (!allowed.includes(person ?? '')) {
            throw new Error(
              `${String(person)} instead of ${allowed.join(' or ')}: ${command.account} ${command.program} ${command.time} ${command.tty}\n${lines.map(({ at, ident, pid, message }) => `${at.slice(11)} ${ident}[${pid ?? ''}]: ${message}`).join('\n')}`
            );
          }
        }
      }
    ),
    { numRuns: RUNS }
  );
  // The check is worth something only where names are concluded at all.
  expect(named).toBeGreaterThan(RUNS / 2);
});
