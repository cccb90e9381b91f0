/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import { attributeCommands } from '../../attribution/attribute_commands';
import type { LogLimits } from '../../attribution/log_limits';
import { attributeLogin, type LoginAttribution } from '../../attribution/attribute_login';
import type {
  AttributionOptions,
  DirectoryAnswer,
  DirectoryView,
} from '../../attribution/directory_view';
import { parseMessage } from '../../authlog/parse_message';
import { toAuthlogLine } from '../../authlog/to_authlog_line';
import { AuthlogHistories } from './authlog_histories';
import type { HostHistory, SessionRecord } from './host_history';

/** A directory as a table of what each value gives, whatever the moment. */
export function directoryOf(entries: Record<string, string | DirectoryAnswer>): DirectoryView {
  return {
    lookup: (_kind, value) => {
      const entry = Object.prototype.hasOwnProperty.call(entries, value)
        ? entries[value]
        : undefined;
      if (entry === undefined) return { result: 'unknown' };
      return typeof entry === 'string' ? { result: 'person', person: entry } : entry;
    },
  };
}

export const OPTIONS: AttributionOptions = {
  sshGroupAccounts: ['ubuntu', 'root'],
  kubernetesGroupAccounts: ['kubernetes-admin'],
  certificateAuthorities: [],
  directoryReadable: true,
};

export const NOTHING_MISSING: LogLimits = { damagedLogins: [], linesMissing: false };

/** A line as short as a test can write it. */
export interface ShortLine {
  at: string;
  ident: string;
  message: string;
  pid?: string;
  host?: string;
}

/** Histories of documents, in the order given. */
export function historiesOf(
  documents: readonly Record<string, unknown>[],
  commandsKnownFromMs = -Infinity
): Map<string, HostHistory> {
  const histories = new AuthlogHistories();
  histories.commandsKnownFrom(commandsKnownFromMs);
  documents.forEach((source, order) => {
    const result = toAuthlogLine(
      { index: 'authlog', id: String(order), order, source },
      { timeZone: 'UTC' }
    );
    if ('line' in result) {
      histories.add(result.line, parseMessage(result.line.ident, result.line.message));
    }
  });
  return histories.finish();
}

/** History of one host. */
export function historyOf(lines: readonly ShortLine[], commandsKnownFromMs?: number): HostHistory {
  const documents = lines.map(({ at, ident, message, pid, host = 'node-1' }) => ({
    host,
    ident,
    ...(pid === undefined ? {} : { pid }),
    message,
    '@timestamp': at,
    'cluster.name': 'wc',
  }));
  const [history] = historiesOf(documents, commandsKnownFromMs).values();
  return history;
}

/** Who logged in, for every session of a host. */
export function loginsOf(
  history: HostHistory,
  directory: DirectoryView,
  options: AttributionOptions = OPTIONS
): Map<SessionRecord, LoginAttribution> {
  return new Map(
    history.sessions.map((session) => [
      session,
      attributeLogin(
        {
          sessionId: session.id,
          account: session.account,
          method: session.method,
          key: session.key,
          certificate: session.certificate,
          sourceIp: session.sourceIp,
          atMs: Number.isFinite(session.earliestMs) ? session.earliestMs : (session.endMs ?? 0),
        },
        directory,
        options
      ),
    ])
  );
}

/** Who ran each command of a host, in order. */
export function attributionsOf(
  history: HostHistory,
  directory: DirectoryView,
  limits: LogLimits = NOTHING_MISSING
) {
  const result = attributeCommands(history, loginsOf(history, directory), limits);
  return history.commands.map((command) => ({ command, attribution: result.get(command) }));
}

/** A recorded log of the fixtures. */
export function recordedDocuments(name: string): Array<Record<string, unknown>> {
  return readFileSync(join(__dirname, '../../../test/fixtures', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** What really happened in the recorded log. */
export interface RecordedTruth {
  sudo: Array<{
    host: string;
    timestamp: string;
    account: string;
    tty: string | null;
    command: string;
    refused: string | null;
    truth: string;
    expected: string;
    candidates: string[];
  }>;
  sessions: Array<{
    host: string;
    sshd_pid: string;
    user: string;
    ip: string;
    port: number;
    method: string;
    keytype: string | null;
    fp: string | null;
    cert_id: string | null;
    opened: string;
    closed: string;
    person: string;
  }>;
}

/** The truth of the recorded log. */
export function recordedTruth(): RecordedTruth {
  const path = join(__dirname, '../../../test/fixtures/authlog-truth.json');
  return JSON.parse(readFileSync(path, 'utf8')) as RecordedTruth;
}
