/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  DIRECTORY_MAPPING,
  type DirectoryDocument,
} from '../../server/directory/directory_documents';
import { bulkIndex, openSearchRequest, type Connection } from '../opensearch';
import { sampleDirectory, type SampleOptions } from '../sample_data';

/** Name of the directory's index by default configuration. */
const INDEX = 'audit-user-directory';

/** Files the keys and credentials of the sample's persons, all but the ones that are unknown on purpose. */
export async function loadSampleDirectory(
  connection: Connection,
  options: SampleOptions
): Promise<number> {
  await openSearchRequest({
    ...connection,
    method: 'PUT',
    path: `/${INDEX}`,
    body: { mappings: DIRECTORY_MAPPING },
  });
  const { entries } = sampleDirectory(options);
  const documents = function* () {
    let number = 0;
    for (const entry of entries) {
      number += 1;
      const source: DirectoryDocument = {
        action: 'add',
        entryId: `sample-${number}`,
        at: new Date(0).toISOString(),
        by: 'sample data',
        entry: { ...entry, source: 'sample data' },
      };
      yield { index: INDEX, source };
    }
  };
  return bulkIndex(connection, documents());
}
