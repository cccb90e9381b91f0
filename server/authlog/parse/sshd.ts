/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';
import { beginsLikeEnd, readEnd } from './sshd_end';
import { ADDRESS, readAccepted, readFailed } from './sshd_login';

/** sshd cuts its own messages at 1024 bytes (OpenSSH log.c, MSGBUFSIZ), escaped at most fourfold. */
const MAX_MESSAGE = 8192;

const OTHER: AuthlogRecord = { kind: 'other' };

const unreadable = (why: string): AuthlogRecord => ({ kind: 'unreadable', why });

const INVALID_USER = new RegExp(
  String.raw`^Invalid user ([\s\S]{0,4000}) from (${ADDRESS})(?: port (\d{1,5}))?$`
);
const INVALID_USER_PORT = new RegExp(
  String.raw`^Invalid user ([\s\S]{0,4000}) from (${ADDRESS}) port (\d{1,5})$`
);
const NOT_ALLOWED = new RegExp(
  String.raw`^User ([\s\S]{0,400}?) from (${ADDRESS}) not allowed because (.{1,400})$`
);
const NOT_ALLOWED_UNPLACED = /^User (\S{1,400}) not allowed because (.{1,400})$/;
const MAX_ATTEMPTS = new RegExp(
  String.raw`^(?:error: )?maximum authentication attempts exceeded for (invalid user )?([\s\S]{0,4000}) from (${ADDRESS})(?: port (\d{1,5}))?(?: ssh[12])?(?: \[preauth\])?$`
);
/** OpenSSH session.c, do_exec(). */
const REQUEST = new RegExp(
  String.raw`^Starting session: ([\s\S]{1,4000}) for (\S{1,400}) from (${ADDRESS}) port (\d{1,5}) id (\d{1,9})$`
);
const REQUEST_CLOSED = new RegExp(
  String.raw`^Close session: user (\S{1,400}) from (${ADDRESS}) port (\d{1,5}) id (\d{1,9})$`
);
/** A terminal ends what was asked for; a forced command between quotes may hold anything. */
const ON_TERMINAL = / on ([\w./-]{1,100})$/;
const CHILD = /^User child is on pid (\d{1,10})$/;

/** Complaints about a login that say why it failed. */
const COMPLAINTS =
  /^(?:error: )?(?:Certificate invalid: |Authentication refused: |Authentication tried for |PAM: |key_cert_check_authority|Refused by certificate options|Your password has expired|Access denied for user )/;

const FROM_ADDRESS = new RegExp(String.raw` from (${ADDRESS})(?: port (\d{1,5}))?(?: |$)`);

function readRequest(message: string): AuthlogRecord | undefined {
  const match = REQUEST.exec(message);
  if (!match) return undefined;
  const [, asked, account, sourceIp, port, channel] = match;
  const terminal = ON_TERMINAL.exec(asked);
  return {
    kind: 'ssh_request',
    what: terminal ? asked.slice(0, terminal.index) : asked,
    ...(terminal ? { tty: terminal[1] } : {}),
    account,
    sourceIp,
    sourcePort: Number(port),
    channel: Number(channel),
  };
}

function readRequestClosed(message: string): AuthlogRecord | undefined {
  const match = REQUEST_CLOSED.exec(message);
  if (!match) return undefined;
  const [, account, sourceIp, port, channel] = match;
  return {
    kind: 'ssh_request_closed',
    account,
    sourceIp,
    sourcePort: Number(port),
    channel: Number(channel),
  };
}

function readInvalidUser(message: string): AuthlogRecord | undefined {
  const match = INVALID_USER_PORT.exec(message) ?? INVALID_USER.exec(message);
  if (!match) return undefined;
  const [, account, sourceIp, port] = match;
  const sourcePort = port === undefined ? {} : { sourcePort: Number(port) };
  return { kind: 'ssh_invalid_user', account, sourceIp, ...sourcePort };
}

function readNotAllowed(message: string): AuthlogRecord | undefined {
  const match = NOT_ALLOWED.exec(message);
  if (match) {
    return { kind: 'ssh_not_allowed', account: match[1], sourceIp: match[2], why: match[3] };
  }
  const unplaced = NOT_ALLOWED_UNPLACED.exec(message);
  return unplaced ? { kind: 'ssh_not_allowed', account: unplaced[1], why: unplaced[2] } : undefined;
}

function readMaxAttempts(message: string): AuthlogRecord | undefined {
  const match = MAX_ATTEMPTS.exec(message);
  if (!match) return undefined;
  const [, invalid, account, sourceIp, port] = match;
  const sourcePort = port === undefined ? {} : { sourcePort: Number(port) };
  return {
    kind: 'ssh_max_attempts',
    account,
    invalidAccount: invalid !== undefined,
    sourceIp,
    ...sourcePort,
  };
}

function readComplaint(message: string): AuthlogRecord {
  const match = FROM_ADDRESS.exec(message);
  const sourcePort = match?.[2] === undefined ? {} : { sourcePort: Number(match[2]) };
  return {
    kind: 'ssh_error',
    what: message,
    ...(match ? { sourceIp: match[1], ...sourcePort } : {}),
  };
}

/** A line of sshd, sshd-session (OpenSSH 9.8 on) or sshd-auth (10.0 on). */
export function readSshd(message: string): AuthlogRecord {
  if (message.length > MAX_MESSAGE) return unreadable('longer than any line that sshd writes');
  if (message.startsWith('Accepted ')) {
    // `Accepted key …`, `Accepted certificate ID …` of LogLevel VERBOSE come before the login itself.
    if (message.startsWith('Accepted key ') || message.startsWith('Accepted certificate '))
      return OTHER;
    return readAccepted(message.slice(9)) ?? unreadable('a login without account or address');
  }
  if (message.startsWith('Failed ')) {
    return (
      readFailed(message.slice(7)) ??
      (message.includes(' for ') ? unreadable('a failed login without account or address') : OTHER)
    );
  }
  if (message.startsWith('Invalid user ')) {
    return readInvalidUser(message) ?? unreadable('an invalid account without address');
  }
  if (message.startsWith('Starting session: ')) {
    return readRequest(message) ?? unreadable('a request without account or address');
  }
  if (message.startsWith('Close session: ')) {
    return readRequestClosed(message) ?? unreadable('the end of a request without address');
  }
  if (message.startsWith('User child is on pid ')) {
    const match = CHILD.exec(message);
    return match ? { kind: 'ssh_child', childPid: match[1] } : OTHER;
  }
  if (message.startsWith('User ') && message.includes(' not allowed because ')) {
    return readNotAllowed(message) ?? unreadable('a refused account that cannot be read');
  }
  if (beginsLikeEnd(message)) {
    return (
      readEnd(message) ??
      (message.startsWith('Disconnecting')
        ? OTHER
        : unreadable('the end of a connection without address'))
    );
  }
  if (message.includes('maximum authentication attempts exceeded for ')) {
    return readMaxAttempts(message) ?? unreadable('too many attempts without account or address');
  }
  return COMPLAINTS.test(message) ? readComplaint(message) : OTHER;
}
