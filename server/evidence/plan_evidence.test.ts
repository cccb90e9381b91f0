/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { EvidenceRequest } from '../../common/api/evidence';
import { scriptedSearch } from '../directory/stored_directory.test_support';
import { KUBE_TEST_OPTIONS } from '../review/kube_options.test_support';
import type { EvidenceOptions } from './evidence_options';
import { planEvidence } from './plan_evidence';

const NOW = new Date('2026-01-28T00:00:00Z');
const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-28T00:00:00Z'),
};
const OPTIONS = {
  group: {
    kubeAudit: KUBE_TEST_OPTIONS,
    ssh: { authlog: { indexPattern: 'authlog*' } },
  },
  maxRecords: 1000,
} as unknown as EvidenceOptions;

/** Limits of the plan of these parts over logs that hold nothing. */
async function limitsOf(parts: EvidenceRequest['parts']): Promise<string[]> {
  const { search } = scriptedSearch(({ path, bulkBody }) => ({
    body: path.endsWith('/_field_caps')
      ? { fields: {} }
      : {
          responses: Array.from({ length: (bulkBody ?? []).length / 2 }, () => ({
            timed_out: false,
            _shards: { total: 1, successful: 1, failed: 0 },
            hits: { total: { value: 0, relation: 'eq' }, hits: [] },
            aggregations: { per_day: { buckets: [] }, clusters: { buckets: [] } },
          })),
        },
  }));
  const request: EvidenceRequest = {
    exportId: '5325e2ba-4acf-48e7-a33d-000000000001',
    timeRange: { from: '2026-01-27T00:00:00Z', to: '2026-01-28T00:00:00Z' },
    parts,
  };
  return (await planEvidence(request, DAY, search, OPTIONS, NOW)).limits;
}

describe('a package', () => {
  it('of which nothing was chosen says what is not in it', async () => {
    expect(await limitsOf({})).toEqual([
      'Nothing was chosen: no Kubernetes request, no line of authlog, no SSH session and no signed review is in this package, only how many records each log holds of the period. Nothing can be concluded from it about what anybody did.',
    ]);
    expect(await limitsOf({ ssh: false, reviews: false })).toHaveLength(1);
  });

  it.each<[string, EvidenceRequest['parts']]>([
    ['requests', { kube: {} }],
    ['SSH', { ssh: true }],
    ['signed reviews', { reviews: true }],
  ])('of %s has no such limit', async (_what, parts) => {
    expect(await limitsOf(parts)).toEqual([]);
  });
});
