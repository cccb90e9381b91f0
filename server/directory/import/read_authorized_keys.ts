/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseKey } from 'sshpk';
import type { DirectoryEntryInput } from '../../../common/api/directory';
import { emailsIn } from '../../attribution/emails_in';
import type { ImportResult } from './import_result';

/** Key types of OpenSSH (sshd(8), AUTHORIZED_KEYS FILE FORMAT). */
const KEY_TYPE =
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;
const CERTIFICATE_TYPE = /-cert-v0[01]@openssh\.com$/;

const PRIVATE = /PRIVATE KEY/;

/** Longest line: a 16,384-bit RSA key with options. */
const MAX_LINE = 16_384;

/** Longest comment kept as a note. */
const MAX_NOTE = 500;

/** Splits off the options, which may hold blanks between quotes. */
function withoutOptions(line: string): { options: string; rest: string } {
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i];
    if (character === '"' && line[i - 1] !== '\\') quoted = !quoted;
    if (!quoted && (character === ' ' || character === '\t')) {
      return { options: line.slice(0, i), rest: line.slice(i).trimStart() };
    }
  }
  return { options: '', rest: '' };
}

const firstWord = (text: string): string => text.split(/[ \t]/, 1)[0];

/** Wire format of a key (RFC 4253, 6.6): its fingerprint needs no more than that. */
function toFingerprint(type: string, blob: string): string {
  return parseKey(`${type} ${blob}`, 'ssh').fingerprint('sha256').toString();
}

function toEntry(line: string): DirectoryEntryInput | string {
  const begins = firstWord(line);
  const { options, rest } =
    KEY_TYPE.test(begins) || CERTIFICATE_TYPE.test(begins)
      ? { options: '', rest: line }
      : withoutOptions(line);
  const [type, blob, ...words] = rest.split(/[ \t]+/);
  if (CERTIFICATE_TYPE.test(type ?? '')) return 'a certificate: file its id instead';
  if (!KEY_TYPE.test(type ?? '') || blob === undefined) return 'not a public key';
  if (/(?:^|,)cert-authority(?:,|$)/.test(options)) {
    return 'a certificate authority: it names nobody by itself';
  }
  let value: string;
  try {
    value = toFingerprint(type, blob);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'the key cannot be read';
  }
  const comment = words.join(' ').slice(0, MAX_NOTE);
  const emails = emailsIn(comment);
  const entry = { kind: 'ssh_key' as const, value, source: 'authorized_keys' };
  // A comment without an address names nobody for sure; one with several says that they share it.
  if (emails.length !== 1) {
    return { ...entry, shared: true, ...(comment === '' ? {} : { note: comment }) };
  }
  return { ...entry, person: emails[0], shared: false };
}

/**
 * Reads the text of an `authorized_keys` file (sshd(8)). The person of a key is the one e-mail address in its
 * comment; without one the key is filed as shared or unknown, never under a made-up name.
 */
export function readAuthorizedKeys(text: string): ImportResult {
  const result: ImportResult = { entries: [], skipped: [] };
  const seen = new Set<string>();
  let inPrivateKey = false;
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, i) => {
      const line = i + 1;
      const skip = (reason: string) => result.skipped.push({ line, reason });
      const trimmed = raw.trim();
      if (PRIVATE.test(trimmed)) {
        // Said once; what is between the markers is neither read nor repeated.
        if (/BEGIN/.test(trimmed))
          skip('a private key: only public keys are filed, and this one should be replaced');
        inPrivateKey = /BEGIN/.test(trimmed) && !/END/.test(trimmed);
        return;
      }
      if (inPrivateKey || trimmed === '' || trimmed.startsWith('#')) return;
      if (trimmed.length > MAX_LINE) {
        skip('longer than any public key');
        return;
      }
      const entry = toEntry(trimmed);
      if (typeof entry === 'string') {
        skip(entry);
        return;
      }
      const key = JSON.stringify([entry.value, entry.person ?? null, entry.shared]);
      if (seen.has(key)) {
        skip('the same key and person as a line before');
        return;
      }
      seen.add(key);
      result.entries.push({ line, entry });
    });
  return result;
}
