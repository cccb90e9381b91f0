/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';

/** `pam_unix(sshd:session): …`; of the modules that log a session, this one does so on every system. */
const SESSION =
  /^pam_unix2?\(([^():]{1,100}):session\): session (opened|closed) for user ([\s\S]{1,1000})$/;
/** Linux-PAM 1.5: `ubuntu(uid=1000) by alice(uid=0)`; older: `ubuntu by (uid=0)`. */
const OPENED = /^(.{1,400}?)(?:\(uid=(\d{1,10})\))? by (.{0,400}?)\(uid=(\d{1,10})\)$/;

const FAILURE =
  /^(?:pam_\w{1,40}\(([^():]{1,100}):auth\): authentication failure; |PAM (\d{1,9}) more authentication failures?; )(.*)$/;
const FIELD = /(?:^| )(logname|uid|euid|tty|ruser|rhost|user)=(\S*)/g;

function readSession(message: string): AuthlogRecord | undefined {
  const match = SESSION.exec(message);
  if (!match) return undefined;
  const [, service, action, rest] = match;
  if (action === 'closed') {
    return { kind: 'pam_session', service, action, account: rest.trimEnd() };
  }
  const opened = OPENED.exec(rest);
  if (!opened) return { kind: 'unreadable', why: 'a session of PAM without account' };
  const [, account, uid, byAccount, byUid] = opened;
  return {
    kind: 'pam_session',
    service,
    action: 'opened',
    account,
    ...(uid === undefined ? {} : { uid }),
    ...(byAccount === '' ? {} : { byAccount }),
    byUid,
  };
}

function readFailure(message: string, ident: string): AuthlogRecord | undefined {
  const match = FAILURE.exec(message.slice(0, 8192));
  if (!match) return undefined;
  const [, service, more, rest] = match;
  const fields = new Map<string, string>();
  // The last of each name is PAM's own: `user=` comes last of all.
  for (const [, name, value] of rest.matchAll(FIELD)) if (value !== '') fields.set(name, value);
  const optional = (name: 'ruser' | 'logname' | 'rhost' | 'tty') => {
    const value = fields.get(name);
    return value === undefined ? {} : { [name]: value };
  };
  const account = fields.get('user');
  return {
    kind: 'pam_auth_failure',
    service: service ?? ident,
    ...(account === undefined ? {} : { account }),
    ...optional('ruser'),
    ...optional('logname'),
    ...optional('rhost'),
    ...optional('tty'),
    failures: more === undefined ? 1 : Number(more),
  };
}

/** A line of PAM, whichever program it comes from. */
export function readPam(message: string, ident: string): AuthlogRecord {
  return readSession(message) ?? readFailure(message, ident) ?? { kind: 'other' };
}
