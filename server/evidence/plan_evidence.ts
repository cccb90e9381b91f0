/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { EvidenceRequest } from '../../common/api/evidence';
import { misreadQuery } from '../authlog/read/authlog_queries';
import { AuditError } from '../errors/audit_error';
import { evidenceQuery } from '../kube_audit/evidence_records';
import { anyOf, withinMs } from '../search/query_dsl';
import type { ScopedSearch } from '../search/scoped_search';
import type { Period } from '../time/resolve_time_range';
import { countRecords, type ControlTotal } from './control_totals';
import type { EvidenceOptions } from './evidence_options';
import type { RecordQuestion } from './record_reader';

/** Records of one source that a package will hold. */
export interface PlannedSource {
  question: RecordQuestion;
  clusterField: string;
  before: ControlTotal;
}

/** What a package will hold, counted. */
export interface EvidencePlan {
  kube?: PlannedSource;
  authlog?: PlannedSource;
  /** All records of the period in each source, whatever the question. */
  whole: { kubeaudit?: ControlTotal; authlog?: ControlTotal };
  /** What cannot be in it, in words. */
  limits: string[];
  expected: number;
}

/** Of a package without records, which must not be taken for one of a period without any. */
const NOTHING_CHOSEN =
  'Nothing was chosen: no Kubernetes request, no line of authlog, no SSH session and no signed review is in this package, only how many records each log holds of the period. Nothing can be concluded from it about what anybody did.';

const AUTHLOG_CLUSTER = 'cluster.name.keyword';

/**
 * Counts what was asked for. A source that the user may not read is left out and said to be.
 *
 * @throws AuditError `too_large`; `forbidden` or `index_missing` where nothing that was asked for can be read
 */
export async function planEvidence(
  { parts }: EvidenceRequest,
  period: Period,
  search: ScopedSearch,
  { group, maxRecords }: EvidenceOptions,
  now: Date
): Promise<EvidencePlan> {
  const { kubeAudit, ssh } = group;
  const limits: string[] = [];
  const kubeCluster = `${kubeAudit.fields.cluster}.keyword`;
  const failures: AuditError[] = [];
  const count = async (
    question: RecordQuestion,
    clusterField: string
  ): Promise<ControlTotal | undefined> => {
    try {
      return await countRecords(question, clusterField, search, now);
    } catch (error) {
      const known =
        error instanceof AuditError &&
        (error.code === 'forbidden' || error.code === 'index_missing') &&
        error.details.authentication !== true;
      if (!known) throw error;
      failures.push(error);
      limits.push(
        error.code === 'forbidden'
          ? `Not allowed: ${question.index} may not be read by the user who took this package. Nothing of it is here, and nothing can be concluded from that.`
          : `Missing: there is no ${question.index} that the user who took this package can see.`
      );
      return undefined;
    }
  };
  const kubeQuestion: RecordQuestion = {
    index: kubeAudit.indexPattern,
    ...evidenceQuery(period, parts.kube ?? {}, kubeAudit),
  };
  const authlogQuestion: RecordQuestion = {
    index: ssh.authlog.indexPattern,
    query: anyOf([
      withinMs('@timestamp', { gte: period.fromMs, lte: period.toMs }),
      misreadQuery(period, now.getTime()),
    ]),
    timeField: '@timestamp',
  };
  const overview = parts.kube === undefined && parts.ssh !== true;
  if (overview && parts.reviews !== true) limits.push(NOTHING_CHOSEN);
  const [kube, authlog] = await Promise.all([
    parts.kube || overview ? count(kubeQuestion, kubeCluster) : undefined,
    parts.ssh || overview ? count(authlogQuestion, AUTHLOG_CLUSTER) : undefined,
  ]);
  if (!kube && !authlog && failures.length > 0) throw failures[0];
  const expected = overview ? 0 : (kube?.records ?? 0) + (authlog?.records ?? 0);
  if (expected > maxRecords) {
    throw new AuditError(
      'too_large',
      `${expected} records match, more than the ${maxRecords} of one package: choose a shorter period or narrower filters, and take several packages`,
      { records: expected, maxRecords }
    );
  }
  return {
    ...(parts.kube && kube
      ? { kube: { question: kubeQuestion, clusterField: kubeCluster, before: kube } }
      : {}),
    ...(parts.ssh && authlog
      ? { authlog: { question: authlogQuestion, clusterField: AUTHLOG_CLUSTER, before: authlog } }
      : {}),
    whole: overview ? { kubeaudit: kube, authlog } : {},
    limits,
    expected,
  };
}
