/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';

/** systemd 256 on writes quotes and the class of the session. */
const NEW =
  /^New session '?([\w-]{1,100})'? of user '?([^'\s]{1,400}?)'?(?: with class '?([a-z-]{1,40})'?[^.]{0,200})?\.$/;
const LOGGED_OUT = /^Session '?([\w-]{1,100})'? logged out\. Waiting for processes to exit\.$/;
const REMOVED = /^Removed session '?([\w-]{1,100})'?\.$/;

/** A line of systemd-logind. */
export function readLogind(message: string): AuthlogRecord {
  const begun = NEW.exec(message);
  if (begun) {
    const [, session, account, sessionClass] = begun;
    return {
      kind: 'logind_new',
      session,
      account,
      ...(sessionClass === undefined ? {} : { class: sessionClass }),
    };
  }
  const out = LOGGED_OUT.exec(message);
  if (out) return { kind: 'logind_logged_out', session: out[1] };
  const removed = REMOVED.exec(message);
  if (removed) return { kind: 'logind_removed', session: removed[1] };
  return /^(?:New|Removed) session /.test(message)
    ? { kind: 'unreadable', why: 'a session of logind that cannot be read' }
    : { kind: 'other' };
}
