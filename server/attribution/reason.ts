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

/** Makes a reason. */
export function reason(code: AttributionReasonCode, message: string): AttributionReason {
  return { code, message };
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(values: readonly string[]): string {
  const shown = values.map(quoted);
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
