/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { ReviewChain } from '../../common/api/review';
import type { ReviewRecord } from '../../common/api/review_record';
import { AuditError, isAuditError } from '../errors/audit_error';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import { makeAppendOnlyIndex } from '../search/append_only_index';
import type { ScopedSearch } from '../search/scoped_search';
import { isWriteBlock } from '../search/upstream_error';
import type { SearchBody, SearchResponse } from '../search/search_types';
import { ChainVerifier, type ChainDocument } from './review_chain';
import { documentId, REVIEW_INDEX } from './review_documents';

/** Records of one page: each may hold some 200 kB of findings. */
const PAGE = 50;

/** Two reviews a week for a hundred years. */
const MAX_RECORDS = 10_000;

/** The chain as read and verified for one answer. */
export interface StoredReviews {
  chain: ReviewChain;
  /** All of it was read. */
  whole: boolean;
  reasons: CompletenessReason[];
}

function buildChainPage(after: readonly unknown[] | undefined): SearchBody {
  return {
    query: { match_all: {} },
    size: PAGE,
    track_total_hits: false,
    version: true,
    sort: [
      { sequence: { order: 'asc', unmapped_type: 'long' } },
      { _seq_no: { order: 'asc', unmapped_type: 'long' } },
    ],
    ...(after ? { search_after: after } : {}),
  };
}

const toDocument = (hit: SearchResponse['hits']['hits'][number]): ChainDocument => ({
  id: hit._id,
  version: hit._version,
  source: hit._source,
});

function nothing(
  state: 'missing' | 'forbidden',
  reasons: CompletenessReason[] = []
): StoredReviews {
  return {
    chain: new ChainVerifier().chain(state, state === 'missing'),
    whole: state === 'missing',
    reasons,
  };
}

/**
 * Reads and verifies the whole chain, with the user's own rights. Forbidden is a state, not an error.
 *
 * @param take gets each record in order, and whether it holds where it stands; it is not kept here
 * @throws AuditError when OpenSearch fails
 */
export async function readChain(
  search: ScopedSearch,
  index: string,
  take: (record: ReviewRecord, valid: boolean) => void
): Promise<StoredReviews> {
  const verifier = new ChainVerifier();
  const partial: SearchResponse[] = [];
  let after: readonly unknown[] | undefined;
  let count = 0;
  do {
    const [answer] = await search.searchEach([{ index, body: buildChainPage(after) }]);
    if (answer instanceof AuditError) {
      if (answer.code === 'forbidden' && !answer.details.authentication) {
        return nothing('forbidden', [
          {
            code: 'sources_forbidden',
            source: 'reviews',
            message: `You may not read ${index}: which periods were reviewed is not known here.`,
          },
        ]);
      }
      if (answer.code === 'index_missing') return nothing('missing');
      throw answer;
    }
    if (answer._shards.total === 0) return nothing('missing');
    assertSearched(answer, index);
    partial.push(answer);
    const { hits } = answer.hits;
    for (const hit of hits) {
      const read = verifier.add(toDocument(hit));
      if (read) take(read.record, read.valid);
    }
    count += hits.length;
    after = hits.length === PAGE ? hits[hits.length - 1].sort : undefined;
  } while (after && count < MAX_RECORDS);
  const reasons = partialReasons(partial, 'reviews');
  if (after) {
    reasons.push({
      code: 'scan_limit_reached',
      source: 'reviews',
      message: `There are more than ${MAX_RECORDS} review records: the newest were not read.`,
    });
  }
  const whole = reasons.length === 0;
  return { chain: verifier.chain('readable', whole), whole, reasons };
}

/** The document of one place, as it is; undefined where there is none that can be found. */
export async function readPlace(
  search: ScopedSearch,
  index: string,
  sequence: number
): Promise<unknown> {
  const [answer] = await search.searchAll([
    { index, body: { query: { ids: { values: [documentId(sequence)] } }, size: 1 } },
  ]);
  return answer.hits.hits[0]?._source;
}

/** OpenSearch refuses every write: disks are nearly full, or somebody made it read-only. */
function readOnly(error: AuditError, index: string): AuditError {
  return new AuditError(
    'upstream_unavailable',
    `${index} takes no documents at the moment (OpenSearch made it read-only, as it does when disks are nearly full). Nothing was signed: try again when your administrator has made room`,
    error.details
  );
}

/**
 * Adds a record in its place. The index is made on the first write, by a user who may make it.
 *
 * @throws AuditError `conflict` where the place is taken, `forbidden` without the right to add or to make the
 *   index, `upstream_unavailable` where the index takes no documents
 */
export async function appendRecord(
  search: ScopedSearch,
  index: string,
  record: ReviewRecord,
  indexExists: boolean
): Promise<void> {
  try {
    if (!indexExists) await makeIndex(search, index);
    await search.append(index, [record], [documentId(record.sequence)]);
  } catch (error) {
    throw isAuditError(error) && isWriteBlock(error) ? readOnly(error, index) : error;
  }
}

async function makeIndex(search: ScopedSearch, index: string): Promise<void> {
  try {
    await makeAppendOnlyIndex(search, index, REVIEW_INDEX);
  } catch (error) {
    if (!isAuditError(error) || error.code !== 'forbidden' || error.details.authentication) {
      throw error;
    }
    throw new AuditError(
      'forbidden',
      `There is no index ${index} yet, or none that you may see, and you may not make it: ask for a role that may`,
      error.details
    );
  }
}
