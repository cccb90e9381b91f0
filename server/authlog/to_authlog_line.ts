/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DocumentRef } from '../../common/api/kube_events';
import type { AuthlogLine } from './authlog_record';
import type { AuthlogDocument } from './document';
import { toInstant } from './local_time';

/** A document of which the collector lost what a view needs. It is counted and shown as it is. */
export interface DamagedLine {
  document: DocumentRef;
  cluster: string;
  /** As indexed; the first of the month, or the time of collection. */
  time: string;
  timeMs: number;
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
}

/** The result of reading a document. */
export type LineOrDamage = { line: AuthlogLine } | { damaged: DamagedLine };

/** fluentd's parser took `Jan` for the whole date. */
const FIRST_OF_MONTH = /^(\d{4})-(\d{2})-01T00:00:00(?:[.,]0{1,9})?(?:Z|[+-]|$)/;
const DAY = /^(?:[1-9]|[12]\d|3[01])$/;
const HOUR = /^(?:[01]\d|2[0-3])$/;
/** What is left of `08:15:02 node-1 sshd[317]: message` after its first colon. */
const REST =
  /^([0-5]\d):([0-5]\d|60) (\S{1,255}) (?:([^\s:[\]]{0,100})(?:\[(\d{1,10})\])?:(?: |$))?([\s\S]*)$/;

/** First words of the messages that views rest on, where the host's name should be. */
const WORDS_OF_MESSAGES = new Set([
  'Accepted',
  'Failed',
  'Invalid',
  'Disconnected',
  'Disconnecting',
  'Connection',
  'Received',
  'Starting',
  'Close',
  'New',
  'Removed',
  'Session',
  'User',
  'Timeout',
  'FAILED',
  'Successful',
  '(to',
  'error:',
  'message',
  'Server',
  'PAM',
]);

const SUDO_REST = /^(?:HOST|TTY|CHROOT|PWD|USER)=[^;]* ; /;
const FINGERPRINT = /(?:SHA256|MD5):\S{1,200}/;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

function clusterOf(source: Record<string, unknown>): string {
  const flat = text(source['cluster.name']);
  if (flat !== undefined) return flat;
  const { cluster } = source;
  if (typeof cluster === 'object' && cluster !== null && 'name' in cluster) {
    return text((cluster as { name?: unknown }).name) ?? '';
  }
  return '';
}

interface Parts {
  host: string;
  ident: string;
  message: string;
  time: string;
  timeMs: number;
}

function damaged(document: AuthlogDocument, parts: Partial<Parts>, why: string): LineOrDamage {
  const { host = '', ident = '', message = '', time = '', timeMs = NaN } = parts;
  const whole = [host, ident, message].filter((part) => part !== '').join(' ');
  const login = host === 'Accepted';
  const fingerprint = FINGERPRINT.exec(message.slice(0, 1000))?.[0];
  return {
    damaged: {
      document: { index: document.index, id: document.id },
      cluster: clusterOf(document.source),
      time,
      timeMs,
      host: '',
      message: whole,
      why,
      ...(login ? { login: fingerprint === undefined ? {} : { fingerprint } } : {}),
    },
  };
}

/** A line of a node with traditional time stamps (RFC 3164), as the shipped collector misreads it. */
function repaired(
  document: AuthlogDocument,
  parts: Parts,
  { timeZone }: LineOptions
): LineOrDamage | undefined {
  const month = FIRST_OF_MONTH.exec(parts.time);
  if (!month) return undefined;
  const hourKnown = DAY.test(parts.host) && parts.host.length === 2 && HOUR.test(parts.ident);
  // A day of one digit is padded with a blank: the host came out empty, and the hour is lost.
  const hourLost = parts.host === '' && /^[1-9]$/.test(parts.ident);
  if (!hourKnown && !hourLost) return undefined;
  const rest = REST.exec(parts.message);
  if (!rest) return undefined;
  const [, minute, second, host, ident = '', pid, message] = rest;
  const date = {
    year: Number(month[1]),
    month: Number(month[2]),
    day: Number(hourKnown ? parts.host : parts.ident),
    minute: Number(minute),
    second: Math.min(59, Number(second)),
  };
  const from = toInstant({ ...date, hour: hourKnown ? Number(parts.ident) : 0 }, timeZone);
  const to = hourKnown ? from : toInstant({ ...date, hour: 23 }, timeZone);
  if (from === undefined || to === undefined) {
    return damaged(document, parts, 'its day does not exist in the month of its index time');
  }
  return {
    line: {
      index: document.index,
      id: document.id,
      cluster: clusterOf(document.source),
      host,
      ident,
      ...(pid === undefined ? {} : { pid }),
      message,
      timeMs: from,
      timeToMs: to + 999,
      time: new Date(from).toISOString().replace(/\.000Z$/, 'Z'),
      precision: hourKnown ? 'second' : 'hour_unknown',
      repaired: true,
      order: document.order,
    },
  };
}

/**
 * A document of authlog as a line: as it is, repaired where the collector misread a traditional time stamp,
 * or damaged where it lost the account or the host. Never throws.
 */
export function toAuthlogLine(document: AuthlogDocument, options: LineOptions): LineOrDamage {
  const { source } = document;
  const time = text(source['@timestamp']) ?? '';
  const timeMs = Date.parse(time);
  const message = text(source.message);
  const host = text(source.host) ?? '';
  const ident = text(source.ident) ?? '';
  const parts = { host, ident, message: message ?? '', time, timeMs };
  if (message === undefined) return damaged(document, parts, 'it holds no message');
  if (Number.isNaN(timeMs)) return damaged(document, parts, 'its time cannot be read');
  const maybeDay = host.length <= 2 && ident.length <= 2;
  const repair = maybeDay ? repaired(document, parts, options) : undefined;
  if (repair) return repair;
  if (WORDS_OF_MESSAGES.has(host) || host.startsWith('pam_')) {
    return damaged(document, parts, 'the collector lost its account, address and host');
  }
  if (ident === '' && SUDO_REST.test(message)) {
    return damaged(document, parts, 'the collector lost its program and host');
  }
  if (host === '') return damaged(document, parts, 'it names no host');
  const pid = text(source.pid);
  return {
    line: {
      index: document.index,
      id: document.id,
      cluster: clusterOf(source),
      host,
      ident,
      ...(pid === undefined ? {} : { pid }),
      message,
      timeMs,
      timeToMs: timeMs,
      time,
      precision: 'exact',
      repaired: false,
      order: document.order,
    },
  };
}
