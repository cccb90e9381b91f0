/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';
import { ADDRESS, nameOf } from './sshd_place';

// Refusals. OpenSSH auth.c: "Invalid user %.100s from %.100s port %d", "User %.100s from %.100s not allowed
// because …", auth_maxtries_exceeded(). The account of the first and of the last is whatever the client wrote:
// sshd's own address is the one that ends the line.

const INVALID_USER = new RegExp(
  String.raw`^([\s\S]{0,4000}) from (${ADDRESS}) port (\d{1,5})(?: \[preauth\])?$`
);
/** OpenSSH before 7.5. */
const INVALID_USER_WITHOUT_PORT = new RegExp(
  String.raw`^([\s\S]{0,4000}) from (${ADDRESS})(?: \[preauth\])?$`
);
/** The account exists, and is not what the client likes. */
const NOT_ALLOWED = new RegExp(
  String.raw`^User (.{1,400}?) from (${ADDRESS}) not allowed because (.{1,400})$`
);
const NOT_ALLOWED_ANYWHERE = /^User (.{1,400}?) not allowed because (.{1,400})$/;
const MAX_ATTEMPTS = new RegExp(
  String.raw`^(invalid user )?([\s\S]{0,4000}) from (${ADDRESS})(?: port (\d{1,5}))?(?: ssh[12])?(?: \[preauth\])?$`
);

/** Complaints that say why a login failed; the prefix `error: ` or `fatal: ` is gone. */
const COMPLAINTS = new RegExp(
  [
    '^(?:',
    [
      'Certificate (?:invalid: |lacks |has |signed )',
      'Refusing certificate ID ',
      'Refused by (?:certificate|key) options',
      'Authentication refused',
      'Authentication tried for ',
      'Authentication key \\S+ \\S+ revoked by ',
      'PAM: ',
      'key_cert_check_authority',
      'Your password has expired',
      'Access denied for user ',
      'ROOT LOGIN REFUSED FROM ',
      'public key \\S+ (?:\\S+ )?signature for ',
      'refusing previously-used ',
      'WARNING: revoked key for ',
      '\\S{1,400}: Authentication tried for ',
    ].join('|'),
    ')',
  ].join('')
);

/** What ends the line is sshd's own; anything before it may be the client's. */
const PLACE_AT_END = new RegExp(
  String.raw`(?: from| FROM) (${ADDRESS})(?: port (\d{1,5}))?(?: ssh[12])?(?: \[preauth\])?$`
);

/** Longest complaint kept. */
const MAX_WHAT = 1000;

const portOf = (port: string | undefined) =>
  port === undefined ? {} : { sourcePort: Number(port) };

/** After `Invalid user `. */
export function readInvalidUser(rest: string): AuthlogRecord | undefined {
  // A client may call itself nothing: ` from …` is then all that is left.
  const match = INVALID_USER.exec(rest) ?? INVALID_USER_WITHOUT_PORT.exec(rest);
  if (!match) return undefined;
  const [, account, sourceIp, port] = match;
  return { kind: 'ssh_invalid_user', account: nameOf(account), sourceIp, ...portOf(port) };
}

/** `User x [from …] not allowed because …`. */
export function readNotAllowed(message: string): AuthlogRecord | undefined {
  const match = NOT_ALLOWED.exec(message);
  if (match) {
    const [, account, sourceIp, why] = match;
    return { kind: 'ssh_not_allowed', account: nameOf(account), sourceIp, why };
  }
  const anywhere = NOT_ALLOWED_ANYWHERE.exec(message);
  return anywhere
    ? { kind: 'ssh_not_allowed', account: nameOf(anywhere[1]), why: anywhere[2] }
    : undefined;
}

/** After `maximum authentication attempts exceeded for `. */
export function readMaxAttempts(rest: string): AuthlogRecord | undefined {
  const match = MAX_ATTEMPTS.exec(rest);
  if (!match) return undefined;
  const [, invalid, account, sourceIp, port] = match;
  return {
    kind: 'ssh_max_attempts',
    account: nameOf(account),
    invalidAccount: invalid !== undefined,
    sourceIp,
    ...portOf(port),
  };
}

/** Another complaint of sshd about a login, without its prefix. */
export function readComplaint(text: string, cut: boolean): AuthlogRecord | undefined {
  if (!COMPLAINTS.test(text)) return undefined;
  const match = cut ? null : PLACE_AT_END.exec(text);
  return {
    kind: 'ssh_error',
    what: text.slice(0, MAX_WHAT),
    ...(match ? { sourceIp: match[1], ...portOf(match[2]) } : {}),
  };
}
