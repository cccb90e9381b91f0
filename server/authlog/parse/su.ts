/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';

/**
 * util-linux login-utils/su-common.c, log_syslog(): `(to root) ubuntu on pts/0`, `FAILED SU (to root) ubuntu on
 * none`; the caller is empty where it is not known.
 */
const UTIL_LINUX = /^(FAILED SU )?\(to (.{1,400})\) ([^()]{0,400}) on (\S{1,100})$/;
/** shadow src/su.c: `Successful su for root by ubuntu`, `FAILED su for root by ubuntu`. */
const SHADOW = /^(Successful|FAILED) su for (.{1,400}) by (.{1,400})$/;

/** A line of su. */
export function readSu(message: string): AuthlogRecord {
  const match = UTIL_LINUX.exec(message);
  if (match) {
    const [, failed, to, from, tty] = match;
    const terminal = tty === 'none' || tty === 'notty' ? {} : { tty };
    return { kind: 'su', from, to, ...terminal, success: failed === undefined };
  }
  const shadow = SHADOW.exec(message);
  if (shadow) {
    const [, outcome, to, from] = shadow;
    return { kind: 'su', from, to, success: outcome === 'Successful' };
  }
  return /\(to |^FAILED su|^Successful su/i.test(message.slice(0, 100))
    ? { kind: 'unreadable', why: 'a line of su that cannot be read' }
    : { kind: 'other' };
}
