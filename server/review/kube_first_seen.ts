/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { keywordOf } from '../kube_audit/record/fields';
import { AuditError } from '../errors/audit_error';
import { partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody, SearchItem, SearchResponse } from '../search/search_types';
import type { Period } from '../time/resolve_time_range';
import { toFirstSeenFinding, type Baseline } from './first_seen';
import type { FoundFinding } from './found_finding';
import {
  buildValues,
  CHUNK,
  MAX_VALUES,
  readValues,
  type KubeDimension,
  type SeenValue,
} from './kube_dimensions';

const DAY_MS = 86_400_000;

/** First values of which is told who or what they go with. */
const MAX_TOLD = 50;

/**
 * Most of what is usual is there every day: the last tenth of a baseline, at least a day, is looked at first, so
 * that the rest of it must be searched for a few values only.
 */
export function nearOf({ fromMs, toMs }: Period): Period {
  return { fromMs: Math.max(fromMs, toMs - Math.max(DAY_MS, (toMs - fromMs) / 10)), toMs };
}

/**
 * The two searches of a dimension that travel with the others.
 *
 * @param before the baseline as asked for; how much of it is kept is not known yet
 */
export function buildFirstLook(
  dimension: KubeDimension,
  period: Period,
  before: Period,
  options: KubeAuditOptions
): SearchBody[] {
  return [buildValues(dimension, period, options), buildValues(dimension, nearOf(before), options)];
}

interface Look {
  dimension: KubeDimension;
  left: SeenValue[];
  why: string[];
  uncertain: string[];
}

const messages = (answer: SearchResponse) =>
  partialReasons([answer], 'kubeaudit').map(({ message }) => message);

function firstLook(
  dimension: KubeDimension,
  current: SearchResponse | AuditError,
  near: SearchResponse | AuditError,
  hidden: readonly string[]
): Look {
  if (current instanceof AuditError) {
    return { dimension, left: [], why: [], uncertain: [current.message] };
  }
  const { values, more } = readValues(dimension, current);
  const why = [...messages(current), ...hidden];
  if (more)
    why.push(`There are more than ${MAX_VALUES} different values: the others were not compared.`);
  // What the near time does not tell is asked of the whole baseline: a partial answer costs nothing here.
  const usual = new Set(
    near instanceof AuditError ? [] : readValues(dimension, near).values.map(({ key }) => key)
  );
  return { dimension, left: values.filter(({ key }) => !usual.has(key)), why, uncertain: [] };
}

const chunksOf = (values: readonly SeenValue[]): SeenValue[][] =>
  Array.from({ length: Math.ceil(values.length / CHUNK) }, (_, i) =>
    values.slice(i * CHUNK, (i + 1) * CHUNK)
  );

/** Takes away what the whole baseline has. */
async function farLook(
  looks: readonly Look[],
  baseline: Baseline,
  search: ScopedSearch,
  options: KubeAuditOptions
): Promise<void> {
  const asked = looks.flatMap((look) => chunksOf(look.left).map((chunk) => ({ look, chunk })));
  if (asked.length === 0) return;
  const answers = await search.searchEach(
    asked.map(({ look, chunk }): SearchItem => ({
      index: options.indexPattern,
      body: buildValues(
        look.dimension,
        baseline.period,
        options,
        chunk.map(({ key }) => key)
      ),
    }))
  );
  asked.forEach(({ look }, i) => {
    const answer = answers[i];
    if (answer instanceof AuditError) {
      if (answer.code !== 'upstream_error') throw answer;
      look.uncertain.push(answer.message);
      return;
    }
    // Where some of the baseline did not answer, what is not in the answer may be in the baseline.
    look.uncertain.push(...messages(answer));
    const known = new Set(readValues(look.dimension, answer).values.map(({ key }) => key));
    look.left = look.left.filter(({ key }) => !known.has(key));
  });
}

/** Users and clusters that go with each first value. */
async function tell(
  looks: readonly Look[],
  period: Period,
  search: ScopedSearch,
  options: KubeAuditOptions
): Promise<Map<string, string>> {
  const { fields, indexPattern } = options;
  const asked = looks
    .filter(({ left, uncertain }) => left.length > 0 && uncertain.length === 0)
    .map(({ dimension, left }) => ({
      dimension,
      keys: left.slice(0, MAX_TOLD).map(({ key }) => key),
    }));
  const told = new Map<string, string>();
  if (asked.length === 0) return told;
  const top = (field: string) => ({ terms: { field: keywordOf(field), size: 3 } });
  const answers = await search.searchAll(
    asked.map(({ dimension, keys }): SearchItem => {
      const body = buildValues(dimension, period, options, keys);
      const aggs = { users: top(fields.user), clusters: top(fields.cluster) };
      return {
        index: indexPattern,
        body: { ...body, aggs: { values: { ...dimension.aggregation, aggs } } },
      };
    })
  );
  asked.forEach(({ dimension }, i) => {
    const { buckets = [] } = (answers[i].aggregations?.values ?? {}) as { buckets?: TellBucket[] };
    for (const bucket of buckets) {
      const { key } = dimension.read(bucket);
      const list = (name: 'users' | 'clusters') =>
        (bucket[name]?.buckets ?? []).map((each) => each.key).join(', ');
      const parts = [
        dimension.id === 'user' ? '' : `by ${list('users') || 'nobody who is named'}`,
        dimension.id === 'cluster' ? '' : `on ${list('clusters')}`,
      ];
      told.set(`${dimension.id} ${key}`, parts.filter((part) => part !== '').join(' '));
    }
  });
  return told;
}

interface TellBucket {
  key: string;
  doc_count: number;
  users?: { buckets?: Array<{ key: string }> };
  clusters?: { buckets?: Array<{ key: string }> };
}

/**
 * What is there for the first time in Kubernetes records.
 *
 * @param answers those to {@link buildFirstLook}, two a dimension
 * @param hidden reasons by which a field that a dimension needs cannot be seen, by dimension
 * @throws AuditError where OpenSearch cannot be asked any further
 */
export async function findFirstSeen(
  dimensions: readonly KubeDimension[],
  answers: ReadonlyArray<SearchResponse | AuditError>,
  hidden: (dimension: KubeDimension) => readonly string[],
  period: Period,
  baseline: Baseline,
  search: ScopedSearch,
  options: KubeAuditOptions
): Promise<FoundFinding[]> {
  const looks = dimensions.map((dimension, i) =>
    firstLook(dimension, answers[2 * i], answers[2 * i + 1], hidden(dimension))
  );
  if (!baseline.usable) {
    return looks.map(({ dimension, uncertain }) =>
      toFirstSeenFinding(dimension, baseline, [], [], uncertain)
    );
  }
  await farLook(looks, baseline, search, options);
  const told = await tell(looks, period, search, options);
  return looks.map(({ dimension, left, why, uncertain }) =>
    toFirstSeenFinding(
      dimension,
      baseline,
      left.map(({ key, value, count, firstMs }) => {
        const goesWith = told.get(`${dimension.id} ${key}`);
        return { value, count, firstMs, ...(goesWith ? { with: goesWith } : {}) };
      }),
      why,
      uncertain
    )
  );
}
