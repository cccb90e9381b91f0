/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { REVIEW_SAMPLE_SIZE, type ReviewSampleRow } from '../../common/api/review';
import type { ReviewFact, ReviewFigures } from '../../common/api/review_record';
import { listedFields, recordsQuery } from '../kube_audit/events/events_query';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { keywordOf } from '../kube_audit/record/fields';
import { toKubeHit } from '../kube_audit/record/kube_record';
import { eventKey } from '../kube_audit/record/merge_stages';
import { toKubeEvent } from '../kube_audit/record/to_kube_event';
import { finalRecords } from '../kube_audit/summary/estimate_query';
import { partialReasons } from '../search/answer_reasons';
import type { SearchBody, SearchHit, SearchResponse } from '../search/search_types';
import type { Period } from '../time/resolve_time_range';
import { buildFindingSearch, MAX_USERS } from './finding_search';
import {
  limitedBy,
  listFacts,
  sampleHash,
  shortened,
  toFigures,
  type FoundFinding,
} from './found_finding';
import type { Probe } from './kube_probes';

const HOUR = '1h';

/** Search of one probe. */
export function buildProbeSearch(
  probe: Probe,
  period: Period,
  seed: number,
  { fields }: KubeAuditOptions
): SearchBody {
  const { atLeastAnHour } = probe;
  const hours = {
    hours: {
      date_histogram: {
        field: fields.receivedAt,
        fixed_interval: HOUR,
        min_doc_count: atLeastAnHour,
      },
    },
  };
  return buildFindingSearch(
    recordsQuery(period, [probe.clause], fields),
    seed,
    listedFields(fields),
    {
      users: {
        terms: { field: keywordOf(fields.user), size: MAX_USERS },
        ...(atLeastAnHour === undefined ? {} : { aggs: hours }),
      },
      final: { filter: finalRecords(fields) },
    }
  );
}

interface UserBucket {
  key: string;
  doc_count: number;
  hours?: { buckets: Array<{ key: number; doc_count: number }> };
}

interface ProbeAggregations {
  users?: { buckets?: UserBucket[] };
  final?: { doc_count?: number };
}

function toRow(hit: SearchHit, options: KubeAuditOptions): { key: string; row: ReviewSampleRow } {
  const document = { index: hit._index, id: hit._id };
  const read = toKubeHit(hit, options.fields);
  if (!read) {
    return {
      key: `${hit._index}/${hit._id}`,
      row: { document, what: 'The record cannot be read as an audit event.' },
    };
  }
  const event = toKubeEvent([read], options);
  const object = [event.namespace, event.name].filter((part) => part !== undefined).join('/');
  const what = event.qualifiedResource
    ? `${event.verb} ${event.qualifiedResource}${object ? ` ${object}` : ''}`
    : `${event.verb} ${event.requestUri}`;
  const as = event.impersonatedUser === undefined ? '' : ` as ${event.impersonatedUser}`;
  const { code, message, outcome } = event;
  return {
    key: eventKey(read.record, read.record.receivedMs),
    row: {
      document,
      time: event.receivedAt,
      cluster: event.cluster,
      who: shortened(`${event.user}${as}`),
      what: shortened(what),
      outcome: shortened(
        `${outcome}${code === undefined ? '' : ` (${code})`}${message ? `: ${message}` : ''}`
      ),
      sourceIps: event.sourceIps.slice(0, 10).map(shortened),
    },
  };
}

/** Ten requests of those drawn: further records of one are left out. */
export function toSample(hits: readonly SearchHit[], options: KubeAuditOptions): ReviewSampleRow[] {
  const rows = new Map<string, ReviewSampleRow>();
  for (const hit of hits) {
    const { key, row } = toRow(hit, options);
    if (!rows.has(key)) rows.set(key, row);
    if (rows.size === REVIEW_SAMPLE_SIZE) break;
  }
  return [...rows.values()];
}

/** Hours in which one user made many. */
function toBursts(users: readonly UserBucket[]): { facts: ReviewFact[]; count: number } {
  const facts = users.flatMap(({ key, hours }) =>
    (hours?.buckets ?? []).map(({ key: atMs, doc_count: count }) => ({
      subject: key,
      detail: 'within one hour',
      count,
      time: new Date(atMs).toISOString(),
    }))
  );
  facts.sort((a, b) => b.count - a.count || (a.time < b.time ? -1 : 1));
  return { facts, count: facts.reduce((all, { count }) => all + count, 0) };
}

/**
 * What a probe found.
 *
 * @param why reasons by which not all of the period could be looked at
 */
export function toProbeFinding(
  probe: Probe,
  answer: SearchResponse,
  seed: number,
  why: readonly string[],
  options: KubeAuditOptions
): FoundFinding {
  const { id, kind, title, basis, source, filters, atLeastAnHour } = probe;
  const { users, final } = (answer.aggregations ?? {}) as ProbeAggregations;
  const buckets = users?.buckets ?? [];
  const found = answer.hits.total?.value ?? 0;
  const limits = [...partialReasons([answer], 'kubeaudit').map(({ message }) => message), ...why];
  const head = { id, kind, title, basis, source, ...(filters ? { filters } : {}) };
  // Users beyond those listed have fewer records than the last of them: too few, or they must be said.
  const least = buckets[MAX_USERS - 1]?.doc_count ?? 0;
  const beyond =
    atLeastAnHour !== undefined && least >= atLeastAnHour
      ? [`Only the ${MAX_USERS} users with most of them were looked at by the hour.`]
      : [];
  const sample = toSample(answer.hits.hits, options);
  const drawn = {
    size: sample.length,
    of: found,
    seed,
    sha256: sampleHash(sample.map(({ document }) => document)),
  };
  if (atLeastAnHour !== undefined) {
    const { facts, count } = toBursts(buckets);
    if (count === 0)
      return {
        ...head,
        figures: limitedBy(toFigures({ count, unit: 'records' }), [...limits, ...beyond]),
        sample: [],
      };
    const byUser = byUserOf(facts);
    const listed = byUser.reduce((all, each) => all + each.count, 0);
    const figures = toFigures({
      count,
      unit: 'records',
      ...listFacts(facts),
      byUser,
      byOthers: count - listed,
      sample: drawn,
    });
    return { ...head, figures: limitedBy(figures, [...limits, ...beyond]), sample };
  }
  const byUser = buckets.map(({ key, doc_count: count }) => ({ name: key, count }));
  const listed = byUser.reduce((all, { count }) => all + count, 0);
  const figures: ReviewFigures = toFigures({
    count: found,
    unit: 'records',
    requests: final?.doc_count ?? 0,
    byUser,
    byOthers: Math.max(0, found - listed),
    sample: drawn,
  });
  return { ...head, figures: limitedBy(figures, limits), sample };
}

function byUserOf(facts: readonly ReviewFact[]): ReviewFigures['byUser'] {
  const counts = new Map<string, number>();
  for (const { subject, count = 0 } of facts)
    counts.set(subject, (counts.get(subject) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
