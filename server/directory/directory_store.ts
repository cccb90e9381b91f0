/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { AuditError } from '../errors/audit_error';
import { partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody, SearchResponse } from '../search/search_types';
import { DIRECTORY_MAPPING, type DirectoryDocument } from './directory_documents';

/** Changes read at most: some 25,000 entries, each ended once. */
const MAX_DOCUMENTS = 50_000;

const PAGE = 10_000;

/** What is kept, or why nothing could be read. */
export interface StoredDirectory {
  documents: DirectoryDocument[];
  state: 'readable' | 'missing' | 'forbidden';
  reasons: CompletenessReason[];
}

function buildPage(after: readonly unknown[] | undefined): SearchBody {
  return {
    query: { match_all: {} },
    size: PAGE,
    track_total_hits: false,
    sort: [
      { at: { order: 'asc', unmapped_type: 'date' } },
      { _seq_no: { order: 'asc', unmapped_type: 'long' } },
    ],
    ...(after ? { search_after: after } : {}),
  };
}

/** Everything recorded, with the user's own rights. */
export async function readDocuments(search: ScopedSearch, index: string): Promise<StoredDirectory> {
  const documents: DirectoryDocument[] = [];
  const reasons: CompletenessReason[] = [];
  let after: readonly unknown[] | undefined;
  for (;;) {
    const [answer] = await search.searchEach([{ index, body: buildPage(after) }]);
    if (answer instanceof AuditError) {
      if (answer.code === 'forbidden' && !answer.details.authentication) {
        return { documents: [], state: 'forbidden', reasons: [forbiddenReason(index)] };
      }
      if (answer.code === 'index_missing') return { documents: [], state: 'missing', reasons: [] };
      throw answer;
    }
    const page: SearchResponse = answer;
    if (page._shards.total === 0) return { documents: [], state: 'missing', reasons: [] };
    reasons.push(...partialReasons([page], 'directory'));
    for (const { _source } of page.hits.hits)
      documents.push(_source as unknown as DirectoryDocument);
    after = page.hits.hits[page.hits.hits.length - 1]?.sort;
    if (page.hits.hits.length < PAGE || !after) break;
    if (documents.length >= MAX_DOCUMENTS) {
      reasons.push({
        code: 'scan_limit_reached',
        source: 'directory',
        count: MAX_DOCUMENTS,
        message: `The directory holds more than ${MAX_DOCUMENTS} changes: the newest were not read.`,
      });
      break;
    }
  }
  return { documents, state: 'readable', reasons };
}

function forbiddenReason(index: string): CompletenessReason {
  return {
    code: 'sources_forbidden',
    source: 'directory',
    message: `You may not read the directory of keys and persons (${index}): nobody can be identified by it.`,
  };
}

/**
 * Appends changes, all with one refresh, so that the next answer has them. The index is made on the first
 * write, by a user who may make it.
 *
 * @throws AuditError `forbidden` without the right to create documents there
 */
export async function appendDocuments(
  search: ScopedSearch,
  index: string,
  documents: readonly DirectoryDocument[],
  indexExists: boolean
): Promise<void> {
  if (!indexExists) await search.createIndex(index, { mappings: DIRECTORY_MAPPING });
  await search.append(index, documents);
}
