/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';

/** Programs of shadow-utils that change accounts and groups. */
export const ACCOUNT_PROGRAMS = new Set([
  'useradd',
  'adduser',
  'usermod',
  'userdel',
  'deluser',
  'groupadd',
  'groupmod',
  'groupdel',
  'gpasswd',
  'passwd',
  'chpasswd',
  'chage',
  'chsh',
  'chfn',
  'newusers',
]);

/** shadow src/*.c. The name stands in quotes, after `name=`, or alone; what an administrator typed comes later. */
const NAMED =
  /^(?:new (?:user|group): name=|(?:group|user) added to \S{1,200}: name=|(?:failed )?(?:adding|add|delete|change|changed|lock|unlock|removed?)(?: (?:shadow ))?(?: ?(?:user|group|user name))? ?'|password for ['`]|password changed for |changed password expiry for |user (?!name)|account of )([\w.@$-]{1,100})/;

/** Longest text kept. */
const MAX_TEXT = 1000;

/** A line of a program that changes an account or a group. */
export function readAccountChange(program: string, message: string): AuthlogRecord {
  const what = message.slice(0, MAX_TEXT);
  const match = NAMED.exec(what);
  return {
    kind: 'account_change',
    program,
    what,
    ...(match ? { account: match[1] } : {}),
  };
}
