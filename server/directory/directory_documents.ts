/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntry, DirectoryEntryInput } from '../../common/api/directory';

/**
 * One change of the directory as kept in OpenSearch: never changed itself, never deleted. The entry is kept
 * whole in `add`; `end` names it.
 */
export interface DirectoryDocument {
  action: 'add' | 'end';
  /** Id of the entry. */
  entryId: string;
  /** ISO 8601. */
  at: string;
  by: string;
  /** For `add`. */
  entry?: DirectoryEntryInput;
  /** For `end`. */
  validTo?: string;
}

const keyword = { type: 'keyword', ignore_above: 8191 };

/** Mapping of the directory's index. Strict: what the plugin does not know is not written. */
export const DIRECTORY_MAPPING = {
  dynamic: 'strict',
  properties: {
    action: keyword,
    entryId: keyword,
    at: { type: 'date' },
    by: keyword,
    validTo: { type: 'date' },
    entry: {
      properties: {
        person: keyword,
        kind: keyword,
        value: keyword,
        shared: { type: 'boolean' },
        validFrom: { type: 'date' },
        validTo: { type: 'date' },
        note: { type: 'text' },
        source: keyword,
      },
    },
  },
} as const;

/** A change, as the history shows it. */
export interface DirectoryChange {
  id: string;
  action: 'add' | 'end';
  entry: DirectoryEntry;
  by: string;
  at: string;
}

/** The entries and their history, from changes in any order. An end without its entry is left out. */
export function foldDocuments(documents: readonly DirectoryDocument[]): {
  entries: DirectoryEntry[];
  history: DirectoryChange[];
} {
  const inOrder = [...documents].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const entries = new Map<string, DirectoryEntry>();
  const history: DirectoryChange[] = [];
  for (const { action, entryId, at, by, entry } of inOrder) {
    if (action !== 'add' || !entry || entries.has(entryId)) continue;
    const added: DirectoryEntry = { ...entry, id: entryId, recordedBy: by, recordedAt: at };
    entries.set(entryId, added);
    history.push({ id: entryId, action, entry: added, by, at });
  }
  for (const { action, entryId, at, by, validTo } of inOrder) {
    const known = entries.get(entryId);
    if (action !== 'end' || !known || validTo === undefined) continue;
    const ended: DirectoryEntry = { ...known, validTo, endedBy: by, endedAt: at };
    entries.set(entryId, ended);
    history.push({ id: entryId, action, entry: ended, by, at });
  }
  return {
    entries: [...entries.values()],
    history: history.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
  };
}
