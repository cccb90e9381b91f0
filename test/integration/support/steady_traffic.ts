/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './audit_record';
import { authlogLine, type AuthlogSource } from './authlog_lines';

const HOUR_MS = 3_600_000;

/** A time without traffic, from and to as instants; `to` is exclusive. */
export type Quiet = readonly [from: string, to: string];

/** How much is written, and when. */
export interface Traffic {
  from: string;
  /** Exclusive. */
  to: string;
  perHour: number;
  quiet?: readonly Quiet[];
  /** Hours of each day, UTC, in which something is written; all when absent. */
  hours?: (hour: number) => boolean;
}

/** Evenly spread instants, as milliseconds. */
export function* instantsOf({ from, to, perHour, quiet = [], hours }: Traffic): Iterable<number> {
  const silent = quiet.map(([a, b]) => [Date.parse(a), Date.parse(b)]);
  const stepMs = HOUR_MS / perHour;
  for (let at = Date.parse(from) + stepMs / 2; at < Date.parse(to); at += stepMs) {
    const ms = Math.floor(at);
    if (silent.some(([a, b]) => ms >= a && ms < b)) continue;
    if (hours && !hours(new Date(ms).getUTCHours())) continue;
    yield ms;
  }
}

/** Audit records of a cluster. */
export function* steadyRecords(cluster: string, traffic: Traffic): Iterable<object> {
  for (const ms of instantsOf(traffic)) {
    const at = new Date(ms).toISOString();
    yield auditRecord({ cluster, at, time: at });
  }
}

/** Lines of cron on a node of the cluster `wc`. */
export function* steadyLines(host: string, traffic: Traffic): Iterable<AuthlogSource> {
  for (const ms of instantsOf(traffic)) {
    const message = 'pam_unix(cron:session): session closed for user root';
    yield authlogLine(new Date(ms).toISOString(), 'CRON', message, { pid: '4711', host });
  }
}
