/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toQualifiedResource } from '../../../common/kube_audit/qualified_resource';
import type { KubeFields } from './fields';
import { readInteger, readText, readTexts, type Source } from './read_source';

/**
 * One record (a stage of a request), parsed at the edge. The light part that merging, filtering and
 * counting need; it comes from a hit's `_source` or from a bucket of the enumeration alike.
 */
export interface KubeRecord {
  auditId: string;
  user: string;
  /** `requestReceivedTimestamp` in milliseconds since 1970, as OpenSearch indexes it. */
  receivedMs: number;
  /** The same as the log has it, with microseconds; absent in buckets, which have milliseconds only. */
  receivedAt?: string;
  stage: string;
  cluster: string;
  verb: string;
  resource?: string;
  apiGroup?: string;
  subresource?: string;
  qualifiedResource?: string;
  namespace?: string;
  name?: string;
  code?: number;
  decision?: string;
  impersonatedUser?: string;
  sourceIps: string[];
}

/** A record with where it is kept and everything it says. */
export interface KubeHit {
  record: KubeRecord;
  /** Instant of the stage as the log has it. */
  time: string;
  index: string;
  id: string;
  source: Source;
}

/** Parts of a resource and their spelling, none for a non-resource URL such as `/version`. */
export function resourceParts(parts: {
  resource?: string;
  apiGroup?: string;
  subresource?: string;
}): Pick<KubeRecord, 'resource' | 'apiGroup' | 'subresource' | 'qualifiedResource'> {
  const { resource, apiGroup, subresource } = parts;
  if (!resource) return {};
  return {
    resource,
    apiGroup: apiGroup || undefined,
    subresource: subresource || undefined,
    qualifiedResource: toQualifiedResource({ resource, apiGroup, subresource }),
  };
}

/** Milliseconds of an instant of the log; without a zone it is in UTC, as OpenSearch reads it. */
function toMs(instant: string): number {
  return Date.parse(/T[\d:.,]+$/.test(instant) ? `${instant}Z` : instant);
}

/**
 * Parses a hit.
 *
 * @returns undefined for a document that is no audit record: without a receipt time, an audit id or a
 *   stage there is no event to belong to. Callers count these; they never drop them in silence.
 */
export function toKubeHit(
  hit: { _index: string; _id: string; _source?: Source },
  fields: KubeFields
): KubeHit | undefined {
  const source = hit._source ?? {};
  const receivedAt = readText(source, fields.receivedAt);
  const receivedMs = receivedAt === undefined ? NaN : toMs(receivedAt);
  const auditId = readText(source, fields.auditId);
  const stage = readText(source, fields.stage);
  if (receivedAt === undefined || Number.isNaN(receivedMs) || !auditId || !stage) return undefined;
  return {
    record: {
      auditId,
      user: readText(source, fields.user) ?? '',
      receivedMs,
      receivedAt,
      stage,
      cluster: readText(source, fields.cluster) ?? '',
      verb: readText(source, fields.verb) ?? '',
      ...resourceParts({
        resource: readText(source, fields.resource),
        apiGroup: readText(source, fields.apiGroup),
        subresource: readText(source, fields.subresource),
      }),
      namespace: readText(source, fields.namespace) || undefined,
      name: readText(source, fields.name) || undefined,
      code: readInteger(source, fields.code),
      decision: readText(source, fields.decision) || undefined,
      impersonatedUser: readText(source, fields.impersonatedUser) || undefined,
      sourceIps: readTexts(source, fields.sourceIps),
    },
    time: readText(source, fields.time) ?? receivedAt,
    index: hit._index,
    id: hit._id,
    source,
  };
}
