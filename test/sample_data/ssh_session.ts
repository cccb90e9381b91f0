/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from './authlog_line';
import type { ClusterNode } from './clusters';
import { MILLISECOND, SECOND, type Micros } from './instants';
import type { Random } from './random';
import { CERTIFICATE_AUTHORITY, type SshUser } from './ssh_users';
import { sudoLines, type SudoCommand } from './sudo_lines';

/** One SSH connection to a node, from login to close. */
export interface SshSession {
  node: ClusterNode;
  user: SshUser;
  /** Login name; the group account `ubuntu` when absent. */
  account?: string;
  from: Micros;
  /** Undefined: the log holds no end. */
  to: Micros | undefined;
  /** Undefined: no terminal, as of scp and Ansible. */
  terminal?: string;
  commands?: readonly SudoCommand[];
  /** `password`, when no key was used. */
  method?: 'publickey' | 'password';
  /** A process id used before, to show that they are used again. */
  pid?: number;
  /** systemd-logind's number of the session, where it does not follow from the time. */
  number?: number;
  /** How long after the close its last process ends; at once when absent. */
  lingers?: Micros;
}

const UIDS: Record<string, number> = { root: 0, ubuntu: 1000, deploy: 1001 };

/** Largest process id of a 64-bit Linux. */
const MAX_PID = 4_194_304;

/** systemd-logind counts up from the start of the node, jobs of cron too, and no number comes twice. */
function toSessionNumber(from: Micros, start: Micros): number {
  return 20 + Math.floor((from - start) / (4 * SECOND));
}

/** What systemd 256 and later write has quotes, and says what kind of session it is. */
function toNewSession(node: ClusterNode, number: number, account: string, type: string): string {
  return node.sshdIdent === 'sshd-session'
    ? `New session '${number}' of user '${account}' with class 'user' and type '${type}'.`
    : `New session ${number} of user ${account}.`;
}

function toAccepted({ user, method }: SshSession, account: string, port: number): string {
  const { key, certificate, sourceIp } = user;
  const from = `for ${account} from ${sourceIp} port ${port} ssh2`;
  if (method === 'password') return `Accepted password ${from}`;
  if (!certificate) return `Accepted publickey ${from}: ${key.type} ${key.fingerprint}`;
  const { id, serial } = certificate;
  const authority = `CA ${CERTIFICATE_AUTHORITY.type} ${CERTIFICATE_AUTHORITY.fingerprint}`;
  return `Accepted publickey ${from}: ${key.type}-CERT ${key.fingerprint} ID ${id} (serial ${serial}) ${authority}`;
}

/**
 * Writes the lines of a session, in order of time.
 *
 * @param start when the data begins, and with it systemd-logind's numbers
 */
export function sshSessionLines(session: SshSession, random: Random, start: Micros): AuthlogLine[] {
  const { node, user, from, to, terminal, commands = [] } = session;
  const account = session.account ?? 'ubuntu';
  const uid = UIDS[account] ?? 1002;
  const pid = session.pid ?? random.int(1_000, MAX_PID - 200);
  const port = random.int(32_768, 60_999);
  const number = session.number ?? toSessionNumber(from, start);
  const ident = node.sshdIdent;
  const lines: AuthlogLine[] = [];
  const write = (at: Micros, program: string, message: string, ofPid?: number) =>
    lines.push({ node, at, ident: program, pid: ofPid, message });

  write(from, ident, toAccepted(session, account, port), pid);
  const opened = `session opened for user ${account}(uid=${uid}) by ${account}(uid=0)`;
  write(from + 900, ident, `pam_unix(sshd:session): ${opened}`, pid);
  const type = terminal ? 'tty' : 'unspecified';
  write(from + 6_400, 'systemd-logind', toNewSession(node, number, account, type), 611);
  write(
    from + 9_800,
    '(systemd)',
    `pam_unix(systemd-user:session): session opened for user ${account}(uid=${uid}) by ${account}(uid=0)`
  );
  if (node.verbose) {
    write(from + 38_000, ident, `User child is on pid ${pid + 61}`, pid);
    const kind = terminal ? `shell on ${terminal}` : 'command';
    write(
      from + 41_000,
      ident,
      `Starting session: ${kind} for ${account} from ${user.sourceIp} port ${port} id 0`,
      pid + 61
    );
  }
  commands.forEach((command) =>
    lines.push(...sudoLines(node, { account, uid, terminal, from }, command))
  );
  if (to === undefined) return lines.sort((a, b) => a.at - b.at);
  if (node.verbose) {
    const place = `from ${user.sourceIp} port ${port} id 0`;
    write(to - 300, ident, `Close session: user ${account} ${place}`, pid + 61);
  }
  write(
    to,
    ident,
    `Received disconnect from ${user.sourceIp} port ${port}:11: disconnected by user`,
    pid + 61
  );
  write(
    to + 190,
    ident,
    `Disconnected from user ${account} ${user.sourceIp} port ${port}`,
    pid + 61
  );
  write(to + 420, ident, `pam_unix(sshd:session): session closed for user ${account}`, pid);
  write(
    to + 7 * MILLISECOND,
    'systemd-logind',
    `Session ${number} logged out. Waiting for processes to exit.`,
    611
  );
  const removed = to + 9 * MILLISECOND + (session.lingers ?? 0);
  write(removed, 'systemd-logind', `Removed session ${number}.`, 611);
  return lines.sort((a, b) => a.at - b.at);
}

/** Nothing that is typed into a shell comes sooner after the login than this. */
export const FIRST_COMMAND = 8 * SECOND;
