/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { kubeFiltersSchema, type KubeFilters } from '../../../common/api/kube_filters';
import { DEFAULT_KUBE_FIELDS } from '../record/fields';
import { mergeRecords } from '../record/merge_stages';
import { hitOf } from '../record/recorded.test_support';
import type { Source } from '../record/read_source';
import { buildFilterClauses, variesByStage } from './filter_query';
import { filters, requestRecords } from './log_records.test_support';
import { matchesFilters } from './match_filters';
import { matchesQuery } from './query_interpreter.test_support';

const CONTEXT = {
  fields: DEFAULT_KUBE_FIELDS,
  groupAccounts: ['kubernetes-admin', 'kubernetes-super-admin'],
};

const merged = (sources: Source[]) => mergeRecords(sources.map((source) => hitOf(source).record));

const passes = (sources: Source[], wanted: KubeFilters) =>
  matchesFilters(merged(sources), wanted, CONTEXT.groupAccounts);

const found = (sources: Source[], wanted: KubeFilters) => {
  const clauses = buildFilterClauses(wanted, CONTEXT, 'superset');
  return sources.filter((source) => clauses.every((clause) => matchesQuery(clause, source)));
};

const runs = { numRuns: 6000 };

describe('the query and the decision', () => {
  it('agree that every event that passes is found by at least one of its records', () => {
    let passed = 0;
    fc.assert(
      fc.property(requestRecords, filters, (sources, wanted) => {
        if (!passes(sources, wanted)) return;
        passed += 1;
        expect(found(sources, wanted).length).toBeGreaterThan(0);
      }),
      runs
    );
    // The property says nothing where nothing passes.
    expect(passed).toBeGreaterThan(500);
  });

  it('agree on all records where a filter concerns what every stage has', () => {
    fc.assert(
      fc.property(requestRecords, filters, (sources, wanted) => {
        if (variesByStage(wanted)) return;
        const count = found(sources, wanted).length;
        expect([0, sources.length]).toContain(count);
      }),
      runs
    );
  });

  it('agree on the event even where its records are counted as they were found', () => {
    fc.assert(
      fc.property(requestRecords, filters, (sources, wanted) => {
        const some = found(sources, wanted);
        if (some.length === 0) return;
        expect(passes(some, wanted)).toBe(passes(sources, wanted));
      }),
      runs
    );
  });

  it('are asked with filters that the API takes', () => {
    fc.assert(
      fc.property(filters, (wanted) => {
        expect(kubeFiltersSchema.safeParse(wanted).success).toBe(true);
      })
    );
  });
});
