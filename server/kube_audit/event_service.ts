/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness } from '../../common/api/completeness';
import type { KubeEventRequest, KubeEventResponse, RawDocument } from '../../common/api/kube_event';
import { AuditError } from '../errors/audit_error';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import { belongsToPattern } from '../search/index_of_pattern';
import { allOf, withinMs, type Query } from '../search/query_dsl';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchBody } from '../search/search_types';
import type { KubeAuditOptions } from './kube_audit_options';
import { KEYWORD_IGNORE_ABOVE, keywordOf } from './record/fields';
import { toKubeHit, type KubeHit } from './record/kube_record';
import { toLoggedBody } from './record/logged_body';
import { maskRawDocument } from './record/mask_raw_document';
import { eventKey } from './record/merge_stages';
import { readPath } from './record/read_source';
import { compareHits, toKubeEvent } from './record/to_kube_event';

/** Records of one event that are answered: stages and repeated deliveries; five are already unusual, and each may hold megabytes. */
const MAX_STAGES = 20;

/**
 * Answers `kube_event`: everything the log holds about one request. Two round trips: the record that was
 * clicked, then all records with its key.
 *
 * @throws AuditError `index_missing` when the record is gone or hidden, `upstream_error` when it is none of an
 *   API request
 */
export async function readKubeEvent(
  { document, unmask = false }: KubeEventRequest,
  search: ScopedSearch,
  options: KubeAuditOptions
): Promise<KubeEventResponse> {
  const { indexPattern, fields, allowUnmask } = options;
  if (!belongsToPattern(document.index, indexPattern)) {
    throw new AuditError('invalid_request', `document.index: not an index of ${indexPattern}`);
  }
  if (unmask && !allowUnmask) {
    throw new AuditError('forbidden', 'Showing masked values is switched off here');
  }
  const [clicked] = await search.searchAll([
    { index: document.index, body: { query: { ids: { values: [document.id] } }, size: 1 } },
  ]);
  assertSearched(clicked, document.index);
  const hit = clicked.hits.hits[0];
  if (!hit) {
    throw new AuditError(
      'index_missing',
      'This record is no longer there, or hidden from you: it may be past its retention',
      { index: document.index }
    );
  }
  const start = toKubeHit(hit, fields);
  if (!start) {
    throw new AuditError('upstream_error', 'This document is not a Kubernetes audit record', {
      index: document.index,
      unreadable: true,
    });
  }
  const [answer] = await search.searchAll([
    { index: indexPattern, body: buildStagesQuery(start, options) },
  ]);
  const key = eventKey(start.record, start.record.receivedAt ?? '');
  const found = answer.hits.hits
    .map((other) => toKubeHit(other, fields))
    .filter((other): other is KubeHit => other !== undefined)
    .filter((other) => eventKey(other.record, other.record.receivedAt ?? '') === key);
  // The record that was clicked is there whatever a partial second answer holds.
  const same = (other: KubeHit) => other.index === start.index && other.id === start.id;
  const hits = found.some(same) ? found : [...found, start];
  hits.sort(compareHits);
  const mask = options.maskSecrets && !unmask;
  const stages = hits.slice(0, MAX_STAGES).map((stage) => toRaw(stage, options, mask));
  const event = toKubeEvent(hits, { ...options, maskSecrets: mask });
  const ofSecret = start.record.resource === 'secrets';
  const bodyOf = (field: string) => {
    for (const stage of [...hits].reverse()) {
      const body = toLoggedBody(readPath(stage.source, field), mask, { ofSecret });
      if (body) return body;
    }
    return undefined;
  };
  const requestObject = bodyOf(fields.requestObject);
  const responseObject = bodyOf(fields.responseObject);
  return {
    event,
    stages: stages.map(({ document: raw }) => raw),
    requestObject,
    responseObject,
    masked: event.masked || stages.some(({ masked }) => masked),
    unmaskAllowed: allowUnmask,
    completeness: toCompleteness([
      ...partialReasons([answer], 'kubeaudit'),
      ...(hits.length > MAX_STAGES || answer.hits.hits.length >= MAX_STAGES * 2
        ? [
            {
              code: 'scan_limit_reached' as const,
              source: 'kubeaudit',
              message: `This request has more than ${MAX_STAGES} records; the first ${MAX_STAGES} are shown.`,
            },
          ]
        : []),
    ]),
  };
}

/** All records of the event; the audit id cannot be asked for where it is too long for its keyword field. */
function buildStagesQuery({ record }: KubeHit, { fields }: KubeAuditOptions): SearchBody {
  const instant = { gte: record.receivedMs, lte: record.receivedMs };
  const clauses: Query[] = [withinMs(fields.receivedAt, instant)];
  const short = record.auditId.length <= KEYWORD_IGNORE_ABOVE;
  if (short) clauses.push({ term: { [keywordOf(fields.auditId)]: record.auditId } });
  return {
    query: allOf(clauses),
    size: short ? MAX_STAGES * 2 : MAX_STAGES * 10,
    sort: [{ [fields.time]: { order: 'asc', unmapped_type: 'date' } }],
    track_total_hits: false,
  };
}

function toRaw(
  hit: KubeHit,
  options: KubeAuditOptions,
  mask: boolean
): { document: RawDocument; masked: boolean } {
  const source = mask ? maskRawDocument(hit.source, options.fields) : hit.source;
  return {
    document: { _index: hit.index, _id: hit.id, _source: source },
    masked: mask && JSON.stringify(source) !== JSON.stringify(hit.source),
  };
}
