/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  CoverageFinding,
  CoverageRequest,
  CoverageResponse,
  CoverageSource,
  CoverageSourceName,
} from '../../common/api/coverage';
import { toCompleteness } from '../../common/api/completeness';
import type { AuthlogOptions } from '../authlog/authlog_options';
import { AuditError } from '../errors/audit_error';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { assertSearched } from '../search/answer_reasons';
import type { FieldCapabilities, ScopedSearch } from '../search/scoped_search';
import type { SearchResponse } from '../search/search_types';
import { resolveTimeRange, toResolvedRange, type Period } from '../time/resolve_time_range';
import { authlogQuestion, kubeQuestion, type AskableSource } from './askable_sources';
import { planCoverage } from './coverage_plan';
import { buildCoverage } from './coverage_query';
import { allFindings, toReasons } from './coverage_reasons';
import { fieldFindings, keywordsAsMapped } from './source_fields';
import { toCoverageSource } from './to_coverage_source';

/** The logs whose coverage is looked at. */
export interface CoverageOptions {
  kubeAudit: KubeAuditOptions;
  authlog: AuthlogOptions;
}

/** An answer, or why there is none. */
type Answer = SearchResponse | AuditError;

/**
 * Answers `coverage`: what each source holds of a period by cluster, host and bar, where it was silent, what could not
 * be read, and how far back it reaches. One search a source, in one round trip; sources are answered or refused
 * each by itself.
 *
 * @throws AuditError when no source can be read at all, all for the same reason
 */
export async function readCoverage(
  request: CoverageRequest,
  search: ScopedSearch,
  options: CoverageOptions,
  now: Date
): Promise<CoverageResponse> {
  const period = resolveTimeRange(request.timeRange, now);
  const askables = [
    kubeQuestion(options.kubeAudit, request.clusters),
    authlogQuestion(options.authlog, request.clusters),
  ];
  const itemOf = (askable: AskableSource, keywords: readonly string[]) => ({
    index: askable.indexPattern,
    body: buildCoverage(
      askable.question(keywords, period, now.getTime()),
      planCoverage(period, askable.source)
    ),
  });
  const [answers, capabilities] = await Promise.all([
    search.searchEach(askables.map((askable) => itemOf(askable, []))),
    Promise.all(askables.map((askable) => capabilitiesOf(askable, search))),
  ]);
  const sources = await Promise.all(
    askables.map(async (askable, i) => {
      const keywords = keywordsAsMapped(askable.texts, capabilities[i]);
      // Where a field is a keyword itself, it is asked for again by its own name.
      const answer =
        keywords.length > 0 && !(answers[i] instanceof AuditError)
          ? (await search.searchEach([itemOf(askable, keywords)]))[0]
          : answers[i];
      return toSource(answer, askable, capabilities[i], keywords, period, request, now);
    })
  );
  refuseIfNothingWasRead(sources);
  const plan = planCoverage(period, 'kubeaudit');
  const { step, stepMs, barsMs } = plan;
  return {
    range: toResolvedRange(period),
    step,
    stepMs,
    bars: barsMs.map((startMs) => new Date(startMs).toISOString()),
    sources: sources.map(({ source }) => source),
    completeness: toCompleteness(sources.flatMap(({ source }) => toReasons(allFindings(source)))),
  };
}

/** Capabilities are a help: who may search and not ask for them gets figures without them. */
async function capabilitiesOf(
  { indexPattern, inspected }: AskableSource,
  search: ScopedSearch
): Promise<FieldCapabilities | undefined> {
  try {
    return await search.fieldCapabilities(indexPattern, inspected);
  } catch (error) {
    if (error instanceof AuditError && !error.details.authentication) return undefined;
    throw error;
  }
}

interface ReadSource {
  source: CoverageSource;
  error?: AuditError;
}

function toSource(
  answer: Answer,
  askable: AskableSource,
  capabilities: FieldCapabilities | undefined,
  keywords: readonly string[],
  period: Period,
  { clusters }: CoverageRequest,
  now: Date
): ReadSource {
  const { source, indexPattern, timeZone } = askable;
  try {
    if (answer instanceof AuditError) throw answer;
    assertSearched(answer, indexPattern);
    const plan = planCoverage(period, source);
    const asked = { source, plan, nowMs: now.getTime(), indexPattern, clusters, timeZone };
    const seen = (answer.hits.total?.value ?? 0) > 0;
    const findings = seen ? fieldFindings(askable, capabilities, keywords) : [];
    return { source: toCoverageSource(answer, asked, findings) };
  } catch (error) {
    if (!(error instanceof AuditError) || error.details.authentication) throw error;
    return { source: toUnread(error, source, indexPattern), error };
  }
}

/** A source without figures, and why. */
function toUnread(
  error: AuditError,
  source: CoverageSourceName,
  indexPattern: string
): CoverageSource {
  const [state, kind] =
    error.code === 'forbidden'
      ? (['forbidden', 'not_allowed'] as const)
      : error.code === 'index_missing'
        ? (['missing', 'missing'] as const)
        : (['failed', 'failed'] as const);
  const finding: CoverageFinding = { kind, source, message: `${error.message}.` };
  return {
    source,
    indexPattern,
    state,
    indices: [],
    recordsOfOtherIndices: 0,
    records: 0,
    unparsed: 0,
    repaired: 0,
    unknown: [],
    lines: [],
    linesBeyond: 0,
    findings: [finding],
  };
}

function refuseIfNothingWasRead(sources: readonly ReadSource[]): void {
  const codes = new Set(sources.map(({ error }) => error?.code));
  const [{ error }] = sources;
  if (error && codes.size === 1) throw error;
}
