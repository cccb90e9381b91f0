/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toDenial, toOutcome, type Denial, type Outcome } from '../../common/kube_audit/outcome';
import type { UserKind } from '../../common/kube_audit/user_kind';
import type { AuditDocument, AuditStage } from './audit_document';
import { CLUSTERS } from './clusters';
import type { SampleRecord } from './delivery';
import { generateRecords } from './generate_sample_data';
import type { SampleOptions } from './sample_period';

type Counts<Key extends string = string> = Partial<Record<Key, number>>;

/** What the sample data of some options amounts to, counted document by document. */
export interface SampleSummary {
  /** Documents by index. */
  indices: Record<string, number>;
  documents: { kubeaudit: number; authlog: number };
  /** Distinct requests: Audit-ID, user and receipt together. */
  events: number;
  eventsByCluster: Counts;
  eventsByUserKind: Counts<UserKind>;
  /** By user name as spelled in the log; the empty name is the requests that failed authentication. */
  eventsByUser: Counts;
  eventsByOutcome: Counts<Outcome>;
  eventsByDenial: Counts<Denial>;
  /** Documents by stage, repeated deliveries not counted. */
  stages: Counts<AuditStage>;
  /** Audit documents that repeat an earlier one: same request, same stage. */
  repeatedDocuments: number;
  /** Exec, attach and port-forward sessions of which the log holds no end. */
  openSessions: number;
  impersonatedEvents: number;
  /** Audit-IDs that more than one request has. */
  sharedAuditIds: string[];
  /** Documents by auth.log host as delivered; mis-parsed ones have a day there, a word, or nothing. */
  authlogByHost: Counts;
  /** auth.log documents that the collector took apart wrongly. */
  misparsedLines: number;
}

interface SeenEvent {
  auditId: string;
  stages: Set<AuditStage>;
  cluster: string;
  user: string;
  userKind: UserKind;
  streams: boolean;
  impersonated: boolean;
  code?: number;
  decision?: string;
}

const SESSIONS = new Set(['exec', 'attach', 'portforward']);

const NODES = new Set(CLUSTERS.flatMap(({ nodes }) => nodes.map(({ name }) => name)));

function add<Key extends string>(counts: Counts<Key>, key: Key): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function toSeen(source: AuditDocument, userKind: UserKind): SeenEvent {
  return {
    auditId: source.auditID,
    stages: new Set(),
    cluster: source['cluster.name'],
    user: source.user.username ?? '',
    userKind,
    streams: SESSIONS.has(source.objectRef?.subresource ?? ''),
    impersonated: false,
  };
}

/** Notes one document in its event. @returns whether the same stage was there already */
function note(event: SeenEvent, source: AuditDocument): boolean {
  const repeated = event.stages.has(source.stage);
  event.stages.add(source.stage);
  event.impersonated = event.impersonated || source.impersonatedUser !== undefined;
  event.code = source.responseStatus?.code ?? event.code;
  event.decision = source.annotations?.['authorization.k8s.io/decision'] ?? event.decision;
  return repeated;
}

function emptySummary(): SampleSummary {
  return {
    indices: {},
    documents: { kubeaudit: 0, authlog: 0 },
    events: 0,
    eventsByCluster: {},
    eventsByUserKind: {},
    eventsByUser: {},
    eventsByOutcome: {},
    eventsByDenial: {},
    stages: {},
    repeatedDocuments: 0,
    openSessions: 0,
    impersonatedEvents: 0,
    sharedAuditIds: [],
    authlogByHost: {},
    misparsedLines: 0,
  };
}

function countLine(summary: SampleSummary, record: SampleRecord & { log: 'authlog' }): void {
  const { host } = record.source;
  add(summary.authlogByHost, host);
  if (!NODES.has(host)) summary.misparsedLines += 1;
}

function countEvent(summary: SampleSummary, event: SeenEvent): void {
  summary.events += 1;
  add(summary.eventsByCluster, event.cluster);
  add(summary.eventsByUserKind, event.userKind);
  add(summary.eventsByUser, event.user);
  add(summary.eventsByOutcome, toOutcome(event.code));
  const denial = toDenial(event.code, event.decision);
  if (denial) add(summary.eventsByDenial, denial);
  event.stages.forEach((stage) => add(summary.stages, stage));
  const ended = event.stages.has('ResponseComplete') || event.stages.has('Panic');
  if (event.streams && !ended && event.code !== 401) summary.openSessions += 1;
  if (event.impersonated) summary.impersonatedEvents += 1;
}

/**
 * Walks the sample data once and counts it. Holds every distinct request in memory, so it is for sizes
 * at which tests run, not for tens of millions.
 *
 * @throws RangeError when an option is out of bounds
 */
export function summariseSampleData(options: SampleOptions): SampleSummary {
  const summary = emptySummary();
  const events = new Map<string, SeenEvent>();
  for (const record of generateRecords(options)) {
    summary.indices[record.index] = (summary.indices[record.index] ?? 0) + 1;
    summary.documents[record.log] += 1;
    if (record.log === 'authlog') {
      countLine(summary, record);
      continue;
    }
    const { source, userKind } = record;
    const key = `${source.auditID} ${source.user.username ?? ''} ${source.requestReceivedTimestamp}`;
    const event = events.get(key) ?? toSeen(source, userKind);
    if (note(event, source)) summary.repeatedDocuments += 1;
    events.set(key, event);
  }
  const byAuditId: Record<string, number> = {};
  for (const event of events.values()) {
    countEvent(summary, event);
    byAuditId[event.auditId] = (byAuditId[event.auditId] ?? 0) + 1;
  }
  summary.sharedAuditIds = Object.keys(byAuditId).filter((auditId) => byAuditId[auditId] > 1);
  return summary;
}
