/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { REVIEW_SAMPLE_SIZE } from '../../common/api/review';
import type { Query } from '../search/query_dsl';
import type { SearchBody } from '../search/search_types';

/** Users listed of one finding. */
export const MAX_USERS = 20;

/** Up to four records a request, be they stages or repeated deliveries: enough for ten requests. */
const DRAWN = REVIEW_SAMPLE_SIZE * 4;

/**
 * Counts the records of a finding, and draws some to read.
 *
 * Each record gets a pseudo-random number from the seed, its index and its place in it (`_seq_no`), which is
 * the same whenever it is asked: who draws again with the same seed from the same data draws the same.
 *
 * @param includes fields of the sampled documents; never their bodies
 */
export function buildFindingSearch(
  query: Query,
  seed: number,
  includes: readonly string[],
  aggs: Record<string, unknown> = {}
): SearchBody {
  return {
    query: {
      function_score: {
        query: { bool: { filter: [query] } },
        functions: [{ random_score: { seed, field: '_seq_no' } }],
        boost_mode: 'replace',
      },
    },
    size: DRAWN,
    track_total_hits: true,
    // Scores have 24 bits: equal ones are told apart by their place.
    sort: [
      { _score: { order: 'desc' } },
      { _index: { order: 'asc' } },
      { _seq_no: { order: 'asc', unmapped_type: 'long' } },
    ],
    _source: { includes },
    aggs,
  };
}
