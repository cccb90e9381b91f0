/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { CoverageSourceName } from '../../common/api/coverage';
import { AuditError } from '../errors/audit_error';
import { allOf } from '../search/query_dsl';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody, SearchItem, SearchResponse } from '../search/search_types';
import type { Period } from '../time/resolve_time_range';
import type { AskableSource } from './askable_sources';
import { planCoverage, type CoveragePlan } from './coverage_plan';
import { toReasons } from './coverage_reasons';
import { findSilences } from './find_silences';
import { byBar, byLine, firstAndLast, windowsQuery } from './line_aggregations';
import { toSilenceFinding, withoutShared, type FindingContext } from './line_findings';
import { readMisread } from './misread_lines';
import { absenceReasons, lateClusterReasons, retentionReason } from './probe_reasons';
import { bucketOf, figureOf, readBars, readLines, rootOf, type LineKey } from './read_lines';

/** Which clusters an answer is about; all when both are absent. */
export interface ProbedClusters {
  only?: readonly string[];
  except?: readonly string[];
}

/** What a probe tells. */
export interface ProbeResult {
  reasons: CompletenessReason[];
  /** Clusters with records in the period or around it; undefined where that is not known. */
  clusters?: string[];
}

/**
 * One more search for the round trip of any answer, which tells whether its source has gaps in the period: where it
 * was silent, and how far back it reaches. Its times are whole days, so that OpenSearch can answer from its cache.
 */
export interface CoverageProbe {
  item: SearchItem;
  /** @param answer to `item`; one that is partial or refused says only that it is not known */
  read(answer: SearchResponse | AuditError): ProbeResult;
}

/** Makes the probe of a source. */
export function coverageProbe(
  askable: AskableSource,
  period: Period,
  clusters: ProbedClusters,
  now: Date
): CoverageProbe {
  const nowMs = now.getTime();
  const plan = planCoverage(period, askable.source);
  return {
    item: { index: askable.indexPattern, body: buildProbe(askable, plan, nowMs) },
    read: (answer) => readProbe(answer, askable, plan, clusters, nowMs),
  };
}

function buildProbe(askable: AskableSource, plan: CoveragePlan, nowMs: number): SearchBody {
  const { fields, records, clusters, more = {} } = askable.question([], plan.period, nowMs);
  const { time } = fields;
  const asked = clusters === undefined ? [] : [clusters];
  // OpenSearch knows the ends of a field without reading it, unless a filter stands before it.
  const kept =
    askable.source === 'kubeaudit'
      ? firstAndLast(time)
      : { kept: { filter: records, aggs: firstAndLast(time) } };
  return {
    size: 0,
    track_total_hits: false,
    aggs: {
      ...kept,
      around: {
        filter: allOf([records, windowsQuery(plan, time), ...asked]),
        aggs: byLine(fields, plan.maxHosts, {
          ...firstAndLast(time),
          ...byBar(time, plan.lookMs),
        }),
      },
      ...more,
    },
  };
}

function readProbe(
  answer: SearchResponse | AuditError,
  { source, timeZone }: AskableSource,
  plan: CoveragePlan,
  { only, except = [] }: ProbedClusters,
  nowMs: number
): ProbeResult {
  if (answer instanceof AuditError) {
    return { reasons: [notKnown(source, `could not be asked: ${answer.message}`)] };
  }
  const root = rootOf(answer);
  const kept = source === 'kubeaudit' ? root : bucketOf(root, 'kept');
  const keptFromMs = figureOf(kept, 'first');
  const keptToMs = figureOf(kept, 'last');
  const retention = retentionReason(keptFromMs, source, plan.period);
  const reasons = retention === undefined ? [] : [retention];
  // What is missing may be in the shards that did not answer.
  if (answer._shards.failed > 0 || answer.timed_out) {
    const why = 'is not known: a part of it did not answer';
    return { reasons: [...reasons, notKnown(source, why)] };
  }
  const misread = timeZone === undefined ? [] : readMisread(root, plan.period, nowMs, timeZone);
  const context: FindingContext = { source, plan, nowMs, keptFromMs, misread };
  const around = [...readLines(bucketOf(root, 'around')).lines.values()];
  const lines = around
    .filter(({ key }) => !except.includes(key.cluster))
    .map(({ key, bucket }) => ({
      key,
      counts: readBars(bucket),
      firstMs: figureOf(bucket, 'first'),
      keptToMs: figureOf(bucket, 'last'),
    }));
  const clusters = [
    ...new Set([...lines.map(({ key }) => key.cluster), ...misread.map(({ cluster }) => cluster)]),
  ];
  const found = lines.map(({ key, counts, keptToMs }) => ({
    key,
    findings: findSilences({ counts }, { plan, nowMs, keptFromMs }).map((silence) =>
      toSilenceFinding({ key, counts, keptToMs }, silence, context)
    ),
  }));
  const ofCluster = ({ cluster }: LineKey) =>
    found.find(({ key }) => key.host === undefined && key.cluster === cluster)?.findings ?? [];
  const gaps = found.flatMap(({ key, findings }) =>
    key.host === undefined ? findings : withoutShared(findings, ofCluster(key), plan.lookMs)
  );
  const ofClusters = lines.filter(({ key }) => key.host === undefined);
  return {
    clusters,
    reasons: [
      ...reasons,
      ...lateClusterReasons(ofClusters, context),
      ...absenceReasons({ clusters, only, keptFromMs, keptToMs }, context),
      ...toReasons(gaps),
    ],
  };
}

function notKnown(source: CoverageSourceName, why: string): CompletenessReason {
  return {
    code: 'gap_in_source',
    source,
    message: `Whether the log has gaps in this period ${why}.`,
  };
}

/**
 * Sends searches and a probe in one round trip. The first refused search fails all; a refused probe does not.
 *
 * @throws AuditError as the searches do
 */
export async function searchWithProbe(
  search: ScopedSearch,
  items: readonly SearchItem[],
  { item }: CoverageProbe
): Promise<{ answers: SearchResponse[]; probed: SearchResponse | AuditError }> {
  const all = await search.searchEach([...items, item]);
  const answers = all.slice(0, -1).map((answer) => {
    if (answer instanceof AuditError) throw answer;
    return answer;
  });
  return { answers, probed: all[all.length - 1] };
}
