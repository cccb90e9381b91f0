/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { FACETS } from '../../../common/api/kube_summary';
import type { KubeFilters } from '../../../common/api/kube_filters';
import { DEFAULT_KUBE_FIELDS } from '../record/fields';
import { recordedCase } from '../record/recorded.test_support';
import { endsEvent, STAGES } from '../record/stage';
import { matchesQuery } from '../filters/query_interpreter.test_support';
import { buildEstimates, finalRecords } from './estimate_query';

const CONTEXT = { fields: DEFAULT_KUBE_FIELDS, groupAccounts: ['kubernetes-admin'] };
const PERIOD = { fromMs: 0, toMs: 1000 };
const FILTERS: KubeFilters = { users: ['marked-user'], exclude: { verbs: ['marked-verb'] } };

describe('the searches for estimates', () => {
  it('ask for every facet once', () => {
    for (const filters of [{}, FILTERS, { impersonated: true }]) {
      const asked = buildEstimates(PERIOD, filters, CONTEXT).flatMap(({ facets }) => facets);
      expect([...asked].sort()).toEqual([...FACETS].sort());
    }
  });

  it('are one more for each facet with a filter of its own, which that one disregards', () => {
    const [main, ...own] = buildEstimates(PERIOD, FILTERS, CONTEXT);
    expect(own.map(({ facets }) => facets)).toEqual([['users'], ['verbs']]);
    const marks = [main, ...own].map(({ body }) => {
      const query = JSON.stringify(body.query);
      return [query.includes('marked-user'), query.includes('marked-verb')];
    });
    expect(marks).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ]);
  });

  it('take every headline figure where all filters hold', () => {
    const filters: KubeFilters = { users: ['a'], outcomes: ['success'], denials: ['admission'] };
    const [main, ...own] = buildEstimates(PERIOD, filters, CONTEXT);
    expect(Object.keys(main.body.aggs ?? {})).toEqual(
      expect.arrayContaining(['histogram', 'headline', 'headline_users'])
    );
    for (const { body } of own) {
      expect(
        Object.keys(body.aggs ?? {}).filter((name) => /^h(eadline|istogram)/.test(name))
      ).toEqual([]);
    }
    for (const figure of ['forbidden', 'unauthenticated', 'server_error', 'writes', 'streaming']) {
      expect(JSON.stringify(main.body.aggs?.headline)).toContain(`"${figure}":`);
    }
  });

  it('read no record and count no total', () => {
    for (const { body } of buildEstimates(PERIOD, FILTERS, CONTEXT)) {
      expect(body).toMatchObject({ size: 0, track_total_hits: false });
    }
  });
});

describe('the records that end an event', () => {
  it('are told by the query as they are told by the stage', () => {
    for (const stage of [...STAGES, 'Unknown']) {
      for (const code of [200, 401, 403, undefined]) {
        const source = { ...recordedCase('a1'), stage, responseStatus: { code } };
        expect([stage, code, matchesQuery(finalRecords(CONTEXT.fields), source)]).toEqual([
          stage,
          code,
          endsEvent(stage, code),
        ]);
      }
    }
  });
});
