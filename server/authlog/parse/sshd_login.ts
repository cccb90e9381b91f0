/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord, LoggedCertificate, LoggedKey } from '../authlog_record';
import { ADDRESS, nameOf, placesIn, theOnly, type Place } from './sshd_place';

// OpenSSH auth.c, auth_log(): "%s %s%s%s for %s%.100s from %.200s port %d ssh2%s%s". The account of a failed
// login is whatever the client wrote; what follows the address is key material, for a certificate the id that
// its authority gave, and of other methods what format_method_key() adds.

const ACCEPTED = new RegExp(
  String.raw`^(\S{1,100}) for (.{1,400}?) from (${ADDRESS}) port (\d{1,5})(?: ssh[12])?(?:: ([\s\S]*))?$`
);
/** LogLevel VERBOSE: `Accepted key …`, `Accepted certificate ID …`, `Accepted ED25519 public key …` for a host. */
const BEFORE_ACCEPTED = /^(?:key |certificate |\S{1,64} public key )/;

const FAILED = /^(\S{1,100}) for (invalid user )?/;
const PLACE = new RegExp(String.raw` from (${ADDRESS}) port (\d{1,5})(?: ssh[12])?(?=$|: )`, 'g');

const FINGERPRINT = String.raw`(?:SHA256|SHA512|SHA384|SHA1|MD5):[\w+/=:]{1,200}`;
/** A key with a hardware token counts its signatures since OpenSSH 8.2. */
const COUNT = String.raw`(?:, signature count = \d{1,20})?`;
const KEY = new RegExp(String.raw`^([\w-]{1,64}) (${FINGERPRINT})(?=$|[ ,])`);
/** The id is free text of the authority: sshd's own words are the last of their kind, and end the line. */
const CERTIFICATE = new RegExp(
  String.raw`^ ID ([\s\S]*) \(serial (\d{1,20})\) CA ([\w-]{1,64}) (${FINGERPRINT})${COUNT}$`
);
const NOTHING_MORE = new RegExp(`^${COUNT}$`);

/** Key and certificate of a login with a key, from the text after `ssh2: `. */
function readKey(
  extra: string,
  cut: boolean
): { key?: LoggedKey; certificate?: LoggedCertificate; whole: boolean } {
  const match = KEY.exec(extra);
  // A fingerprint that ends with a cut line may be a part of it.
  if (!match || (cut && match[0].length === extra.length)) return { whole: false };
  const key = { type: match[1], fingerprint: match[2] };
  const rest = extra.slice(match[0].length);
  // Where the line is cut, the last `(serial …) CA …` is the one that the id imitates.
  const certificate = cut ? null : CERTIFICATE.exec(rest);
  if (!certificate) return { key, whole: NOTHING_MORE.test(rest) };
  const [, id, serial, caType, caFingerprint] = certificate;
  return { key, certificate: { id, serial, caType, caFingerprint }, whole: true };
}

/** `publickey for ubuntu from … port … ssh2: …`, after `Accepted `; undefined where it cannot be read. */
export function readAccepted(rest: string, cut: boolean): AuthlogRecord | undefined {
  // An account that logged in exists, and is not what the client likes: the first address is sshd's own.
  const match = ACCEPTED.exec(rest);
  if (!match) return BEFORE_ACCEPTED.test(rest) ? { kind: 'other' } : undefined;
  const [, method, account, sourceIp, port, extra] = match;
  const record: AuthlogRecord = {
    kind: 'ssh_accepted',
    method,
    account: nameOf(account),
    sourceIp,
    sourcePort: Number(port),
  };
  // The key of `hostbased` is of a host, and the text of `gssapi-with-mic` is a name: they are no one's key.
  if (extra === undefined || method !== 'publickey') return record;
  const { key, certificate } = readKey(extra, cut);
  if (key) record.key = key;
  if (certificate) record.certificate = certificate;
  return record;
}

/** As {@link readAccepted}, after `Partial `: sshd writes both alike. */
export function readPartial(rest: string, cut: boolean): AuthlogRecord | undefined {
  const record = readAccepted(rest, cut);
  return record?.kind === 'ssh_accepted' ? { ...record, kind: 'ssh_partial' } : record;
}

/** Methods after which sshd writes nothing more. */
const BARE_METHOD = /^(?:password|none|keyboard-interactive(?:\/.*)?)$/;

/** What follows this place is what sshd writes after the address, for that method. */
function fits(method: string, { after }: Place): boolean {
  if (after === '') return true;
  if (BARE_METHOD.test(method)) return false;
  return method !== 'publickey' || readKey(after.slice(2), false).whole;
}

/** `password for invalid user x from … port … ssh2`, after `Failed `; undefined where it cannot be read. */
export function readFailed(rest: string, cut: boolean): AuthlogRecord | undefined {
  const head = FAILED.exec(rest);
  if (!head) return undefined;
  const [{ length }, method, invalid] = head;
  // The account begins where the head ends, and may be empty: the blank before `from` belongs to the place.
  const all = placesIn(rest.slice(length), PLACE);
  if (!all || all.length === 0) return undefined;
  const invalidAccount = invalid !== undefined;
  // An account that exists holds no blank, so that the first address is sshd's own.
  const plain = !invalidAccount && !/\s/.test(all[0].before);
  // The account may imitate another address: only a place after which the line ends as it should can be meant.
  const fitting = cut ? [] : all.filter((place) => fits(method, place));
  const place =
    (fitting.length > 0 ? theOnly(fitting) : undefined) ??
    (plain ? (fitting[0] ?? all[0]) : undefined) ??
    (all.length === 1 && !cut ? all[0] : undefined);
  if (!place) return undefined;
  const { before: account, sourceIp, sourcePort, after } = place;
  const { key } = method === 'publickey' ? readKey(after.slice(2), cut) : { key: undefined };
  return {
    kind: 'ssh_failed',
    method,
    account: nameOf(account),
    invalidAccount,
    sourceIp,
    sourcePort,
    ...(key ? { key } : {}),
  };
}
