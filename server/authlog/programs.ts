/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ACCOUNT_PROGRAMS } from './parse/account_change';

/** sshd; sshd-session since OpenSSH 9.8, sshd-auth since 10.0. */
export const SSHD_PROGRAMS: readonly string[] = ['sshd', 'sshd-session', 'sshd-auth'];

/** sudo and su, as they call themselves. */
export const SUDO_PROGRAMS: readonly string[] = ['sudo', 'sudo-rs', 'sudo-i'];
export const SU_PROGRAMS: readonly string[] = ['su', 'su-rs'];

export const LOGIND = 'systemd-logind';

/** Programs that are often in the log, and write nothing of their own about who logged in or what was run. */
export const QUIET_PROGRAMS: readonly string[] = [
  'CRON',
  'cron',
  'crond',
  'kernel',
  'rsyslogd',
  'polkitd',
  'sftp-server',
  'internal-sftp',
  'dbus-daemon',
  'systemd',
];

const KNOWN: ReadonlySet<string> = new Set([
  ...SSHD_PROGRAMS,
  ...SUDO_PROGRAMS,
  ...SU_PROGRAMS,
  LOGIND,
  ...QUIET_PROGRAMS,
  ...ACCOUNT_PROGRAMS,
]);

/** The name is one of which it is known what its lines say. */
export function isKnownProgram(program: string): boolean {
  return KNOWN.has(program);
}

/** A line of this program may be a login: it is sshd, or nobody knows which it is. */
export function mayBeSshd(program: string): boolean {
  return SSHD_PROGRAMS.includes(program) || !isKnownProgram(program);
}

const WITH_PID = /^([^[\]]{1,255})\[(\d{1,10})\]:?$/;

/** Name and pid in what a collector put into `ident`: `/usr/sbin/sshd[9]` is `sshd` with the pid 9. */
export function readProgram(ident: string): { program: string; pid?: string } {
  const text = ident.slice(0, 512).trim();
  const match = text.includes('[') ? WITH_PID.exec(text) : null;
  const name = match ? match[1] : text;
  const program = name.startsWith('/') ? name.slice(name.lastIndexOf('/') + 1) : name;
  return { program, ...(match ? { pid: match[2] } : {}) };
}
