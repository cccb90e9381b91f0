/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isAuditError } from '../errors/audit_error';
import type { ScopedSearch } from './scoped_search';

/** Settings and mappings of an index. */
export interface IndexDefinition {
  settings: Readonly<Record<string, unknown>>;
  mappings: unknown;
}

/**
 * Makes an index, unless it is there, whose documents nobody can change or delete, administrators neither.
 * OpenSearch of 2.19 and later knows the setting; older ones refuse it by its name, and get the index without it.
 *
 * @throws AuditError `forbidden` without the right to make it
 */
export async function makeAppendOnlyIndex(
  search: ScopedSearch,
  index: string,
  { settings, mappings }: IndexDefinition
): Promise<void> {
  try {
    await search.createIndex(index, {
      settings: { ...settings, 'index.append_only.enabled': true },
      mappings,
    });
  } catch (error) {
    const unknown =
      isAuditError(error) &&
      error.details.upstreamStatus === 400 &&
      error.message.includes('append_only');
    if (!unknown) throw error;
    await search.createIndex(index, { settings, mappings });
  }
}
