/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';
import type { Outcome } from '../../common/kube_audit/outcome';
import { buildFilterClauses } from '../kube_audit/filters/filter_query';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import type { KubeFields } from '../kube_audit/record/fields';
import { allOf, anyOf, type Query } from '../search/query_dsl';
import type { FindingHead } from './found_finding';
import type { DocumentedSearch, RiskClass, RiskMatch } from './review_rules';

/** A search or a class of operations, as a query over the records of a period. */
export interface Probe extends FindingHead {
  clause: Query;
  /** What of the records it needs, to notice hidden fields. */
  needs: readonly KubeFilters[];
  atLeastAnHour?: number;
}

/** Said of everything that is drawn from records. */
const ONCE =
  'A request may have several records (stages, repeated deliveries): the sample has it once.';

/** Texts of a record that the API server or the authorizer wrote. */
function textFields(fields: KubeFields): string[] {
  const response = fields.message.replace(/[^.]+$/, '');
  return [fields.message, `${response}reason`, `${response}status`, fields.reason];
}

/** Outcomes that are exactly these status codes; undefined where none are. */
function outcomesOf({ from, to }: { from: number; to: number }): Outcome[] | undefined {
  if (from === 401 && to === 401) return ['unauthenticated'];
  if (from === 403 && to === 403) return ['forbidden'];
  return from === 500 && to >= 599 ? ['server_error'] : undefined;
}

function searchProbe(search: DocumentedSearch, fields: KubeFields): Probe {
  const { id, title, words, codes, source } = search;
  const head = { id: `search:${id}`, kind: 'search' as const, title, source };
  if (codes) {
    const { from, to } = codes;
    const outcomes = outcomesOf(codes);
    return {
      ...head,
      ...(outcomes ? { filters: { outcomes } } : {}),
      basis: `Records with ${fields.code} ${from === to ? from : `${from} to ${to}`}. ${ONCE}`,
      clause: { range: { [fields.code]: { gte: from, lte: to } } },
      needs: [{ outcomes: ['success'] }],
    };
  }
  const texts = textFields(fields);
  return {
    ...head,
    basis: `Records with ${words.map((each) => `"${each}"`).join(' or ')} as a word in ${texts.join(', ')}. Bodies are not searched. ${ONCE}`,
    clause: anyOf(
      words.map((query) => ({
        multi_match: { query, type: 'phrase', fields: texts, lenient: true },
      }))
    ),
    needs: [],
  };
}

const LISTED = ['users', 'userKinds', 'verbs', 'resources', 'namespaces', 'outcomes'] as const;

function inWords(match: RiskMatch): string {
  const parts = LISTED.flatMap((name) => {
    const list = match[name];
    return list ? [`${name}: ${list.join(', ')}`] : [];
  });
  if (match.impersonated !== undefined) parts.push(`impersonated: ${String(match.impersonated)}`);
  return parts.join('; ');
}

function riskProbe(risk: RiskClass, options: KubeAuditOptions): Probe {
  const { id, title, anyOf: matches, atLeastAnHour, source } = risk;
  const hours =
    atLeastAnHour === undefined
      ? ''
      : ` Only hours in which one user made ${atLeastAnHour} or more.`;
  return {
    id: `risk:${id}`,
    kind: 'risk',
    title,
    basis: `Records with ${matches.map(inWords).join(' — or ')}.${hours} ${ONCE}`,
    source,
    // One hour of many cannot be asked for, nor one of several conditions.
    ...(matches.length === 1 && atLeastAnHour === undefined ? { filters: matches[0] } : {}),
    clause: anyOf(matches.map((match) => allOf(buildFilterClauses(match, options, 'estimate')))),
    needs: matches,
    ...(atLeastAnHour === undefined ? {} : { atLeastAnHour }),
  };
}

/** Everything that is searched for among Kubernetes records, in the order of a review. */
export function kubeProbes(
  searches: readonly DocumentedSearch[],
  risks: readonly RiskClass[],
  options: KubeAuditOptions
): Probe[] {
  return [
    ...searches.map((search) => searchProbe(search, options.fields)),
    ...risks.map((risk) => riskProbe(risk, options)),
  ];
}
