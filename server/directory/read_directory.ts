/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type {
  DirectoryEntry,
  DirectoryEntryInput,
  DirectoryResponse,
} from '../../common/api/directory';
import type { ScopedSearch } from '../search/scoped_search';
import { Directory } from './directory_lookup';
import { withoutEntryReason } from './directory_reasons';
import { readDocuments } from './directory_store';
import { foldDocuments, type DirectoryChange } from './fold_documents';

/** What the directory depends on: configuration, resolved. */
export interface DirectoryOptions {
  /** Name of the directory's index. */
  index: string;
  /** Entries that the configuration gives. */
  seed: readonly DirectoryEntryInput[];
  /** Accounts that several persons use: `root@example.com` in a key's comment is nobody's address. */
  groupAccounts: readonly string[];
}

/** The directory as other domains use it. */
export interface DirectoryPicture {
  /** Names nobody unless `whole`. */
  directory: Directory;
  entries: DirectoryEntry[];
  /** Newest first. */
  history: DirectoryChange[];
  state: DirectoryResponse['state'];
  /** Whether all of it was read: nothing forbidden, cut off or without an answer. */
  whole: boolean;
  reasons: CompletenessReason[];
  /** Documents that were read. */
  documentCount: number;
}

function toSeed(seed: readonly DirectoryEntryInput[]): DirectoryEntry[] {
  return seed.map((entry, i) => ({
    ...entry,
    id: `configuration-${i + 1}`,
    recordedBy: 'configuration',
    recordedAt: new Date(0).toISOString(),
  }));
}

/** Reads the directory with the user's own rights. Forbidden is a state, not an error: the logs may be read. */
export async function readDirectory(
  search: ScopedSearch,
  { index, seed }: DirectoryOptions
): Promise<DirectoryPicture> {
  const { documents, state, whole, reasons } = await readDocuments(search, index);
  const folded = foldDocuments(documents);
  const entries = [...toSeed(seed), ...folded.entries];
  return {
    directory: new Directory(entries, { whole }),
    entries,
    history: folded.history,
    state,
    whole,
    reasons: [...reasons, ...withoutEntryReason(folded.withoutEntry)],
    documentCount: documents.length,
  };
}
