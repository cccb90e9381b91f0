/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import dateMath from '@elastic/datemath';
import moment from 'moment';

/** Relative to now without rounding: the same in every zone, so the server may resolve it. */
const PLAIN = /^now(?:[+-]\d{1,9}[smhdwMy])*$/;

/** With rounding, such as `now/d` and `now-1w/w`. */
const ROUNDED = /^now(?:[+-]\d{1,9}[smhdwMy]|\/[smhdwMy])+$/;

/** Longest form that the server takes. */
const MAX_LENGTH = 64;

/**
 * End of a period in the form in which the server is asked. A rounded one and one without a zone become
 * an instant here, because "today" is the user's day and the server knows UTC only.
 *
 * @param roundUp whether this is the end that rounds to the last millisecond
 * @returns undefined when the text is no instant
 */
export function resolveInstant(text: string, roundUp: boolean): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (PLAIN.test(text)) return dateMath.parse(text)?.isValid() ? text : undefined;
  const time = ROUNDED.test(text)
    ? dateMath.parse(text, { roundUp })
    : moment(text, moment.ISO_8601, true);
  return time?.isValid() ? time.toISOString() : undefined;
}
