/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { ShortLine } from '../ssh_access/history/recorded_history.test_support';

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

/**
 * What is done in a session: one command, a shell of another account, in which a command is run, su, or a process put
 * into the background, which acts later: without a terminal, maybe after the session.
 */
const KINDS = ['sudo', 'root_shell', 'su', 'sudo_as_deploy', 'left_behind'] as const;

interface Action {
  kind: (typeof KINDS)[number];
  offset: number;
  /** How long a shell stays open. */
  length: number;
  /** Offset of a command within the shell. */
  inner: number;
}

/** Somebody comes. */
export interface Visit {
  visitor: number;
  start: number;
  length: number;
  interactive: boolean;
  verbose: boolean;
  actions: Action[];
}

/** Any visit. */
export const visit: fc.Arbitrary<Visit> = fc.record({
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

/** A terminal that somebody has for a while. */
interface Taken {
  from: number;
  to: number;
  name: string;
}

/** The kernel gives the lowest number that is free. */
function giveTerminals(taken: readonly Taken[]): void {
  const freeFrom = new Map<number, number>();
  for (const each of [...taken].sort((a, b) => a.from - b.from)) {
    let number = 0;
    while ((freeFrom.get(number) ?? -1) >= each.from) number += 1;
    freeFrom.set(number, each.to);
    each.name = `pts/${number}`;
  }
}

/** How the host writes its log. */
export interface Host {
  withPids: boolean;
  logind: boolean;
  /** Second at which the host stops, and starts again. */
  stopsAt: number;
  /**
   * Lines of it get lost: then the terminals that sudo makes have numbers of their own. The loss of a connection's end
   * makes its terminal look taken when sudo has it (docs/attribution.md, what it cannot know).
   */
  loses: boolean;
}

/** Who really became whom, second by second, for lines of su, which hold no command. */
export interface Scene {
  lines: Written[];
  su: Array<{ second: number; from: string; person: string }>;
}

/** The lines that a host writes. */
export function play(visits: readonly Visit[], { withPids, logind, stopsAt, loses }: Host): Scene {
  const scene: Scene = { lines: [], su: [] };
  let nextPid = 1000;
  let nextId = 0;
  let nested = 90;
  const terminals: Taken[] = [];
  const writing: Array<() => void> = [];
  [...visits]
    .sort((a, b) => a.start - b.start)
    .forEach(({ visitor, start, length, interactive, verbose, actions }, i) => {
      const { person, account } = VISITORS[visitor];
      const end = start + length;
      // Whoever was there when the host stopped does and logs nothing after it.
      const stops = start < stopsAt ? stopsAt : Infinity;
      const pid = String((nextPid += 10));
      const port = 40_000 + i;
      const put = (second: number, ident: string, message: string, ofPid?: string) => {
        if (second >= stops) return;
        scene.lines.push({
          second,
          line: { ident, message, ...(ofPid === undefined ? {} : { pid: ofPid }) },
        });
      };
      const take = (from: number, to: number, bySudo = false): Taken | undefined => {
        if (!interactive) return undefined;
        if (bySudo && loses) return { from, to, name: `pts/${(nested += 1)}` };
        const taken = { from, to: Math.min(to, stops - 1), name: '' };
        if (from < stops) terminals.push(taken);
        return taken;
      };
      const own = take(start, end);
      writing.push(() => {
        if (start >= stopsAt) restart();
        const tty = own?.name;
        const key = `ED25519 SHA256:${person}`;
        put(
          start,
          'sshd',
          `Accepted publickey for ${account} from 192.0.2.1 port ${port} ssh2: ${key}`,
          pid
        );
        const opened = `pam_unix(sshd:session): session opened for user ${account}(uid=${UIDS[account]}) by (uid=0)`;
        put(start, 'sshd', opened, pid);
        const id = String((nextId += 1));
        if (logind) put(start, 'systemd-logind', `New session ${id} of user ${account}.`, '700');
        if (verbose) {
          const what = tty === undefined ? 'command' : `shell on ${tty}`;
          const message = `Starting session: ${what} for ${account} from 192.0.2.1 port ${port} id 0`;
          put(start, 'sshd', message, `${pid}9`);
        }
        let last = end;
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
        for (const { kind, offset, length: held, inner, nested } of plans) {
          const from = start + offset;
          const to = Math.min(end, from + held);
          const within = Math.min(to, from + inner);
          if (kind === 'sudo') sudo(from, from, account, 'root', tty);
          if (kind === 'sudo_as_deploy') sudo(from, from, account, 'deploy', tty);
          if (kind === 'root_shell') {
            sudo(from, to, account, 'root', tty);
            sudo(within, within, 'root', 'postgres', nested?.name);
          }
          if (kind === 'left_behind') {
            sudo(from, to, account, 'deploy', tty);
            sudo(to + inner, to + inner, 'deploy', 'root');
            last = Math.max(last, to + inner);
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
        if (logind) put(last, 'systemd-logind', `Removed session ${id}.`, '700');
      });
      const plans = actions
        .filter(({ offset }) => start + offset < end)
        .map((action) => ({
          ...action,
          nested:
            action.kind === 'root_shell'
              ? take(
                  start + action.offset,
                  Math.min(end, start + action.offset + action.length),
                  true
                )
              : undefined,
        }));
    });
  let restarted = false;
  const restart = () => {
    if (!restarted) nextId = 0;
    restarted = true;
  };
  giveTerminals(terminals);
  writing.forEach((write) => write());
  // What is written in one second keeps its order.
  scene.lines.sort((a, b) => a.second - b.second);
  return scene;
}

/** First moment of a scene. */
export const START = Date.parse('2026-01-27T10:00:00Z');

/** Exact times are each another one; coarse ones are whole seconds. */
export const isoOf = (second: number, place: number, exact: boolean) =>
  new Date(START + second * 1000)
    .toISOString()
    .replace('.000Z', exact ? `.${String(place + 1).padStart(6, '0')}Z` : 'Z');
