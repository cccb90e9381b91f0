/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord, ParsedMessage } from './authlog_record';
import { ACCOUNT_PROGRAMS, readAccountChange } from './parse/account_change';
import { readLogind } from './parse/logind';
import { readPam } from './parse/pam';
import { readSshd } from './parse/sshd';
import { readSu } from './parse/su';
import { readSudo } from './parse/sudo';
import { readUnknownProgram } from './parse/unknown_program';
import { isKnownProgram, LOGIND, SSHD_PROGRAMS, SU_PROGRAMS, SUDO_PROGRAMS } from './programs';

/** rsyslog: the line before came this many times more. */
const REPEATED = /^message repeated (\d{1,9}) times: \[ ?([\s\S]*)\]$/;

/** `pam_unix(…`, and `PAM 2 more authentication failures`; but an account of sudo may be called `pam_admin`. */
const OF_PAM = /^(?:pam_\w{1,40}\(|PAM (?:\d{1,9} more )?authentication )/;

const OTHER: AuthlogRecord = { kind: 'other' };

const UNREADABLE_REPEAT: AuthlogRecord = {
  kind: 'unreadable',
  why: 'it says that a line came again, but not which',
};

const READERS: ReadonlyMap<string, (message: string) => AuthlogRecord> = new Map([
  ...SSHD_PROGRAMS.map((program) => [program, readSshd] as const),
  ...SUDO_PROGRAMS.map((program) => [program, readSudo] as const),
  ...SU_PROGRAMS.map((program) => [program, readSu] as const),
  [LOGIND, readLogind] as const,
]);

function read(ident: string, message: string): AuthlogRecord {
  if (OF_PAM.test(message)) return readPam(message, ident);
  const reader = READERS.get(ident);
  if (reader) return reader(message);
  if (ACCOUNT_PROGRAMS.has(ident)) return readAccountChange(ident, message);
  return isKnownProgram(ident) ? OTHER : readUnknownProgram(message);
}

/** Blanks before the text (sudo pads the account), and an end of line that a collector kept. */
function trim(message: string): string {
  const text = message.startsWith(' ') ? message.trimStart() : message;
  return text.endsWith('\n') || text.endsWith('\r') ? text.replace(/[\r\n]{1,4}$/, '') : text;
}

/**
 * What a line says. Anchored: what a client can write never becomes a
 * field that it does not own. Linear in the length of the message; never throws.
 *
 * @param ident program that wrote the line, without pid
 */
export function parseMessage(ident: string, message: string): ParsedMessage {
  const program = ident.trim();
  const text = trim(message);
  if (text.startsWith('message repeated ')) {
    const match = REPEATED.exec(text);
    if (!match) return { record: UNREADABLE_REPEAT, repeats: 1 };
    return { record: read(program, trim(match[2])), repeats: Math.max(1, Number(match[1])) };
  }
  // Of old daemons: it does not say which line.
  if (text.startsWith('last message repeated ')) return { record: UNREADABLE_REPEAT, repeats: 1 };
  return { record: read(program, text), repeats: 1 };
}
