/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeHit, KubeRecord } from './kube_record';
import { stageRank } from './stage';

/**
 * Key of the event that a record belongs to. A client may set the `Audit-ID` header itself, so two requests
 * can share an audit id: user and receipt time are needed too (Kubernetes: "Auditing", auditID). What all
 * stages of one request have alike anyway (cluster, verb, resource) is added, so that a forged id in the same
 * millisecond does not hide one request behind another.
 *
 * @param received receipt time: the text of the log where it is at hand, else milliseconds
 */
export function eventKey(record: KubeRecord, received: string | number): string {
  const { auditId, user, cluster, verb, qualifiedResource, namespace } = record;
  return JSON.stringify([received, auditId, user, cluster, verb, qualifiedResource, namespace]);
}

/** Groups items by event, in the order in which events are first met. */
export function groupByEvent<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Groups hits by event. */
export function groupHits(hits: readonly KubeHit[]): KubeHit[][] {
  return groupByEvent(hits, (hit) => eventKey(hit.record, hit.record.receivedAt ?? 0));
}

/**
 * Makes one record of all stages of an event. The last stage decides; what it lacks comes from an earlier
 * one (an impersonated user may be on some stages only, the name of a created object is not on the first).
 */
export function mergeRecords(records: readonly KubeRecord[]): KubeRecord {
  const byRank = [...records].sort((a, b) => stageRank(b.stage) - stageRank(a.stage));
  const merged: KubeRecord = { ...byRank[0] };
  for (const earlier of byRank.slice(1)) {
    // A panic after "200" is no success, also where its own record has no code.
    if (merged.stage !== 'Panic') merged.code ??= earlier.code;
    merged.decision ??= earlier.decision;
    merged.impersonatedUser ??= earlier.impersonatedUser;
    merged.name ??= earlier.name;
    merged.sourceIps = [...new Set([...merged.sourceIps, ...earlier.sourceIps])];
  }
  return merged;
}
