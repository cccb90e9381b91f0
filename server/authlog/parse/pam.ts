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

/** Linux-PAM modules/pam_unix/support.c; without a module where the library itself sums up. */
const FAILURE =
  /^(?:pam_\w{1,40}\(([^():]{1,100}):auth\):|PAM) (?:(?:authentication failure|(\d{1,9}) more authentication failures?);) ?(.*)$/;
/**
 * Fields in the order in which PAM writes them. The account comes last, and is whatever the client wrote: it
 * may imitate the others.
 */
const FIELDS =
  /^logname=(.{0,400}?) uid=-?\d* euid=-?\d* tty=(.{0,400}?) ruser=(.{0,400}?) rhost=(\S{0,400})(?: +user=(.*))?\s*$/;

const CHANGED =
  /^pam_\w{1,40}\(([^():]{1,100}):chauthtok\): (password changed for (.{1,400})|.{0,100}password.{0,400})$/;

const NO_SESSION = 'a session of PAM without account';

/** Longest line read; PAM's own are far shorter. */
const MAX_LENGTH = 8192;

function readSession(message: string): AuthlogRecord | undefined {
  const match = SESSION.exec(message);
  if (!match) return undefined;
  const [, service, action, rest] = match;
  if (action === 'closed') {
    return { kind: 'pam_session', service, action, account: rest.trimEnd() };
  }
  const opened = OPENED.exec(rest);
  if (!opened) return { kind: 'unreadable', why: NO_SESSION };
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
  const match = FAILURE.exec(message);
  if (!match) return undefined;
  const [, service, more, rest] = match;
  const fields = FIELDS.exec(rest);
  if (!fields) return { kind: 'unreadable', why: 'a failure of PAM whose fields cannot be read' };
  const [, logname, tty, ruser, rhost, account = ''] = fields;
  const optional = (name: string, value: string) => (value === '' ? {} : { [name]: value });
  return {
    kind: 'pam_auth_failure',
    service: service ?? ident,
    ...optional('account', account.trimEnd()),
    ...optional('ruser', ruser),
    ...optional('logname', logname),
    ...optional('rhost', rhost),
    ...optional('tty', tty),
    failures: more === undefined ? 1 : Number(more),
  };
}

function readChange(message: string): AuthlogRecord | undefined {
  const match = CHANGED.exec(message);
  if (!match) return undefined;
  const [, program, what, account] = match;
  return {
    kind: 'account_change',
    program,
    what,
    ...(account === undefined ? {} : { account }),
  };
}

/** A line of PAM, whichever program it comes from. */
export function readPam(message: string, ident: string): AuthlogRecord {
  if (message.includes(':session): session ')) {
    const session = readSession(message);
    if (session) return session;
    // Other modules (pam_systemd, pam_sss) tell of the same session.
    if (message.startsWith('pam_unix')) return { kind: 'unreadable', why: NO_SESSION };
  }
  if (message.length > MAX_LENGTH) {
    return /authentication failures?;/.test(message.slice(0, 200))
      ? { kind: 'unreadable', why: 'longer than any line that PAM writes' }
      : { kind: 'other' };
  }
  return readFailure(message, ident) ?? readChange(message) ?? { kind: 'other' };
}
