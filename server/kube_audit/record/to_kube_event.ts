/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent, KubeEventState } from '../../../common/api/kube_events';
import { toDenial, toOutcome } from '../../../common/kube_audit/outcome';
import { toUserKind } from '../../../common/kube_audit/user_kind';
import type { KubeFields } from './fields';
import type { KubeHit } from './kube_record';
import { MASK, maskText } from '../../secrets/mask_secrets';
import { mergeRecords } from './merge_stages';
import { readText, readTexts } from './read_source';
import { endsEvent, stageRank } from './stage';
import { maskRequestUri, readStreamingRequest, shortenForList } from './streaming_request';

/** What the mapping of an event depends on besides its records. */
export interface KubeEventOptions {
  fields: KubeFields;
  groupAccounts: readonly string[];
  maskSecrets: boolean;
}

/** Earlier stage first, then earlier instant as text, so that microseconds decide; last by id. */
export function compareHits(a: KubeHit, b: KubeHit): number {
  return (
    stageRank(a.record.stage) - stageRank(b.record.stage) ||
    compareText(a.time, b.time) ||
    compareText(b.id, a.id)
  );
}

/** Order by code unit: the same on every machine, unlike a locale's. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function stateOf(stage: string, code: number | undefined): KubeEventState {
  if (!endsEvent(stage, code)) return 'open';
  return stage === 'ResponseStarted' ? 'refused_before_authentication' : 'complete';
}

/**
 * Makes the event of all its records.
 *
 * @param hits records of one event, at least one, in any order; the same stage twice is a repeated delivery
 */
export function toKubeEvent(hits: readonly KubeHit[], options: KubeEventOptions): KubeEvent {
  const { fields, groupAccounts, maskSecrets } = options;
  const ordered = [...hits].sort(compareHits);
  const last = ordered[ordered.length - 1];
  const record = mergeRecords(ordered.map((hit) => hit.record));
  const text = (path: string): string | undefined => {
    for (let i = ordered.length - 1; i >= 0; i -= 1) {
      const found = readText(ordered[i].source, path);
      if (found !== undefined && found !== '') return found;
    }
    return undefined;
  };
  const stages = [...new Set(ordered.map((hit) => hit.record.stage))];
  const state = stateOf(last.record.stage, record.code);
  const uri = text(fields.requestUri) ?? '';
  const requestUri = maskSecrets ? maskRequestUri(uri) : uri;
  const shown = (path: string): string | undefined => {
    const whole = text(path);
    return whole && (maskSecrets ? maskText(shortenForList(whole)) : shortenForList(whole));
  };
  const message = shown(fields.message);
  const userAgent = shown(fields.userAgent);
  const streaming = readStreamingRequest(uri, record.subresource, maskSecrets);
  return {
    auditId: record.auditId,
    time: last.time,
    receivedAt: record.receivedAt ?? new Date(record.receivedMs).toISOString(),
    user: record.user,
    userKind: toUserKind(record.user, groupAccounts),
    impersonatedUser: record.impersonatedUser,
    credentialId: text(fields.credentialId),
    groups: readTexts(last.source, fields.groups),
    cluster: record.cluster,
    verb: record.verb,
    apiGroup: record.apiGroup,
    resource: record.resource,
    subresource: record.subresource,
    qualifiedResource: record.qualifiedResource,
    namespace: record.namespace,
    name: record.name,
    requestUri: shortenForList(requestUri),
    outcome: toOutcome(record.code),
    denial: toDenial(record.code, record.decision),
    code: record.code,
    decision: record.decision,
    reason: text(fields.reason),
    message,
    sourceIps: readTexts(last.source, fields.sourceIps),
    userAgent,
    state,
    durationMs: state === 'complete' ? durationOf(last.time, record.receivedMs) : undefined,
    streaming,
    masked: maskSecrets && [requestUri, message, userAgent].some((part) => part?.includes(MASK)),
    stages,
    duplicates: ordered.length - stages.length,
    document: { index: last.index, id: last.id },
  };
}

/** Milliseconds from receipt to the last stage; undefined where clocks make it negative or unreadable. */
function durationOf(time: string, receivedMs: number): number | undefined {
  const duration = Date.parse(time) - receivedMs;
  return Number.isNaN(duration) || duration < 0 ? undefined : duration;
}
