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

/** rsyslog: the line before came this many times more. */
const REPEATED = /^message repeated (\d{1,9}) times: \[ ?([\s\S]*)\]$/;

const OTHER: AuthlogRecord = { kind: 'other' };

function read(ident: string, message: string): AuthlogRecord {
  // `pam_unix(`, and `PAM 2 more authentication failures`.
  if (message.startsWith('pam_') || message.startsWith('PAM ')) return readPam(message, ident);
  switch (ident) {
    case 'sshd':
    case 'sshd-session':
    case 'sshd-auth':
      return readSshd(message);
    case 'sudo':
    case 'sudo-rs':
    case 'sudo-i':
      return readSudo(message);
    case 'su':
    case 'su-rs':
      return readSu(message);
    case 'systemd-logind':
      return readLogind(message);
    default:
      return ACCOUNT_PROGRAMS.has(ident) ? readAccountChange(ident, message) : OTHER;
  }
}

/**
 * What a line says (docs/attribution.md names the forms). Anchored: what a client can write never becomes a
 * field that it does not own. Linear in the length of the message; never throws.
 *
 * @param ident program that wrote the line, without pid
 */
export function parseMessage(ident: string, message: string): ParsedMessage {
  const program = ident.trim();
  if (message.startsWith('message repeated ')) {
    const match = REPEATED.exec(message);
    if (match) return { record: read(program, match[2].trim()), repeats: Number(match[1]) };
  }
  return { record: read(program, message), repeats: 1 };
}
