/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from './authlog_line';
import { toNode, type ClusterNode } from './clusters';
import { MINUTE, withMicros, type Micros } from './instants';
import type { SamplePeriod } from './sample_period';
import type { SshSession } from './ssh_session';
import { SSH_ANSIBLE, SSH_FORMER, SSH_UNKNOWN, type SshUser } from './ssh_users';
import type { SudoCommand, Verdict } from './sudo_lines';

/** A stretch of time on one node: from inclusive, to exclusive. */
export interface NodeStretch {
  node: ClusterNode;
  from: Micros;
  to: Micros;
}

/** Something that happens on nodes, written by hand. It is in the data whole, or not at all. */
export interface SshScene {
  name: string;
  sessions: SshSession[];
  /** Lines of no session. */
  lines?: AuthlogLine[];
  /** When nobody else is on a node, besides the time of the sessions themselves. */
  alone?: NodeStretch[];
}

/** How long before and after a session of a scene nobody of the everyday is on its node. */
const MARGIN = 5 * MINUTE;

/** A shell on the first terminal. */
export function shell(
  node: string,
  user: SshUser,
  from: Micros,
  minutes: number,
  commands: readonly SudoCommand[] = []
): SshSession {
  return {
    node: toNode(node),
    user,
    from: withMicros(from),
    to: withMicros(from + minutes * MINUTE),
    terminal: 'pts/0',
    commands,
  };
}

/** Lines of one program of a node, by when they come after an instant. */
export function toWriter(node: ClusterNode, at: Micros) {
  return (after: Micros, ident: string, message: string, pid?: number): AuthlogLine => ({
    node,
    at: withMicros(at) + after,
    ident,
    pid,
    message,
  });
}

const lastOf = ({ from, to, lingers = 0 }: SshSession): Micros => (to ?? from) + lingers;

/** A scene of which the data would hold a part only is left out, so that its truth holds. */
export function isWhole({ sessions, lines = [] }: SshScene, { start, now }: SamplePeriod): boolean {
  return (
    sessions.every((session) => session.from >= start && lastOf(session) <= now) &&
    lines.every(({ at }) => at >= start && at <= now)
  );
}

/** When and where the everyday stays away, so that a scene has the people in it that it tells of. */
export function toReserved(scenes: readonly SshScene[]): NodeStretch[] {
  return scenes.flatMap(({ sessions, alone = [] }) => [
    ...alone,
    ...sessions.map((session) => ({
      node: session.node,
      from: session.from - MARGIN,
      to: lastOf(session) + MARGIN,
    })),
  ]);
}

/** Keys that name nobody: nobody claimed it, somebody left, several hold it. */
const NAMES_NOBODY = new Set(
  [SSH_UNKNOWN, SSH_FORMER, SSH_ANSIBLE].map(({ key }) => key.fingerprint)
);

/** What can be said of who logged in, with the sample's directory. */
export function loginVerdict({ user, method }: SshSession): Verdict {
  const { person, key, certificate } = user;
  const named = method !== 'password' && (certificate || !NAMES_NOBODY.has(key.fingerprint));
  return named && person !== undefined
    ? { expected: 'identified', candidates: [person] }
    : { expected: 'unidentified', candidates: [] };
}

/** Two or more could have done it, and the log does not say which. */
export function either(...users: readonly SshUser[]): Verdict {
  const candidates = users.flatMap(({ person }) => person ?? []);
  return { expected: 'ambiguous', candidates: candidates.sort() };
}
