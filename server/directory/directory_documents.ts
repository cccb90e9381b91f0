/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput } from '../../common/api/directory';

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
