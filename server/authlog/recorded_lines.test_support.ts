/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import type { AuthlogLine, AuthlogRecord } from './authlog_record';
import type { AuthlogDocument } from './document';
import { parseMessage } from './parse_message';
import { toAuthlogLine } from './to_authlog_line';

const fixture = (name: string) =>
  readFileSync(join(__dirname, '../../test/fixtures', name), 'utf8').trim();

/** Documents of `test/fixtures`, as the reader hands them over. */
export function recordedDocuments(name: string): AuthlogDocument[] {
  return fixture(name)
    .split('\n')
    .map((line, order) => ({
      index: 'authlog',
      id: String(order),
      order,
      source: JSON.parse(line) as Record<string, unknown>,
    }));
}

/** A recorded line and what it says. */
export interface RecordedLine {
  line: AuthlogLine;
  record: AuthlogRecord;
  repeats: number;
}

/** Lines of `test/fixtures`, of which none may be damaged. */
export function recordedLines(name: string): RecordedLine[] {
  return recordedDocuments(name).map((document) => {
    const result = toAuthlogLine(document, { timeZone: 'UTC' });
    if (!('line' in result)) throw new Error(result.damaged.why);
    return { line: result.line, ...parseMessage(result.line.ident, result.line.message) };
  });
}

/** How the sessions of the recorded lines were driven. */
export interface RecordedTruth {
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
  }>;
  sudo: Array<{
    host: string;
    timestamp: string;
    account: string;
    tty: string | null;
    command: string;
    refused: string | null;
  }>;
}

export function recordedTruth(): RecordedTruth {
  return JSON.parse(fixture('authlog-truth.json')) as RecordedTruth;
}
