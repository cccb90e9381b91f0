/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../common/api/kube_events';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { Query } from '../search/query_dsl';
import type { ScopedSearch } from '../search/scoped_search';
import type { Period } from '../time/resolve_time_range';
import { completeStages } from './events/complete_stages';
import { recordsQuery } from './events/events_query';
import { buildFilterClauses, variesByStage } from './filters/filter_query';
import { matchesFilters } from './filters/match_filters';
import type { KubeAuditOptions } from './kube_audit_options';
import { toKubeHit, type KubeHit } from './record/kube_record';
import { maskRawDocument } from './record/mask_raw_document';
import { groupHits, mergeRecords } from './record/merge_stages';
import { compareText, toKubeEvent } from './record/to_kube_event';
import type { Source } from './record/read_source';

/** A document of the log. */
export interface KubeDocument {
  index: string;
  id: string;
  source: Source;
  /** Masking would surely change nothing in it. */
  clean?: boolean;
}

/** Records of some whole milliseconds, taken apart. */
export interface TakenRecords {
  /** Events that match, in order of receipt, all their records together. */
  events: KubeEvent[];
  /** Keys `index/id` of records that the query found and whose event does not match as a whole. */
  setAside: Set<string>;
  /** Documents without what makes an audit record. */
  unreadable: number;
}

/** Query that finds the records of a question, oldest first by `timeField`. */
export function evidenceQuery(
  period: Period,
  filters: KubeFilters,
  options: KubeAuditOptions
): { query: Query; timeField: string } {
  const clauses = buildFilterClauses(filters, options, 'superset');
  return {
    query: recordsQuery(period, clauses, options.fields),
    timeField: options.fields.receivedAt,
  };
}

/** The record holds the stages that match, not every stage of their requests. */
export function holdsMatchingStagesOnly(filters: KubeFilters): boolean {
  return variesByStage(filters);
}

/**
 * Takes records of whole milliseconds apart: which belong to events that match, by the same rules as the views.
 */
export async function takeRecords(
  documents: readonly KubeDocument[],
  filters: KubeFilters,
  search: Pick<ScopedSearch, 'searchAll'>,
  options: KubeAuditOptions
): Promise<TakenRecords> {
  const { fields } = options;
  const hits: KubeHit[] = [];
  for (const { index, id, source } of documents) {
    const hit = toKubeHit({ _index: index, _id: id, _source: source }, fields);
    if (hit) hits.push(hit);
  }
  const groups = groupHits(hits);
  const whole = variesByStage(filters) ? await completeStages(groups, search, options) : groups;
  const events: KubeEvent[] = [];
  const setAside = new Set<string>();
  const clean = new Set(documents.filter((document) => document.clean).map(({ source }) => source));
  const unmasked = { ...options, maskSecrets: false };
  const everything = Object.keys(filters).length === 0;
  for (const group of whole) {
    if (
      everything ||
      matchesFilters(
        mergeRecords(group.map(({ record }) => record)),
        filters,
        options.groupAccounts
      )
    ) {
      events.push(
        toKubeEvent(group, group.every(({ source }) => clean.has(source)) ? unmasked : options)
      );
    } else {
      for (const { index, id } of group) setAside.add(`${index}/${id}`);
    }
  }
  events.sort(
    (a, b) =>
      compareText(a.receivedAt, b.receivedAt) ||
      compareText(a.auditId, b.auditId) ||
      compareText(a.user, b.user) ||
      compareText(a.document.id, b.document.id)
  );
  return { events, setAside, unreadable: documents.length - hits.length };
}

/** The document with likely secrets masked; the same object where nothing had to be. */
export function maskDocument(source: Source, options: KubeAuditOptions): Source {
  const masked = maskRawDocument(source, options.fields);
  return JSON.stringify(masked) === JSON.stringify(source) ? source : masked;
}

/** The document without what the request and the response carried. */
export function withoutBodies(source: Source, options: KubeAuditOptions): Source {
  const { requestObject, responseObject } = options.fields;
  if (!(requestObject in source) && !(responseObject in source)) return source;
  const { [requestObject]: request, [responseObject]: response, ...rest } = source;
  return request === undefined && response === undefined ? source : rest;
}
