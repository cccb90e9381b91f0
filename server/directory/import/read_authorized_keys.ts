/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput } from '../../../common/api/directory';
import { emailsIn } from '../../attribution/emails_in';
import type { ImportResult } from './import_result';
import { splitKeyLine } from './key_line';
import { toFingerprint } from './public_key';

/** Longest line: a 16,384-bit RSA key with options. */
const MAX_LINE = 16_384;

/** Longest comment kept as a note. */
const MAX_NOTE = 500;

/** Names of hosts, for private use (RFC 6762, RFC 8375, ICANN's `.internal`, and what routers hand out). */
const PRIVATE_DOMAIN = /\.(?:local|localdomain|localhost|internal|intranet|lan|corp|home|arpa)$/i;

/** A comment as it is kept: whole characters, so that it can be written as UTF-8. */
const toNote = (comment: string): string =>
  comment.slice(0, MAX_NOTE).replace(/[\ud800-\udbff]$/, '');

/**
 * The person that a comment names: its one e-mail address. `ssh-keygen` writes `account@host` where it is told
 * nothing: what is an account of several persons, or a host of private use, is no one's address.
 */
function personIn(comment: string, groupAccounts: readonly string[]): string | undefined {
  const emails = emailsIn(comment);
  if (emails.length !== 1) return undefined;
  const [email] = emails;
  const [account] = email.split('@', 1);
  if (
    groupAccounts.some((name) => name.toLowerCase() === account.toLowerCase()) ||
    PRIVATE_DOMAIN.test(email)
  )
    return undefined;
  return email;
}

function toEntry(line: string, groupAccounts: readonly string[]): DirectoryEntryInput | string {
  const parts = splitKeyLine(line);
  if (typeof parts === 'string') return parts;
  const { type, base64, comment } = parts;
  const value = toFingerprint(type, base64);
  if (value === undefined) return 'the key cannot be read';
  const person = personIn(comment, groupAccounts);
  return {
    kind: 'ssh_key',
    value,
    // A comment without an address names nobody for sure; one with several says that they share it.
    ...(person === undefined ? { shared: true } : { person, shared: false }),
    ...(comment === '' || comment === person ? {} : { note: toNote(comment) }),
    source: 'authorized_keys',
  };
}

/**
 * Reads the text of an `authorized_keys` file (sshd(8)). The person of a key is the one e-mail address in its
 * comment; without one the key is filed as shared or unknown, never under a made-up name.
 *
 * @param text without private keys: the caller refuses those
 * @param groupAccounts accounts that several persons use
 */
export function readAuthorizedKeys(
  text: string,
  groupAccounts: readonly string[] = ['root']
): ImportResult {
  const result: ImportResult = { entries: [], skipped: [] };
  const seen = new Set<string>();
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, i) => {
      const line = i + 1;
      const skip = (reason: string) => result.skipped.push({ line, reason });
      const trimmed = raw.trim();
      if (trimmed === '' || trimmed.startsWith('#')) return;
      if (trimmed.length > MAX_LINE) {
        skip('longer than any public key');
        return;
      }
      const entry = toEntry(trimmed, groupAccounts);
      if (typeof entry === 'string') {
        skip(entry);
        return;
      }
      const key = JSON.stringify([entry.value, entry.person?.toLowerCase() ?? null]);
      if (seen.has(key)) {
        skip('the same key and person as a line before');
        return;
      }
      seen.add(key);
      result.entries.push({ line, entry });
    });
  return result;
}
