/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { AuditError, isAuditError } from '../errors/audit_error';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import { isWriteBlock } from '../search/upstream_error';
import type { SearchBody, SearchHit, SearchResponse } from '../search/search_types';
import { DIRECTORY_MAPPING, type DirectoryDocument } from './directory_documents';
import { alteredReason, damagedReason, forbiddenReason, limitReason } from './directory_reasons';
import { readStoredChange } from './stored_change';

/** Changes read at most: some 25,000 entries, each ended once. */
export const MAX_DOCUMENTS = 50_000;

const PAGE = 10_000;

/** What is kept, or why nothing could be read. */
export interface StoredDirectory {
  documents: DirectoryDocument[];
  state: 'readable' | 'missing' | 'forbidden';
  /** Whether nothing was cut off or forbidden: only then may somebody be named by it. */
  whole: boolean;
  reasons: CompletenessReason[];
}

/** One shard or many: documents of one import have one `at`, and a sequence number only within their shard. */
function buildPage(after: readonly unknown[] | undefined): SearchBody {
  return {
    query: { match_all: {} },
    size: PAGE,
    track_total_hits: false,
    version: true,
    sort: [
      { at: { order: 'asc', unmapped_type: 'date' } },
      { entryId: { order: 'asc', unmapped_type: 'keyword' } },
      { _seq_no: { order: 'asc', unmapped_type: 'long' } },
    ],
    ...(after ? { search_after: after } : {}),
  };
}

const nothing = (state: 'missing' | 'forbidden', reasons: CompletenessReason[] = []) => ({
  documents: [],
  state,
  whole: state === 'missing',
  reasons,
});

/**
 * Everything recorded, with the user's own rights. Forbidden is a state, not an error: the logs may be read.
 *
 * @param max documents read, for tests
 * @throws AuditError when OpenSearch fails
 */
export async function readDocuments(
  search: ScopedSearch,
  index: string,
  max = MAX_DOCUMENTS
): Promise<StoredDirectory> {
  const hits: SearchHit[] = [];
  const partial: SearchResponse[] = [];
  let after: readonly unknown[] | undefined;
  let cut = false;
  for (;;) {
    const [answer] = await search.searchEach([{ index, body: buildPage(after) }]);
    if (answer instanceof AuditError) {
      if (answer.code === 'forbidden' && !answer.details.authentication) {
        return nothing('forbidden', [forbiddenReason(index)]);
      }
      if (answer.code === 'index_missing') return nothing('missing');
      throw answer;
    }
    if (answer._shards.total === 0) return nothing('missing');
    assertSearched(answer, index);
    partial.push(answer);
    const page = answer.hits.hits;
    hits.push(...page.slice(0, max - hits.length));
    cut = hits.length >= max;
    after = page[page.length - 1]?.sort;
    if (page.length < PAGE || !after || cut) break;
  }
  const documents: DirectoryDocument[] = [];
  let damaged = 0;
  let altered = 0;
  for (const { _id, _source, _version } of hits) {
    const stored = readStoredChange(_id, _source);
    if (stored.change) documents.push(stored.change);
    if (stored.damaged) damaged += 1;
    if (_version !== undefined && _version > 1) altered += 1;
  }
  const incomplete = [...partialReasons(partial, 'directory'), ...(cut ? [limitReason(max)] : [])];
  return {
    documents,
    state: 'readable',
    whole: incomplete.length === 0,
    reasons: [...incomplete, ...damagedReason(damaged), ...alteredReason(altered)],
  };
}

/**
 * Appends changes, all with one refresh, so that the next answer has them. The index is made on the first
 * write, by a user who may make it; never by OpenSearch itself, with a mapping that it guesses.
 *
 * @throws AuditError `forbidden` without the right to create documents, or the index, there;
 *   `upstream_unavailable` where the index takes no documents, or none may be made
 */
export async function appendDocuments(
  search: ScopedSearch,
  index: string,
  documents: readonly DirectoryDocument[],
  indexExists: boolean
): Promise<void> {
  if (!indexExists) await makeIndex(search, index);
  try {
    await search.append(index, documents);
  } catch (error) {
    if (isAuditError(error) && isWriteBlock(error)) throw readOnly(error, index);
    if (!isRefusal(error)) throw error;
    const { written } = error.details;
    const done = typeof written === 'number' ? written : 0;
    throw new AuditError(
      'forbidden',
      `You may read the directory (${index}), but not write to it: ask for a role that may add documents there, with indices:data/write/bulk and indices:data/write/index (${done} of ${documents.length} were written)`,
      error.details
    );
  }
}

/** OpenSearch knows the user and refuses the action: not a session that has ended. */
const isRefusal = (error: unknown): error is AuditError =>
  isAuditError(error) && error.code === 'forbidden' && !error.details.authentication;

/** Nobody may write at the moment. Of a bulk request a part may have been written before. */
function readOnly(error: AuditError, index: string): AuditError {
  const { written } = error.details;
  const done = typeof written === 'number' ? written : 0;
  return new AuditError(
    'upstream_unavailable',
    `${index} takes no documents at the moment (OpenSearch made it read-only, as it does when disks are nearly full; ${done} were written). Try again when your administrator has made room`,
    error.details
  );
}

async function makeIndex(search: ScopedSearch, index: string): Promise<void> {
  try {
    await search.createIndex(index, { mappings: DIRECTORY_MAPPING });
  } catch (error) {
    if (isAuditError(error) && isWriteBlock(error)) throw readOnly(error, index);
    if (!isRefusal(error)) throw error;
    throw new AuditError(
      'forbidden',
      `There is no index ${index} yet, or none that you may see, and you may not make it: ask for a role that may, with indices:admin/create`,
      error.details
    );
  }
}
