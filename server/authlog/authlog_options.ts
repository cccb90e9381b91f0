/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What reading authlog depends on: configuration, resolved. */
export interface AuthlogOptions {
  /** Index pattern, such as `authlog*`. */
  indexPattern: string;
  /** IANA zone of the nodes' traditional time stamps. */
  timeZone: string;
  /** Most lines of a period that are read for one answer; the newest count. */
  maxLines: number;
  /** Time before a period whose lines are read too: what was open then may act in it. */
  lookbackMs: number;
  /** Time before and after in which only logins and their ends are read. */
  sessionLookbackMs: number;
  maskSecrets: boolean;
  allowUnmask: boolean;
}

/** Fields of an authlog document, as fluentd ships them. */
export const AUTHLOG_FIELDS = [
  '@timestamp',
  'host',
  'ident',
  'pid',
  'message',
  'cluster.name',
] as const;
