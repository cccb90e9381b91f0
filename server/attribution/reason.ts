/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  AttributionReason,
  AttributionReasonCode,
} from '../../common/attribution/attribution';

/** Longest piece of log text in a reason: certificate ids and accounts can be as long as a client likes. */
const MAX_QUOTED = 200;

/** Text of a log or of the directory within a sentence. */
export function quoted(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

/** Forbidden, cut off or without an answer: the completeness of the answer says which. */
export const DIRECTORY_NOT_READABLE =
  'The directory of keys and persons could not be read, or not all of it: nobody is named by it.';

/** Reasons kept for the next use: most commands of a session have the same. */
const MAX_KEPT = 10_000;

const kept = new Map<string, AttributionReason>();

/** Makes a reason; the same object for the same words, so that a hundred thousand commands share a few. */
export function reason(code: AttributionReasonCode, message: string): AttributionReason {
  const key = `${code} ${message}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MAX_KEPT) kept.clear();
  const made = { code, message };
  kept.set(key, made);
  return made;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(values: readonly string[]): string {
  const shown = values.map(quoted);
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
