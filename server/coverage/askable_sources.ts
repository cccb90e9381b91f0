/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageSourceName } from '../../common/api/coverage';
import { AUTHLOG_FIELDS, type AuthlogOptions } from '../authlog/authlog_options';
import { isOneOf } from '../authlog/read/authlog_queries';
import { valueIn } from '../kube_audit/filters/value_query';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { noneOf, type Query } from '../search/query_dsl';
import type { Period } from '../time/resolve_time_range';
import { DAMAGED, MISREAD } from './authlog_documents';
import { HOUR_MS, planCoverage } from './coverage_plan';
import { lackingOf, type SourceQuestion } from './coverage_query';
import { misreadAggregation } from './misread_lines';

/** A source, and how it is asked. */
export interface AskableSource {
  source: CoverageSourceName;
  indexPattern: string;
  /** Field of the time. */
  time: string;
  /** Text fields by which is aggregated. */
  texts: readonly string[];
  /** Fields of which the capabilities are asked. */
  inspected: readonly string[];
  /** IANA zone of misread time stamps; absent where there are none. */
  timeZone?: string;
  /** @param keywords text fields that are keywords themselves, without a subfield */
  question(keywords: readonly string[], period: Period, nowMs: number): SourceQuestion;
}

/** Field to aggregate by: the keyword subfield of dynamic mapping, or the field itself where it is one. */
function aggregated(field: string, keywords: readonly string[]): string {
  return keywords.includes(field) ? field : `${field}.keyword`;
}

const MATCH_ALL: Query = { match_all: {} };

/** The API audit log, by cluster. */
export function kubeQuestion(
  { indexPattern, fields }: KubeAuditOptions,
  clusters: readonly string[] | undefined
): AskableSource {
  const { time, cluster, auditId, stage, receivedAt } = fields;
  const texts = [cluster, auditId, stage];
  return {
    source: 'kubeaudit',
    indexPattern,
    time,
    texts,
    inspected: [time, receivedAt, ...texts, ...texts.map((field) => `${field}.keyword`)],
    question: (keywords) => ({
      fields: { time, cluster: aggregated(cluster, keywords) },
      records: MATCH_ALL,
      clusters:
        clusters &&
        (keywords.includes(cluster) ? termsOf(cluster, clusters) : valueIn(cluster, clusters)),
      unparsed: lackingOf([receivedAt, auditId, stage]),
      repeated: { auditId: aggregated(auditId, keywords), stage: aggregated(stage, keywords) },
    }),
  };
}

const termsOf = (field: string, values: readonly string[]): Query => ({
  terms: { [field]: values },
});

/** The login log of the nodes, by cluster and host. */
export function authlogQuestion(
  { indexPattern, timeZone }: AuthlogOptions,
  clusters: readonly string[] | undefined
): AskableSource {
  const [time, , , , , cluster] = AUTHLOG_FIELDS;
  const texts = [cluster, 'host', 'ident'];
  return {
    source: 'authlog',
    indexPattern,
    time,
    texts,
    inspected: [time, ...texts, ...texts.map((field) => `${field}.keyword`)],
    timeZone,
    question: (keywords, period, nowMs) => {
      const wanted = clusters && isOneOf(cluster, clusters);
      const fields = {
        time,
        cluster: aggregated(cluster, keywords),
        host: aggregated('host', keywords),
      };
      const hourly = planCoverage(period, 'authlog').stepMs === HOUR_MS;
      const ident = aggregated('ident', keywords);
      return {
        fields,
        records: noneOf([MISREAD]),
        clusters: wanted,
        unparsed: DAMAGED,
        more: misreadAggregation(period, nowMs, { ...fields, ident }, wanted, hourly),
      };
    },
  };
}
