/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord, LoggedCertificate, LoggedKey } from '../authlog_record';

// OpenSSH auth.c, auth_log(): "%s %s%s%s for %s%.100s from %.200s port %d ssh2%s%s". Only the account of a
// failed login is written by the client; what follows the address is key material and, for a certificate,
// the id that its authority gave.

/** An address, or a name where UseDNS is on, or `UNKNOWN`. */
export const ADDRESS = String.raw`[\w.:%-]{1,255}`;

const FIRST = new RegExp(
  String.raw`^(\S{1,100}) for (invalid user )?(.{0,400}?) from (${ADDRESS}) port (\d{1,5})(?: ssh[12])?(?:: ([\s\S]*))?$`
);
const LAST = new RegExp(
  String.raw`^(\S{1,100}) for (invalid user )?([\s\S]{0,4000}) from (${ADDRESS}) port (\d{1,5})(?: ssh[12])?$`
);

/** `ED25519 SHA256:…`, with the certificate's id where there is one. */
const KEY = /^(\S{1,64}) ((?:SHA256|SHA512|SHA1|MD5):\S{1,200})(?:,| |$)/;

/** The id is free text of the authority: sshd's own words are the last of their kind. */
const CERTIFICATE = /^ID ([\s\S]*) \(serial (\d{1,20})\) CA (\S{1,64}) (\S{1,200})$/;

/** Key and certificate of the text after `ssh2: `; of a method without key there is other text, or none. */
export function readKey(text: string | undefined): {
  key?: LoggedKey;
  certificate?: LoggedCertificate;
} {
  const match = text === undefined ? null : KEY.exec(text);
  if (!match || text === undefined) return {};
  const key = { type: match[1], fingerprint: match[2] };
  const rest = text.slice(match[0].length);
  const certificate = CERTIFICATE.exec(rest);
  if (!certificate) return { key };
  const [, id, serial, caType, caFingerprint] = certificate;
  return { key, certificate: { id, serial, caType, caFingerprint } };
}

/** `publickey for ubuntu from … port … ssh2: …`, after `Accepted `. */
export function readAccepted(rest: string): AuthlogRecord | undefined {
  // An account that logged in exists: it holds no blank, so that the first address is sshd's own.
  const match = FIRST.exec(rest);
  if (!match) return undefined;
  const [, method, , account, sourceIp, port, extra] = match;
  const named = readKey(extra);
  // A certificate of which the id cannot be told from the rest names nobody.
  return {
    kind: 'ssh_accepted',
    method,
    account,
    sourceIp,
    sourcePort: Number(port),
    ...named,
  };
}

/** `password for invalid user x from … port … ssh2`, after `Failed `. */
export function readFailed(rest: string): AuthlogRecord | undefined {
  // The account may be anything, also another address: sshd's own is the last, where no key follows.
  const match = LAST.exec(rest) ?? FIRST.exec(rest);
  if (!match) return undefined;
  const [, method, invalid, account, sourceIp, port, extra] = match;
  const { key } = readKey(extra);
  return {
    kind: 'ssh_failed',
    method,
    account,
    invalidAccount: invalid !== undefined,
    sourceIp,
    sourcePort: Number(port),
    ...(key ? { key } : {}),
  };
}
