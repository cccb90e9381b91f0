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
  directoryOf,
  loginsOf,
  NOTHING_MISSING,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import { attributeCommands } from './attribute_commands';
import { RequestAttributor } from './attribute_request';

/**
 * Requests by `kubernetes-admin` from the address of a node, by persons who are logged in there and by what they
 * left running, and commands as root in shells that stay open for long. Up to forty sessions at once, clocks of
 * whole seconds, lines lost in the middle, lines delivered twice, and lines of sudo that were too many to read.
 * Every name that is concluded is checked against who it really was.
 */
const DIRECTORY = directoryOf({
  'SHA256:alice': 'alice',
  'SHA256:bob': 'bob',
  'SHA256:carol': 'carol',
});

/** The key of `mallory` is not filed. */
const VISITORS = [
  { person: 'alice', account: 'ubuntu' },
  { person: 'bob', account: 'ubuntu' },
  { person: 'carol', account: 'carol' },
  { person: 'mallory', account: 'ubuntu' },
  { person: 'alice', account: 'root' },
] as const;

const UIDS = { ubuntu: 1000, carol: 1001, root: 0 };

/** All times in milliseconds from the start. */
interface Visit {
  visitor: number;
  start: number;
  length: number;
  verbose: boolean;
  /** Offsets of requests; those beyond the end are of what was left running. */
  requests: number[];
  /** A shell of root: its beginning, its length, and offsets of commands in it. */
  rootShell?: { offset: number; length: number; commands: number[] };
  /** Offsets of commands without a terminal: those beyond the end are of what was left running. */
  commands: number[];
}

const HALF_HOUR = 1_800_000;
const offset = fc.integer({ min: 1, max: HALF_HOUR });
const visitArbitrary = (latestStart: number): fc.Arbitrary<Visit> =>
  fc.record({
    visitor: fc.integer({ min: 0, max: VISITORS.length - 1 }),
    start: fc.integer({ min: 0, max: latestStart }),
    length: fc.oneof(fc.integer({ min: 500, max: 30_000 }), offset),
    verbose: fc.boolean(),
    requests: fc.array(offset, { maxLength: 3 }),
    rootShell: fc.option(
      fc.record({ offset, length: offset, commands: fc.array(offset, { maxLength: 3 }) }),
      { nil: undefined }
    ),
    commands: fc.array(offset, { maxLength: 2 }),
  });

const visits = fc.oneof(
  { weight: 4, arbitrary: fc.array(visitArbitrary(2 * HALF_HOUR), { minLength: 1, maxLength: 6 }) },
  // All within a minute: most of them are open at once.
  { weight: 1, arbitrary: fc.array(visitArbitrary(60_000), { minLength: 1, maxLength: 40 }) }
);

interface Written {
  ms: number;
  visit: number;
  line: Omit<ShortLine, 'at'>;
}

interface Scene {
  lines: Written[];
  requests: Array<{ ms: number; visit: number; person: string }>;
}

function play(all: readonly Visit[], logind: boolean): Scene {
  const scene: Scene = { lines: [], requests: [] };
  let nextPid = 1_000;
  [...all]
    .sort((a, b) => a.start - b.start)
    .forEach(({ visitor, start, length, verbose, requests, rootShell, commands }, visit) => {
      const { person, account } = VISITORS[visitor];
      const end = start + length;
      const pid = String((nextPid += 10));
      const from = `192.0.2.1 port ${40_000 + visit}`;
      const tty = `pts/${visit}`;
      let last = end;
      const put = (ms: number, ident: string, message: string, ofPid: string) =>
        scene.lines.push({ ms, visit, line: { ident, message, pid: ofPid } });
      const sudo = (ms: number, to: number, by: string, as: string, terminal?: string) => {
        const ofPid = String((nextPid += 1));
        const place = terminal === undefined ? '' : `TTY=${terminal} ; `;
        put(
          ms,
          'sudo',
          `${by} : ${place}PWD=/ ; USER=${as} ; COMMAND=/usr/bin/id ${person} ${visit}`,
          ofPid
        );
        const opened = `session opened for user ${as}(uid=${as === 'root' ? 0 : 99})`;
        put(ms, 'sudo', `pam_unix(sudo:session): ${opened} by ${by}(uid=0)`, ofPid);
        put(to, 'sudo', `pam_unix(sudo:session): session closed for user ${as}`, ofPid);
        last = Math.max(last, to);
      };
      put(
        start,
        'sshd',
        `Accepted publickey for ${account} from ${from} ssh2: ED25519 SHA256:${person}`,
        pid
      );
      const opened = `session opened for user ${account}(uid=${UIDS[account]}) by (uid=0)`;
      put(start, 'sshd', `pam_unix(sshd:session): ${opened}`, pid);
      if (logind)
        put(start, 'systemd-logind', `New session ${visit + 1} of user ${account}.`, '33');
      if (verbose)
        put(
          start,
          'sshd',
          `Starting session: shell on ${tty} for ${account} from ${from} id 0`,
          `${pid}9`
        );
      for (const each of requests) {
        scene.requests.push({ ms: start + each, visit, person });
        last = Math.max(last, start + each);
      }
      for (const each of commands) {
        sudo(start + each, start + each, account, 'root');
      }
      if (rootShell && rootShell.offset < length) {
        const begin = start + rootShell.offset;
        const over = Math.min(end, begin + rootShell.length);
        sudo(begin, over, account, 'root', tty);
        for (const each of rootShell.commands) {
          if (begin + each <= over)
            sudo(begin + each, begin + each, 'root', 'postgres', `pts/9${visit}`);
        }
      }
      put(end, 'sshd', `Disconnected from user ${account} ${from}`, `${pid}9`);
      put(end, 'sshd', `pam_unix(sshd:session): session closed for user ${account}`, pid);
      if (logind) put(last, 'systemd-logind', `Removed session ${visit + 1}.`, '33');
    });
  scene.lines.sort((a, b) => a.ms - b.ms);
  scene.requests.sort((a, b) => a.ms - b.ms);
  return scene;
}

const START = Date.parse('2026-01-27T10:00:00Z');

/** As the clock of the log writes it: to the microsecond, each another one, or in whole seconds. */
const isoOf = (ms: number, place: number, exact: boolean): string => {
  const iso = new Date(START + ms).toISOString();
  return exact
    ? iso.replace('Z', `${String(place % 1000).padStart(3, '0')}Z`)
    : `${iso.slice(0, 19)}Z`;
};

function historyOf(lines: readonly ShortLine[], commandsKnownFromMs: number): HostHistory {
  const histories = new AuthlogHistories();
  histories.commandsKnownFrom(commandsKnownFromMs);
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

const RUNS = Number(process.env.AUDIT_USER_RUNS ?? 800);

it('no name that is concluded of a request or a command is another person’s', () => {
  let ofRequests = 0;
  let ofCommands = 0;
  fc.assert(
    fc.property(
      visits,
      fc.record({
        logind: fc.boolean(),
        exact: fc.boolean(),
        lostFrom: fc.integer({ min: 0, max: 3 * HALF_HOUR }),
        lostFor: fc.oneof(fc.constant(0), offset),
        twice: fc.option(fc.integer({ min: 2, max: 9 }), { nil: 0 }),
        cutAt: fc.option(fc.integer({ min: 0, max: 3 * HALF_HOUR }), { nil: -Infinity }),
      }),
      (all, { logind, exact, lostFrom, lostFor, twice, cutAt }) => {
        const { lines: written, requests } = play(all, logind);
        const kept = written.filter(
          ({ ms, line: { ident } }) =>
            (ms < lostFrom || ms >= lostFrom + lostFor) && (ident !== 'sudo' || ms >= cutAt)
        );
        if (kept.length === 0) return;
        // Nothing can tell of somebody of whom no line is left.
        const seen = new Set(
          kept.filter(({ line }) => line.ident !== 'sudo').map(({ visit }) => visit)
        );
        const lines = kept.flatMap(({ ms, line }, i): ShortLine[] => {
          const each = { ...line, at: isoOf(ms, i, exact) };
          return twice > 0 && i % twice === 0 ? [each, each] : [each];
        });
        const commandsKnownFromMs = START + cutAt;
        const history = historyOf(lines, commandsKnownFromMs);
        const logins = loginsOf(history, DIRECTORY);
        const limits = { ...NOTHING_MISSING, commandsKnownFromMs };
        const commands = attributeCommands(history, logins, limits);
        const fail = (what: string) => {
          const log = lines.map(
            ({ at, ident, pid, message }) => `${at.slice(11)} ${ident}[${pid}]: ${message}`
          );
          throw new Error(`${what}\n${log.join('\n')}`);
        };
        for (const [{ command, time, account }, { status, person }] of commands) {
          if (status !== 'identified' || command === undefined) continue;
          const [, truth, visit] = command.split(' ');
          if (!seen.has(Number(visit))) continue;
          ofCommands += 1;
          if (person !== truth) fail(`${String(person)} instead of ${truth}: ${account} ${time}`);
        }
        const attributor = new RequestAttributor(DIRECTORY, {
          authlog: 'read',
          hostsOf: () => ['node-1'],
          history: () => history,
          loginOf: (session) => logins.get(session),
          commandOf: (command) => commands.get(command),
          limits,
        });
        for (const { ms, visit, person } of requests) {
          const atMs = START + ms;
          const { attribution } = attributor.attribute({
            cluster: 'wc',
            sourceIp: '10.0.0.1',
            fromMs: atMs,
            toMs: atMs,
          });
          if (attribution.status !== 'identified' || !seen.has(visit)) continue;
          ofRequests += 1;
          if (attribution.person !== person) {
            fail(
              `${String(attribution.person)} instead of ${person}: request at ${new Date(atMs).toISOString()}`
            );
          }
        }
      }
    ),
    { numRuns: RUNS }
  );
  // The check is worth something only where names are concluded at all.
  expect(ofRequests).toBeGreaterThan(RUNS / 10);
  expect(ofCommands).toBeGreaterThan(RUNS / 10);
});
