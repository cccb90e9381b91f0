/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';

/** Texts of sshd, sudo, su and systemd-logind on which views rest, by their beginnings. */
const FORMS: ReadonlyArray<readonly [string, RegExp]> = [
  [
    'sshd',
    /^(?:Accepted \S|Failed (?:none|password|publickey|hostbased|keyboard-\S{1,100}|gssapi-\S{1,100}) for |Invalid user |Disconnected from (?:user |\S{1,64} port )|Starting session: |Close session: )/,
  ],
  [
    'sudo',
    /^[^;]{1,400}? : (?:[^;]{1,200} ; )?(?:HOST|TTY|CHROOT|PWD|USER)=[^;]{0,1000} ; |^[^;]{1,400}? : \(command continued\) /,
  ],
  ['su', /^(?:FAILED SU )?\(to .{1,400}?\) .{0,400}? on \S{1,100}$/],
  ['su', /^(?:Successful|FAILED) su for /],
  [
    'systemd-logind',
    /^(?:New session '?[\w-]{1,100}'? of user |Removed session '?[\w-]{1,100}'?\.)/,
  ],
];

/** Longer than what the beginnings need. */
const MAX_BEGINNING = 2_000;

/**
 * A line of which the program is not known. It is not believed, since anybody may write under any name; but where
 * it looks like a line that a view rests on, it is not passed over either.
 */
export function readUnknownProgram(message: string): AuthlogRecord {
  const beginning = message.slice(0, MAX_BEGINNING);
  const form = FORMS.find(([, expression]) => expression.test(beginning));
  return form
    ? {
        kind: 'unreadable',
        why: `it reads like a line of ${form[0]}, and does not name that program`,
      }
    : { kind: 'other' };
}
