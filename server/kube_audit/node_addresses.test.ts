/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { scriptedSearch } from '../directory/stored_directory.test_support';
import { KUBE_TEST_OPTIONS } from '../review/kube_options.test_support';
import { readNodeAddresses } from './node_addresses';

/** What is read of a log with so many addresses of nodes. */
async function read(count: number, { failed = 0, timedOut = false } = {}) {
  const buckets = Array.from({ length: count }, (_, i) => ({
    key: { cluster: i === 0 ? null : 'wc', user: `system:node:node-${i}`, address: `10.0.0.${i}` },
  }));
  const { search } = scriptedSearch(() => ({
    body: {
      responses: [
        {
          timed_out: timedOut,
          _shards: { total: 3, successful: 3 - failed, failed },
          hits: { hits: [] },
          aggregations: { addresses: { buckets } },
        },
      ],
    },
  }));
  return readNodeAddresses({ fromMs: 0, toMs: 1 }, search, KUBE_TEST_OPTIONS);
}

describe('addresses of nodes', () => {
  it('are those of the requests of their kubelets', async () => {
    expect(await read(2)).toEqual({
      addresses: [
        { cluster: '', host: 'node-0', address: '10.0.0.0' },
        { cluster: 'wc', host: 'node-1', address: '10.0.0.1' },
      ],
      incomplete: false,
      reasons: [],
    });
  });

  it.each<[string, { failed?: number; timedOut?: boolean }, string]>([
    ['a shard failed', { failed: 1 }, 'shard_failures'],
    ['time ran out', { timedOut: true }, 'timed_out'],
  ])('are incomplete where %s', async (_why, more, code) => {
    const { incomplete, reasons } = await read(2, more);
    expect(incomplete).toBe(true);
    expect(reasons).toMatchObject([{ code, source: 'kubeaudit' }]);
  });

  it('are incomplete where there are more than were asked for', async () => {
    const { incomplete, reasons } = await read(10_000);
    expect(incomplete).toBe(true);
    expect(reasons).toMatchObject([
      { code: 'scan_limit_reached', source: 'kubeaudit', count: 10_000 },
    ]);
    expect((await read(9_999)).incomplete).toBe(false);
  });
});
