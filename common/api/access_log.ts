/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Header that carries why somebody looks: percent-encoded UTF-8, so that bodies stay as they are. */
export const PURPOSE_HEADER = 'x-audit-user-purpose';

/** Characters of a purpose. */
export const MAX_PURPOSE_LENGTH = 500;

/** What a recorded look was: the kinds of `kind` in the access log. */
export const ACCESS_KINDS = [
  /** A question over a period. */
  'search',
  /** Single records of a log, whole. */
  'record',
  /** An evidence package. */
  'export',
  /** The timeline of one person. */
  'person',
  /** The directory of keys and persons, read or changed. */
  'directory',
  /** Log reviews. */
  'review',
] as const;

export type AccessKind = (typeof ACCESS_KINDS)[number];

/** Whether looking is recorded here, and whether names are pseudonyms until a purpose is given. */
export interface AccessLogState {
  enabled: boolean;
  pseudonymise: boolean;
}

/** Line breaks, controls, and characters that turn the order of the text around them. */
const NOT_SHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with a purpose, in words; undefined where nothing is. */
export function complaintAboutPurpose(purpose: string): string | undefined {
  if (NOT_SHOWN.test(purpose)) return 'it holds control characters';
  return Array.from(purpose).length > MAX_PURPOSE_LENGTH
    ? `it is longer than ${MAX_PURPOSE_LENGTH} characters`
    : undefined;
}
