/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchHit } from '../../search/search_types';

/** Part of a batch that holds whole milliseconds only, and where the next batch begins. */
export interface WholeInstants {
  hits: SearchHit[];
  /** The batch was not filled: nothing follows. */
  last: boolean;
  /** Millisecond at which the next batch begins, itself included; meaningless when `last`. */
  nextMs: number;
  /** One millisecond filled the whole batch: it must be read by itself. `hits` is empty then. */
  overflow: boolean;
}

/**
 * Cuts a batch, sorted by receipt time, between two milliseconds. All stages and repeated deliveries of a
 * request share their receipt time, so no event is ever torn. The last millisecond of a full batch may be
 * cut off: it is left to the next batch.
 */
export function wholeInstants(hits: SearchHit[], size: number): WholeInstants {
  if (hits.length < size) return { hits, last: true, nextMs: NaN, overflow: false };
  const msOf = (hit: SearchHit) => Number(hit.sort?.[0]);
  const nextMs = msOf(hits[hits.length - 1]);
  const whole = hits.filter((hit) => msOf(hit) !== nextMs);
  return { hits: whole, last: false, nextMs, overflow: whole.length === 0 };
}
