/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { applyWelkinTemplates, bulkIndex, openSearchRequest, type Connection } from '../opensearch';
import { generateSampleData } from '../sample_data';
import { loadSampleDirectory } from './load_sample_directory';

/**
 * Writes the sample data, a month that ends now, with the index templates as deployed.
 *
 * @throws Error when sample data or real data is there already: nothing is ever mixed into somebody's logs
 * @returns number of documents written
 */
export async function loadSampleData(connection: Connection, events: number): Promise<number> {
  const { count } = await openSearchRequest<{ count: number }>({
    ...connection,
    method: 'GET',
    path: '/kubeaudit*,authlog*/_count?ignore_unavailable=true',
  });
  if (count > 0) {
    throw new Error(
      `There are ${count} audit records already: sample data is not mixed into them.`
    );
  }
  await applyWelkinTemplates(connection);
  const options = { now: new Date(), events };
  const directory = await loadSampleDirectory(connection, options);
  return directory + (await bulkIndex(connection, generateSampleData(options)));
}
