/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';
import { readEnd } from './sshd_end';
import { readAccepted, readFailed, readPartial } from './sshd_login';
import { isCut } from './sshd_place';
import { readComplaint, readInvalidUser, readMaxAttempts, readNotAllowed } from './sshd_refusal';
import { readChild, readRequest, readRequestClosed } from './sshd_request';

/** Longer than any line that sshd writes (500 bytes), whatever the collector escaped in it. */
const MAX_MESSAGE = 8192;

const OTHER: AuthlogRecord = { kind: 'other' };

const unreadable = (why: string): AuthlogRecord => ({ kind: 'unreadable', why });

/** The end is sshd's own, and a line that is cut has lost it. */
function uncut(
  message: string,
  words: string,
  read: (rest: string) => AuthlogRecord | undefined,
  why: string
): AuthlogRecord {
  const record = isCut(message) ? undefined : read(message.slice(words.length));
  return record ?? unreadable(isCut(message) ? `${why}: sshd cut it` : why);
}

const MAX_ATTEMPTS = 'maximum authentication attempts exceeded for ';
const NOT_ALLOWED = ' not allowed because ';

/** A line by its first word; undefined where that word does not tell. */
function readByWord(message: string, cut: boolean): AuthlogRecord | undefined {
  switch (message.slice(0, message.indexOf(' '))) {
    case 'Accepted':
      return (
        readAccepted(message.slice(9), cut) ?? unreadable('a login without account or address')
      );
    case 'Partial':
      return (
        readPartial(message.slice(8), cut) ??
        (message.includes(' for ')
          ? unreadable('a part of a login without account or address')
          : OTHER)
      );
    case 'Failed':
      return (
        readFailed(message.slice(7), cut) ??
        (message.includes(' for ')
          ? unreadable('a failed login without an address, or with more than one')
          : OTHER)
      );
    case 'Invalid':
      if (!message.startsWith('Invalid user ')) return undefined;
      // The blank before `from` is the one after an empty account.
      return uncut(message, 'Invalid user ', readInvalidUser, 'an invalid account without address');
    case 'Starting':
      if (!message.startsWith('Starting session: ')) return undefined;
      return uncut(
        message,
        'Starting session: ',
        readRequest,
        'a request without account or address'
      );
    case 'Close':
      if (!message.startsWith('Close session: ')) return undefined;
      return uncut(
        message,
        'Close session: ',
        readRequestClosed,
        'the end of a request without address'
      );
    case 'User':
      if (message.startsWith('User child is on pid ')) return readChild(message.slice(21)) ?? OTHER;
      if (!message.includes(NOT_ALLOWED)) return undefined;
      return readNotAllowed(message) ?? unreadable('a refused account that cannot be read');
    default:
      return undefined;
  }
}

/** A line of sshd, sshd-session (OpenSSH 9.8 on) or sshd-auth (10.0 on). */
export function readSshd(message: string): AuthlogRecord {
  if (message.length > MAX_MESSAGE) return unreadable('longer than any line that sshd writes');
  const cut = isCut(message);
  const record = readByWord(message, cut);
  if (record) return record;
  const text =
    message.startsWith('error: ') || message.startsWith('fatal: ') ? message.slice(7) : message;
  const end = readEnd(text, cut);
  if (end !== undefined) {
    return end === 'unread'
      ? unreadable('the end of a connection without an address, or with more than one')
      : end;
  }
  if (text.startsWith(MAX_ATTEMPTS)) {
    const attempts = cut ? undefined : readMaxAttempts(text.slice(MAX_ATTEMPTS.length));
    return attempts ?? unreadable('too many attempts without account or address');
  }
  return readComplaint(text, cut) ?? OTHER;
}
