/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SearchHit } from '../../search/search_types';
import { KEYWORD_FIELDS, keywordOf, type KubeFieldName, type KubeFields } from './fields';
import { resourceParts, type KubeRecord } from './kube_record';

/** Doc values that a listed record is read from: all that merging, filtering and counting need. */
export function listedDocValues(fields: KubeFields): string[] {
  return [...KEYWORD_FIELDS.map((name) => keywordOf(fields[name])), fields.code];
}

/**
 * Parses a hit that holds doc values only. That is three times cheaper than its `_source`, and bodies of
 * megabytes stay on disk.
 *
 * @param hit sorted by receipt time, which is read from its sort value
 * @returns undefined for a document that is no audit record; callers count these elsewhere
 */
export function toListedRecord(hit: SearchHit, fields: KubeFields): KubeRecord | undefined {
  const values = hit.fields ?? {};
  const text = (name: KubeFieldName): string | undefined => {
    const value = values[keywordOf(fields[name])]?.[0];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const receivedMs = hit.sort?.[0];
  const auditId = text('auditId');
  const stage = text('stage');
  if (typeof receivedMs !== 'number' || auditId === undefined || stage === undefined) {
    return undefined;
  }
  const code = values[fields.code]?.[0];
  const sourceIps = values[keywordOf(fields.sourceIps)] ?? [];
  return {
    auditId,
    user: text('user') ?? '',
    receivedMs,
    stage,
    cluster: text('cluster') ?? '',
    verb: text('verb') ?? '',
    ...resourceParts({
      resource: text('resource'),
      apiGroup: text('apiGroup'),
      subresource: text('subresource'),
    }),
    namespace: text('namespace'),
    name: text('name'),
    code: typeof code === 'number' ? code : undefined,
    decision: text('decision'),
    impersonatedUser: text('impersonatedUser'),
    sourceIps: sourceIps.filter((ip): ip is string => typeof ip === 'string'),
  };
}
