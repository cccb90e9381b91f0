/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { ReviewSigner } from '../../common/api/review_record';
import { AuditError } from '../errors/audit_error';
import { toUnknownCredentials } from '../group_accounts/group_figures';
import { readUses } from '../group_accounts/read_uses';
import { buildContextQueries } from '../kube_audit/context/context_queries';
import { contextReasons, countOf } from '../kube_audit/context/context_reasons';
import { fieldReasons, inspectedFields } from '../kube_audit/context/field_reasons';
import { recordsQuery } from '../kube_audit/events/events_query';
import { keywordOf } from '../kube_audit/record/fields';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { FieldCapabilities, ScopedSearch } from '../search/scoped_search';
import type { SearchResponse } from '../search/search_types';
import type { Period } from '../time/resolve_time_range';
import { toBaseline } from './first_seen';
import { notLooked, type FoundFinding } from './found_finding';
import { toUnknownKeysFinding, toUsesFinding } from './group_findings';
import { kubeDimensions, type KubeDimension } from './kube_dimensions';
import { buildFirstLook, findFirstSeen } from './kube_first_seen';
import { buildProbeSearch, toProbeFinding } from './kube_probe_finding';
import { kubeProbes, type Probe } from './kube_probes';
import { distinct, missingWords, type LookedAt } from './looked_at';
import { buildOwnUsers, namesOfSigner, ownUses, readOwnUsers } from './own_activity';
import type { ReviewOptions } from './review_options';
import { buildTotals, toTotalsFinding } from './totals';

const DAY_MS = 86_400_000;

/** The answer, where one is needed. */
function needed(answer: SearchResponse | AuditError, pattern: string): SearchResponse {
  if (answer instanceof AuditError) throw answer;
  assertSearched(answer, pattern);
  return answer;
}

/** What one search of many could not answer. Too much to do, or no right, is no answer to any of them. */
function ownFault(answer: SearchResponse | AuditError): AuditError | undefined {
  if (!(answer instanceof AuditError)) return undefined;
  if (answer.code !== 'upstream_error') throw answer;
  return answer;
}

/** Fields that a dimension aggregates; a hidden one finds nothing. */
const FIELDS_OF_DIMENSION: Record<string, KubeFilters> = {
  source: { sourceIps: ['any'] },
  operation: { resources: ['pods'], verbs: ['get'] },
};

/**
 * Looks at Kubernetes records: one round trip for searches, classes, totals and what is compared, a few more for
 * what is there for the first time, and what the uses of group accounts take.
 *
 * @throws AuditError where the records may not be read, or OpenSearch does not answer
 */
export async function lookAtKube(
  period: Period,
  seed: number,
  signer: ReviewSigner,
  search: ScopedSearch,
  options: ReviewOptions,
  now: Date
): Promise<LookedAt> {
  const { kubeAudit } = options.group;
  const { fields, indexPattern } = kubeAudit;
  const before = {
    fromMs: period.fromMs - options.firstSeenDays * DAY_MS,
    toMs: period.fromMs - 1,
  };
  const probes = kubeProbes(options.searches, options.risks, kubeAudit);
  const dimensions = kubeDimensions(kubeAudit);
  const context = buildContextQueries(period, [], fields);
  const uses = await readUses(period, search, options.group, now);
  const names = namesOfSigner(signer, uses.directory);
  const bodies = [
    context.inRange,
    context.unreadable,
    context.retention,
    buildTotals(recordsQuery(period, [], fields), fields.receivedAt, keywordOf(fields.cluster)),
    buildOwnUsers(names, period, kubeAudit),
    ...dimensions.flatMap((each) => buildFirstLook(each, period, before, kubeAudit)),
    ...probes.map((probe) => buildProbeSearch(probe, period, seed, kubeAudit)),
  ];
  const [answers, capabilities] = await Promise.all([
    search.searchEach(bodies.map((body) => ({ index: indexPattern, body }))),
    search.fieldCapabilities(indexPattern, inspectedFields(fields)),
  ]);
  const [inRange, unreadable, retention, totals, own] = answers
    .slice(0, 5)
    .map((answer) => needed(answer, indexPattern));
  answers.forEach(ownFault);
  const seen = countOf(inRange) > 0 || countOf(unreadable) > 0;
  const essential: CompletenessReason[] = [
    ...partialReasons([inRange, unreadable, retention, totals, own], 'kubeaudit'),
    ...fieldReasons(capabilities, {}, fields, seen),
    ...contextReasons(unreadable, retention, period),
  ];
  const why = [
    ...missingWords(essential),
    ...essential.filter(({ code }) => code === 'fields_unavailable').map(({ message }) => message),
  ];
  const { first } = (retention.aggregations ?? {}) as { first?: { value?: number | null } };
  const baseline = toBaseline(period, options.firstSeenDays, first?.value ?? undefined);
  const compared = answers.slice(5, 5 + 2 * dimensions.length);
  const probed = answers.slice(5 + 2 * dimensions.length);
  const hidden = (filters: KubeFilters) => hiddenWords(capabilities, filters, options, seen);
  const firstSeen = await findFirstSeen(
    dimensions,
    compared,
    ({ id }: KubeDimension) => [...why, ...hidden(FIELDS_OF_DIMENSION[id] ?? {})],
    period,
    baseline,
    search,
    kubeAudit
  );
  const ofUses = [
    ...why,
    ...missingWords(uses.reasons),
    ...(uses.directory.whole ? [] : uses.directory.reasons.map(({ message }) => message)),
  ];
  const kubeUses = uses.uses.filter(({ use }) => use.origin === 'kubernetes');
  const toFinding = (probe: Probe, i: number): FoundFinding => {
    const answer = probed[i];
    if (!(answer instanceof AuditError)) {
      const limits = [...why, ...probe.needs.flatMap(hidden)];
      return toProbeFinding(probe, answer, seed, limits, kubeAudit);
    }
    const { id, kind, title, basis, source } = probe;
    const head = { id, kind, title, basis, source };
    return { ...head, figures: notLooked('records', [answer.message]), sample: [] };
  };
  const mine = ownUses(names, kubeUses);
  return {
    findings: [
      ...probes.map(toFinding),
      ...firstSeen,
      toUsesFinding('ambiguous', kubeUses, seed, ofUses),
      toUsesFinding('unidentified', kubeUses, seed, ofUses),
      toUnknownKeysFinding(toUnknownCredentials(kubeUses, undefined, period), ofUses),
      toTotalsFinding('kubeaudit', totals, period, why),
    ],
    reasons: distinct([...essential, ...uses.reasons]),
    own: {
      names,
      found: [...readOwnUsers(names, own), ...mine.certain],
      possible: mine.possible,
      unsure: [...new Set(ofUses)],
    },
  };
}

/** Fields that these filters need and that nobody may see, or that the log does not have. */
function hiddenWords(
  capabilities: FieldCapabilities,
  filters: KubeFilters,
  { group }: ReviewOptions,
  seen: boolean
): string[] {
  const { fields } = group.kubeAudit;
  return fieldReasons(capabilities, filters, fields, seen).map(({ message }) => message);
}
