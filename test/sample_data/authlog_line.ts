/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogDocument } from './authlog_document';
import type { ClusterNode } from './clusters';
import type { SampleRecord } from './delivery';
import { MILLISECOND, toStageText, type Micros } from './instants';

/** A line as a program on a node hands it to rsyslog. */
export interface AuthlogLine {
  node: ClusterNode;
  at: Micros;
  ident: string;
  pid?: number;
  message: string;
}

const TAG = 'authlog.var.log.auth.log';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The expression by which the log collector takes a line apart; made for RFC 3339 time stamps. */
const COLLECTOR =
  /^(?<time>[^ ]*) (?<host>[^ ]*) (?<ident>[a-zA-Z0-9_/.-]*)(?:\[(?<pid>[0-9]+)\])?(?:[^:]*:)? *(?<message>.*)$/;

/** That of an older collector (fluentd's parser of RFC 3164), which takes three words for the time. */
const OLDER_COLLECTOR =
  /^(?<time>[^ ]*\s*[^ ]* [^ ]*) (?<host>[^ ]*) (?<ident>[a-zA-Z0-9_/.-]*)(?:\[(?<pid>[0-9]+)\])?(?:[^:]*:)? *(?<message>.*)$/;

/** How long a line waits for the collector, which stamps it itself when it cannot read the time. */
const COLLECTION = 340 * MILLISECOND;

/** `Jan  5 08:15:02 node sshd[77]: …`, as Ubuntu 22.04 writes it. */
function toTraditionalLine({ node, at, ident, pid, message }: AuthlogLine): string {
  const text = toStageText(at);
  const day = String(Number(text.slice(8, 10))).padStart(2, ' ');
  const month = MONTHS[Number(text.slice(5, 7)) - 1];
  const tag = pid === undefined ? ident : `${ident}[${pid}]`;
  return `${month} ${day} ${text.slice(11, 19)} ${node.name} ${tag}: ${message}`;
}

/**
 * What the collector makes of a traditional line: the day as host, the hour as program, the rest as
 * message, and the first of the month as time. Of a single-digit day it loses the hour.
 */
function toMisparsed(line: AuthlogLine): AuthlogDocument {
  const {
    host = '',
    ident = '',
    message = '',
  } = COLLECTOR.exec(toTraditionalLine(line))?.groups ?? {};
  return {
    host,
    ident,
    message,
    'cluster.name': line.node.cluster,
    '@timestamp': `${toStageText(line.at).slice(0, 8)}01T00:00:00.000000000+00:00`,
    tag: TAG,
  };
}

function toParsed({ node, at, ident, pid, message }: AuthlogLine): AuthlogDocument {
  return {
    host: node.name,
    // The collector's expression knows no brackets in a program's name.
    ident: ident.startsWith('(') ? '' : ident,
    ...(pid === undefined ? {} : { pid: String(pid) }),
    message: message.trimStart(),
    'cluster.name': node.cluster,
    '@timestamp': toStageText(at),
    tag: TAG,
  };
}

/**
 * What an older collector makes of a line with an RFC 3339 time stamp: of a login, nothing but the key is left;
 * of sudo, what follows the account.
 */
function toOlderParsed({ node, at, ident, pid, message }: AuthlogLine): AuthlogDocument {
  const tag = pid === undefined ? ident : `${ident}[${pid}]`;
  const line = `${toStageText(at).replace('000+', '+')} ${node.name} ${tag}: ${message}`;
  const parts = OLDER_COLLECTOR.exec(line)?.groups ?? {};
  return {
    host: parts.host ?? '',
    ident: parts.ident ?? '',
    message: parts.message ?? '',
    'cluster.name': node.cluster,
    '@timestamp': toStageText(at + COLLECTION),
    tag: TAG,
  };
}

/** The record of a line, or none from a node that has no rsyslog. */
export function toAuthlogRecord(
  line: AuthlogLine,
  collector: 'present' | 'older' = 'present'
): SampleRecord | undefined {
  const { node, at } = line;
  if (node.authlog === 'none') return undefined;
  const parse = node.authlog === 'traditional' ? toMisparsed : toParsed;
  const source = collector === 'older' ? toOlderParsed(line) : parse(line);
  return { at, cluster: node.cluster, log: 'authlog', source };
}
