/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimeRange } from '../../common/api/time_range';
import { HOST_PARAMETERS } from './host_parameters';

/** Path of each view below the application. */
export const VIEW_PATHS = {
  auditUser: '/',
  ssh: '/ssh',
  groupAccounts: '/group-accounts',
  people: '/people',
  person: '/people/:person?',
  coverage: '/coverage',
  evidence: '/evidence',
  reviews: '/reviews',
  review: '/reviews/:review?',
} as const;

/** Path of the page on which a review is prepared. */
export const PREPARE_REVIEW_PATH = '/reviews/prepare';

/** Path of a signed review. */
export function reviewPath(sequence: number): string {
  return `/reviews/${sequence}`;
}

/** Path of the timeline of a person. */
export function personPath(person: string): string {
  return `/people/${encodeURIComponent(person)}`;
}

/**
 * The person of a path. The router hands reserved characters on as they stand in the address (`%40`), so they
 * are decoded here; what is no encoding is taken as it is.
 */
export function personOfPath(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch (error) {
    if (error instanceof URIError) return parameter;
    throw error;
  }
}

/** What goes from one view to the next: the period, and what belongs to the host. */
const KEPT = ['from', 'to', ...HOST_PARAMETERS] as const;

/**
 * The search part of an address for another view: the same period, no filters, since those of one view mean
 * nothing in the next.
 *
 * @param filters parameters that the next view is to have besides
 * @param period another period than that of the address
 */
export function searchForView(
  search: string,
  filters: ReadonlyArray<readonly [name: string, value: string]> = [],
  period?: TimeRange
): string {
  const before = new URLSearchParams(search);
  const next = new URLSearchParams();
  for (const name of KEPT) for (const value of before.getAll(name)) next.append(name, value);
  if (period) {
    next.set('from', period.from);
    next.set('to', period.to);
  }
  for (const [name, value] of filters) next.append(name, value);
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}
