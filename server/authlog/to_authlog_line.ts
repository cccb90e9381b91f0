/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DocumentRef } from '../../common/api/kube_events';
import type { AuthlogLine } from './authlog_record';
import type { AuthlogDocument } from './document';
import { lostWords } from './lost_words';
import { mayBeSshd, readProgram } from './programs';
import {
  misreadSpan,
  repairTimeStamp,
  YEAR_UNKNOWN,
  type CollectedParts,
} from './repair_time_stamp';

/** A document of which the collector lost what a view needs. It is counted and shown as it is. */
export interface DamagedLine {
  document: DocumentRef;
  cluster: string;
  /** As indexed; the first of the month, or the time of collection. */
  time: string;
  /** Earliest instant at which it can have been written; NaN where nothing tells it. */
  timeMs: number;
  /** Latest instant. */
  timeToMs: number;
  host: string;
  /** What is left. */
  message: string;
  why: string;
  /** It was a login, of this key where it is left: somebody may have been on any host of the cluster. */
  login?: { fingerprint?: string };
}

export interface LineOptions {
  /** IANA zone of the nodes' traditional time stamps, which name none. */
  timeZone: string;
  /** The present and the oldest time of the log, in milliseconds: they tell the year of a time stamp without one. */
  collected?: { nowMs: number; keptFromMs?: number };
}

/** The result of reading a document. */
export type LineOrDamage = { line: AuthlogLine } | { damaged: DamagedLine };

/** Parts of a text that are looked at. */
const MAX_PARTS = 100;

/** The rest of a misread time stamp, the host and sshd, of which a part cannot be read. */
const MISREAD_LOGIN = /^\S{1,20} \S{1,255} +[^ ]{1,100}: Accepted /;

const FINGERPRINT = /(?:SHA256|MD5):[\w+/=:]{1,200}/;

/** To OpenSearch a value and an array of it are the same, and some collectors write the array. */
function textOf(field: unknown): string | undefined {
  const value: unknown = Array.isArray(field) && field.length === 1 ? field[0] : field;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function clusterOf(source: Record<string, unknown>): string {
  const flat = textOf(source['cluster.name']);
  if (flat !== undefined) return flat;
  const { cluster } = source;
  if (typeof cluster === 'object' && cluster !== null && 'name' in cluster) {
    return textOf((cluster as { name?: unknown }).name) ?? '';
  }
  return '';
}

const EPOCH_MS = /^-?\d{1,15}$/;
const ISO = /^\d{4}-\d{2}-\d{2}(?:T|$)/;
/** Without a zone OpenSearch means UTC, and JavaScript does not. */
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}T[\d:.,]{1,30}$/;

interface IndexTime {
  time: string;
  timeMs: number;
}

/** Times as OpenSearch takes them: ISO 8601, or milliseconds since 1970. */
function readTime(text: string): IndexTime {
  const time = text.slice(0, 100);
  if (EPOCH_MS.test(time)) {
    const date = new Date(Number(time));
    return Number.isNaN(date.getTime())
      ? { time, timeMs: NaN }
      : { time: date.toISOString(), timeMs: date.getTime() };
  }
  // JavaScript reads other forms in the zone of this machine.
  if (!ISO.test(time)) return { time, timeMs: NaN };
  return { time, timeMs: Date.parse(WITHOUT_ZONE.test(time) ? `${time}Z` : time) };
}

/** Misread lines of a month all have one and the same time. */
let lastText = '';
let lastTime: IndexTime = { time: '', timeMs: NaN };

/** @param indexedMs what OpenSearch made of it, which knows formats that are not known here */
function timeOf(value: unknown, indexedMs: number | undefined): IndexTime {
  const text = textOf(value) ?? '';
  if (text !== lastText) {
    lastTime = readTime(text);
    lastText = text;
  }
  if (!Number.isNaN(lastTime.timeMs) || indexedMs === undefined) return lastTime;
  const indexed = new Date(indexedMs);
  return Number.isNaN(indexed.getTime())
    ? lastTime
    : { time: indexed.toISOString(), timeMs: indexed.getTime() };
}

/** What can be read of a field that should be one text. */
function leftOf(value: unknown): string[] {
  return (Array.isArray(value) ? value.slice(0, MAX_PARTS) : [value]).flatMap(
    (part) => textOf(part) ?? []
  );
}

/** Somebody may have come: the line is a login, or can have been one. */
function mayBeLogin({ source }: AuthlogDocument, { host, ident, message }: CollectedParts) {
  if (host === 'Accepted') return true;
  const texts = leftOf(source?.message);
  if (texts.length === 0) return mayBeSshd(readProgram(ident).program);
  return (
    texts.some((text) => text.trimStart().startsWith('Accepted ')) || MISREAD_LOGIN.test(message)
  );
}

function damaged(
  document: AuthlogDocument,
  parts: CollectedParts,
  why: string,
  times: { timeMs: number; timeToMs: number } = { timeMs: parts.timeMs, timeToMs: parts.timeMs }
): LineOrDamage {
  const { host, ident, time } = parts;
  const message = parts.message === '' ? leftOf(document.source?.message).join(' ') : parts.message;
  const fingerprint = FINGERPRINT.exec(message.slice(0, 1000))?.[0];
  return {
    damaged: {
      document: { index: document.index, id: document.id },
      cluster: clusterOf(document.source ?? {}),
      time,
      ...times,
      host: '',
      message: [host, ident, message].filter((part) => part !== '').join(' '),
      why,
      // Of another year, whoever became another account is missing in this one.
      ...(why === YEAR_UNKNOWN || mayBeLogin(document, parts)
        ? { login: fingerprint === undefined ? {} : { fingerprint } }
        : {}),
    },
  };
}

/**
 * A document of authlog as a line: as it is, repaired where the collector misread a traditional time stamp,
 * or damaged where it lost the account or the host. Never throws.
 */
export function toAuthlogLine(
  document: AuthlogDocument,
  { timeZone, collected }: LineOptions
): LineOrDamage {
  const collection = collected && { ...collected, index: document.index };
  const { index, id, order } = document;
  // A search can be answered without `_source`.
  const source: Record<string, unknown> = document.source ?? {};
  const { time, timeMs } = timeOf(source['@timestamp'], document.indexedMs);
  const message = textOf(source.message);
  const host = textOf(source.host) ?? '';
  const ident = textOf(source.ident) ?? '';
  const parts = { host, ident, message: message ?? '', time, timeMs };
  if (message === undefined) {
    return damaged(
      document,
      parts,
      'it holds no message',
      misreadSpan(parts, timeZone, collection)
    );
  }
  if (Number.isNaN(timeMs)) return damaged(document, parts, 'its time cannot be read');
  // The day and the hour, where a traditional time stamp was misread.
  const repair =
    host.length <= 2 && ident.length <= 2
      ? repairTimeStamp(parts, timeZone, collection)
      : undefined;
  if (typeof repair === 'string') {
    return damaged(document, parts, repair, misreadSpan(parts, timeZone, collection));
  }
  if (repair) {
    const { program, pid = repair.pid } = readProgram(repair.ident);
    const line: AuthlogLine = {
      index,
      id,
      cluster: clusterOf(source),
      host: repair.host,
      ident: program,
      message: repair.message,
      timeMs: repair.timeMs,
      timeToMs: repair.timeToMs,
      time: `${new Date(repair.timeMs).toISOString().slice(0, -5)}Z`,
      precision: repair.hourKnown ? 'second' : 'hour_unknown',
      repaired: true,
      order,
    };
    if (pid !== undefined) line.pid = pid;
    return { line };
  }
  const lost = lostWords(host, ident, message);
  if (lost !== undefined) return damaged(document, parts, lost);
  const { program, pid: pidOfIdent } = readProgram(ident);
  const line: AuthlogLine = {
    index,
    id,
    cluster: clusterOf(source),
    host,
    ident: program,
    message,
    timeMs,
    timeToMs: timeMs,
    time,
    precision: 'exact',
    repaired: false,
    order,
  };
  const pid = textOf(source.pid) ?? pidOfIdent;
  if (pid !== undefined) line.pid = pid;
  return { line };
}
