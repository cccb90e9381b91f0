/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { FACETS, type FacetName } from '../../../common/api/kube_summary';
import type { KubeFilters } from '../../../common/api/kube_filters';
import { DENIALS, OUTCOMES } from '../../../common/kube_audit/outcome';
import { USER_KINDS } from '../../../common/kube_audit/user_kind';
import { allOf, anyOf, exists, noneOf, type Query } from '../../search/query_dsl';
import type { SearchBody } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import {
  buildFilterClauses,
  denialQuery,
  outcomeQuery,
  userKindQuery,
  type FilterContext,
} from '../filters/filter_query';
import { valueIn } from '../filters/value_query';
import { keywordOf, type KubeFields } from '../record/fields';
import { recordsQuery } from '../events/events_query';
import { FINAL_STAGES } from '../record/stage';
import { STREAMING_SUBRESOURCES } from '../record/streaming_request';
import { MAX_FACET_VALUES, MAX_RESOURCES, WRITE_VERBS } from './summary_limits';
import { stepFor } from '../../time/time_steps';

/** Precision of distinct counts: exact enough for "and N more", at 8 kB a facet. */
const DISTINCT_PRECISION = 1000;

/** The records that end an event: counting these counts events, but for repeated deliveries. */
export function finalRecords({ stage, code }: KubeFields): Query {
  return anyOf([
    { terms: { [keywordOf(stage)]: FINAL_STAGES } },
    allOf([{ term: { [keywordOf(stage)]: 'ResponseStarted' } }, { term: { [code]: 401 } }]),
  ]);
}

/** Counts the events of a query by their final records. */
export function countFinals(query: Query, fields: KubeFields): SearchBody {
  return { query: allOf([query, finalRecords(fields)]), size: 0, track_total_hits: true };
}

const byValue = (field: string, fields: KubeFields) => ({
  values: {
    terms: { field: keywordOf(field), size: MAX_FACET_VALUES },
    aggs: { final: { filter: finalRecords(fields) } },
  },
  distinct: { cardinality: { field: keywordOf(field), precision_threshold: DISTINCT_PRECISION } },
});

const byQuery = (queries: Record<string, Query>, fields: KubeFields) => ({
  values: { filters: { filters: queries }, aggs: { final: { filter: finalRecords(fields) } } },
});

const queriesOf = <T extends string>(names: readonly T[], toQuery: (name: T) => Query) =>
  Object.fromEntries(names.map((name) => [name, toQuery(name)]));

/** Aggregations of one facet, each with a count of final records. */
function facetAggregations(name: FacetName, context: FilterContext): Record<string, unknown> {
  const { fields } = context;
  switch (name) {
    case 'users':
      return byValue(fields.user, fields);
    case 'clusters':
      return byValue(fields.cluster, fields);
    case 'verbs':
      return byValue(fields.verb, fields);
    case 'namespaces':
      return byValue(fields.namespace, fields);
    case 'names':
      return byValue(fields.name, fields);
    case 'sourceIps':
      return byValue(fields.sourceIps, fields);
    case 'userKinds':
      return byQuery(
        queriesOf(USER_KINDS, (kind) => userKindQuery(kind, context)),
        fields
      );
    case 'outcomes':
      return byQuery(
        queriesOf(OUTCOMES, (outcome) => outcomeQuery(outcome, fields)),
        fields
      );
    case 'denials':
      return byQuery(
        queriesOf(DENIALS, (denial) => denialQuery(denial, fields)),
        fields
      );
    case 'resources':
      return {
        values: {
          composite: {
            size: MAX_RESOURCES,
            sources: [
              { resource: { terms: { field: keywordOf(fields.resource) } } },
              { apiGroup: { terms: { field: keywordOf(fields.apiGroup), missing_bucket: true } } },
              {
                subresource: {
                  terms: { field: keywordOf(fields.subresource), missing_bucket: true },
                },
              },
            ],
          },
          aggs: { final: { filter: finalRecords(fields) } },
        },
      };
  }
}

/**
 * Headline figures, from final records. They obey every filter, so they cannot be taken from facets, each of
 * which disregards its own.
 */
function headlineAggregations(fields: KubeFields): Record<string, unknown> {
  const streaming = valueIn(fields.subresource, [...STREAMING_SUBRESOURCES]);
  const counts: Record<HeadlineCount, Query> = {
    forbidden: outcomeQuery('forbidden', fields),
    authorization: denialQuery('authorization', fields),
    admission: denialQuery('admission', fields),
    unauthenticated: outcomeQuery('unauthenticated', fields),
    server_error: outcomeQuery('server_error', fields),
    streaming,
    impersonated: exists(fields.impersonatedUser),
    writes: allOf([valueIn(fields.verb, WRITE_VERBS), noneOf([streaming])]),
  };
  return {
    headline: {
      filter: finalRecords(fields),
      aggs: { counts: { filters: { filters: counts } } },
    },
    headline_users: {
      cardinality: { field: keywordOf(fields.user), precision_threshold: DISTINCT_PRECISION },
    },
  };
}

/** Headline figures that are counted each by a query. */
export type HeadlineCount =
  | 'forbidden'
  | 'authorization'
  | 'admission'
  | 'unauthenticated'
  | 'server_error'
  | 'streaming'
  | 'impersonated'
  | 'writes';

/** True when the facet has a filter of its own, so that it needs a search without that filter. */
export function hasOwnFilter(name: FacetName, filters: KubeFilters): boolean {
  return filters[name] !== undefined || filters.exclude?.[name] !== undefined;
}

/** A facet that is asked in a search of its own, and those that share one. */
export interface EstimateSearch {
  facets: readonly FacetName[];
  body: SearchBody;
}

/**
 * Searches that estimate everything a summary shows, whatever the amount of data: one for the histogram, the
 * headline and all facets without a filter of their own, and one for each facet with one.
 */
export function buildEstimates(
  period: Period,
  filters: KubeFilters,
  context: FilterContext
): EstimateSearch[] {
  const { fields } = context;
  const search = (
    facets: readonly FacetName[],
    omit: FacetName | undefined,
    more: Record<string, unknown>
  ): EstimateSearch => ({
    facets,
    body: {
      query: recordsQuery(period, buildFilterClauses(filters, context, 'estimate', omit), fields),
      size: 0,
      track_total_hits: false,
      aggs: {
        ...more,
        ...Object.fromEntries(
          facets.flatMap((name) =>
            Object.entries(facetAggregations(name, context)).map(([key, aggregation]) => [
              `${name}_${key}`,
              aggregation,
            ])
          )
        ),
      },
    },
  });
  const own = FACETS.filter((name) => hasOwnFilter(name, filters));
  const shared = FACETS.filter((name) => !own.includes(name));
  const outcomes = queriesOf(OUTCOMES, (outcome) => outcomeQuery(outcome, fields));
  const histogram = {
    histogram: {
      date_histogram: {
        field: fields.receivedAt,
        fixed_interval: `${stepFor(period)}ms`,
        min_doc_count: 1,
      },
      aggs: {
        final: {
          filter: finalRecords(fields),
          aggs: { outcomes: { filters: { filters: outcomes } } },
        },
      },
    },
  };
  const headline = headlineAggregations(fields);
  return [
    search(shared, undefined, { ...histogram, ...headline }),
    ...own.map((name) => search([name], name, {})),
  ];
}
