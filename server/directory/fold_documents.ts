/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntry } from '../../common/api/directory';
import type { DirectoryDocument } from './directory_documents';

/** A change, as the history shows it. */
export interface DirectoryChange {
  /** Id of the entry. */
  id: string;
  action: 'add' | 'end';
  /** The entry as this change left it. */
  entry: DirectoryEntry;
  by: string;
  at: string;
}

/** What the changes come to. */
export interface FoldedDirectory {
  entries: DirectoryEntry[];
  /** Newest first. */
  history: DirectoryChange[];
  /** Ends of entries that are not there. */
  withoutEntry: number;
}

const byTime = (a: { at: string }, b: { at: string }): number =>
  Date.parse(a.at) - Date.parse(b.at);

/** The same change written twice, as when an answer was lost on the way. */
const isRepeat = (a: DirectoryDocument, b: DirectoryDocument): boolean =>
  a.at === b.at && a.by === b.by && JSON.stringify(a.entry) === JSON.stringify(b.entry);

/**
 * The entries and their history, from changes in any order. Of several ends the last one recorded holds. Two
 * different entries under one id, which this plugin never writes, are both kept: neither hides the other.
 */
export function foldDocuments(documents: readonly DirectoryDocument[]): FoldedDirectory {
  const inOrder = [...documents].sort(byTime);
  const entries = new Map<string, DirectoryEntry>();
  const added = new Map<string, DirectoryDocument[]>();
  const history: DirectoryChange[] = [];
  for (const document of inOrder) {
    const { action, entryId, at, by, entry } = document;
    if (action !== 'add' || !entry) continue;
    const before = added.get(entryId) ?? [];
    if (before.some((other) => isRepeat(other, document))) continue;
    added.set(entryId, [...before, document]);
    const id = before.length === 0 ? entryId : `${entryId} (${before.length + 1})`;
    const filed: DirectoryEntry = { ...entry, id, recordedBy: by, recordedAt: at };
    entries.set(id, filed);
    history.push({ id, action, entry: filed, by, at });
  }
  let withoutEntry = 0;
  for (const { action, entryId, at, by, validTo } of inOrder) {
    if (action !== 'end' || validTo === undefined) continue;
    const known = entries.get(entryId);
    if (!known) {
      withoutEntry += 1;
      continue;
    }
    const ended: DirectoryEntry = { ...known, validTo, endedBy: by, endedAt: at };
    entries.set(entryId, ended);
    history.push({ id: entryId, action, entry: ended, by, at });
  }
  return {
    entries: [...entries.values()],
    history: history.sort(byTime).reverse(),
    withoutEntry,
  };
}
