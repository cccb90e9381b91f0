/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCsvLine } from '../../common/csv/csv_cell';
import type { Redaction } from '../../common/api/evidence';
import type { KubeEvent } from '../../common/api/kube_events';
import type { KubeFilters } from '../../common/api/kube_filters';
import { AuditError } from '../errors/audit_error';
import {
  holdsMatchingStagesOnly,
  maskDocument,
  takeRecords,
  withoutBodies,
  type KubeDocument,
} from '../kube_audit/evidence_records';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { readText } from '../kube_audit/record/read_source';
import { mayHoldSecret } from '../secrets/may_hold_secret';
import type { LocalColumns } from './local_columns';
import { toRecordLines, type RecordLine } from './package_record';
import { readDocument, type RawHit } from './raw_hits';
import type { KubeOutput } from './read_kube';
import type { EvidenceSearch } from './record_reader';
import type { SeededSample } from './seeded_sample';

/** Records of one millisecond that are held together, since they may be of one event. */
const MAX_INSTANT = 100_000;

/** Records taken apart at once, and some more of the same millisecond. */
const BATCH = 250;

const COLUMNS = [
  'received_at_utc',
  'received_at_local',
  'utc_offset',
  'cluster',
  'user',
  'user_kind',
  'impersonated_user',
  'verb',
  'resource',
  'namespace',
  'name',
  'outcome',
  'code',
  'decision',
  'reason',
  'message',
  'source_ips',
  'user_agent',
  'request_uri',
  'state',
  'duration_ms',
  'credential_id',
  'audit_id',
  'stages',
  'duplicate_records',
  'document_index',
  'document_id',
] as const;

/** Heading of `events.csv`. */
export const EVENT_HEADING = toCsvLine(COLUMNS);

/** One event as a row of `events.csv`. */
export function toEventRow(event: KubeEvent, local: LocalColumns): string {
  const [localTime, offset] = local.of(Date.parse(event.receivedAt));
  return toCsvLine([
    event.receivedAt,
    localTime,
    offset,
    event.cluster,
    event.user,
    event.userKind,
    event.impersonatedUser,
    event.verb,
    event.qualifiedResource,
    event.namespace,
    event.name,
    event.outcome,
    event.code,
    event.decision,
    event.reason,
    event.message,
    event.sourceIps.join(' '),
    event.userAgent,
    event.requestUri,
    event.state,
    event.durationMs,
    event.credentialId,
    event.auditId,
    event.stages.join(' '),
    event.duplicates,
    event.document.index,
    event.document.id,
  ]);
}

/** Figures of what was written. */
export interface KubeFigures {
  read: number;
  written: number;
  setAside: number;
  unreadable: number;
  redacted: number;
  events: number;
  duplicates: number;
  perDay: Map<string, number>;
  perCluster: Map<string, number>;
  outcomes: Map<string, number>;
  users: Map<string, number>;
}

const add = (counts: Map<string, number>, key: string) =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

const DAY_MS = 86_400_000;

/** Users told apart in the summary; a hostile log could hold millions. */
const MAX_USERS = 20_000;

/** Writes Kubernetes audit records and their reading copy, page by page. */
export class KubePart {
  readonly figures: KubeFigures = {
    read: 0,
    written: 0,
    setAside: 0,
    unreadable: 0,
    redacted: 0,
    events: 0,
    duplicates: 0,
    perDay: new Map(),
    perCluster: new Map(),
    outcomes: new Map(),
    users: new Map(),
  };
  private pending: RawHit[] = [];
  private day = NaN;
  private dayText = '';

  constructor(
    private readonly filters: KubeFilters,
    private readonly redaction: Redaction,
    private readonly search: EvidenceSearch,
    private readonly options: KubeAuditOptions,
    private readonly local: LocalColumns,
    private readonly to: Pick<KubeOutput, 'records' | 'rows'>,
    private readonly sample?: SeededSample<KubeEvent>
  ) {}

  /** Takes the next page. All records of a millisecond are looked at together: they may be one event. */
  async page(hits: RawHit[]): Promise<void> {
    const all = this.pending.length === 0 ? hits : [...this.pending, ...hits];
    const last = all[all.length - 1]?.sort[0];
    let end = all.length;
    while (end > 0 && all[end - 1].sort[0] === last) end -= 1;
    this.pending = all.slice(end);
    if (this.pending.length > MAX_INSTANT) {
      throw new AuditError('too_large', 'More records than can be held share one millisecond');
    }
    await this.takeInBatches(all.slice(0, end));
  }

  /** Takes what is left. */
  async finish(): Promise<void> {
    const rest = this.pending;
    this.pending = [];
    await this.takeInBatches(rest);
  }

  /** Whole milliseconds, few at a time: what is read of them is garbage before it is copied about. */
  private async takeInBatches(hits: RawHit[]): Promise<void> {
    // Other stages are searched for once a page.
    const size = holdsMatchingStagesOnly(this.filters) ? Infinity : BATCH;
    for (let start = 0; start < hits.length;) {
      let end = Math.min(start + size, hits.length);
      while (end < hits.length && hits[end].sort[0] === hits[end - 1].sort[0]) end += 1;
      await this.take(hits.slice(start, end));
      start = end;
    }
  }

  private async take(hits: RawHit[]): Promise<void> {
    const { figures, redaction, options } = this;
    const masks = redaction !== 'none';
    const documents = hits.map((hit): KubeDocument => {
      const source = readDocument(hit);
      const clean = masks && !mayHoldSecret(hit.source.toString('latin1'), source);
      return { index: hit.index, id: hit.id, source, clean };
    });
    const taken = await takeRecords(documents, this.filters, this.search, {
      ...options,
      maskSecrets: masks,
    });
    const lines: RecordLine[] = [];
    hits.forEach((hit, i) => {
      if (taken.setAside.size > 0 && taken.setAside.has(`${hit.index}/${hit.id}`)) return;
      const instead = this.redact(documents[i]);
      if (instead) figures.redacted += 1;
      lines.push({ hit, instead });
      add(figures.perCluster, readText(documents[i].source, options.fields.cluster) ?? '');
      add(figures.perDay, this.dayOf(Number(hit.sort[0])));
    });
    const written = lines.length;
    figures.read += hits.length;
    figures.written += written;
    figures.setAside += hits.length - written;
    figures.unreadable += taken.unreadable;
    await this.to.records(toRecordLines(lines), written);
    let rows = '';
    for (const event of taken.events) {
      rows += toEventRow(event, this.local);
      figures.events += 1;
      figures.duplicates += event.duplicates;
      add(figures.outcomes, event.outcome);
      if (figures.users.size < MAX_USERS || figures.users.has(event.user))
        add(figures.users, event.user);
      this.sample?.offer(`${event.auditId} ${event.receivedAt} ${event.user} ${event.verb}`, event);
    }
    await this.to.rows(Buffer.from(rows, 'utf8'));
  }

  /** Day in UTC. Most records are of the same day as the one before. */
  private dayOf(ms: number): string {
    const day = Math.floor(ms / DAY_MS);
    if (day !== this.day) {
      this.day = day;
      this.dayText = new Date(ms).toISOString().slice(0, 10);
    }
    return this.dayText;
  }

  private redact({ source, clean }: KubeDocument): object | undefined {
    if (this.redaction === 'none') return undefined;
    const light = this.redaction === 'secrets' ? source : withoutBodies(source, this.options);
    if (clean) return light === source ? undefined : light;
    const masked = maskDocument(light, this.options);
    return masked === source ? undefined : masked;
  }
}
