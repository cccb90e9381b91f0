/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { bulkIndex, openSearchRequest } from '../../opensearch';
import { adminConnection } from './connections';

/** Writes records into an index and makes them searchable. */
export async function writeRecords(index: string, records: Iterable<object>): Promise<number> {
  const documents = function* () {
    for (const source of records) yield { index, source };
  };
  return bulkIndex(adminConnection(), documents());
}

/** Creates an index with a mapping of its own. */
export async function createIndex(index: string, properties: object = {}): Promise<void> {
  await openSearchRequest({
    ...adminConnection(),
    method: 'PUT',
    path: `/${index}`,
    body: { mappings: { properties } },
  });
}
