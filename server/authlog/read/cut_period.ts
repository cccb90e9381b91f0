/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchResponse } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';

interface Bar {
  key: number;
  doc_count: number;
}

/** A period with at most so many lines. */
export interface CutPeriod {
  period: Period;
  /** Lines in it, as counted. */
  expected: number;
}

/**
 * Cuts a period that holds more lines than may be read, at the edge of a bar of its count.
 *
 * @param keep which end of it counts more
 */
export function cutPeriod(
  period: Period,
  count: SearchResponse,
  maxLines: number,
  keep: 'newest' | 'oldest'
): CutPeriod {
  const total = count.hits.total?.value ?? 0;
  if (total <= maxLines) return { period, expected: total };
  const bars = ((count.aggregations?.over_time as { buckets?: Bar[] } | undefined)?.buckets ?? [])
    .slice()
    .sort((a, b) => (keep === 'newest' ? b.key - a.key : a.key - b.key));
  let expected = 0;
  let edge = keep === 'newest' ? period.toMs + 1 : period.fromMs;
  for (let i = 0; i < bars.length; i += 1) {
    // At least one bar is read, however large: pages bound the memory.
    if (i > 0 && expected + bars[i].doc_count > maxLines) break;
    expected += bars[i].doc_count;
    edge = keep === 'newest' ? bars[i].key : (bars[i + 1]?.key ?? period.toMs + 1);
  }
  return keep === 'newest'
    ? { period: { fromMs: Math.max(period.fromMs, edge), toMs: period.toMs }, expected }
    : { period: { fromMs: period.fromMs, toMs: edge - 1 }, expected };
}
