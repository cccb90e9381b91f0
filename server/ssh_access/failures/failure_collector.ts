/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFailureGroup } from '../../../common/api/ssh_failures';
import type { AuthlogLine, ParsedMessage } from '../../authlog/authlog_record';
import type { Period } from '../../time/resolve_time_range';

/** Different combinations of host, source and account that are told apart; the rest is only counted. */
const MAX_KEYS = 100_000;

/** Connections before login that are followed at one time. */
const MAX_CONNECTIONS = 50_000;

/** A login this long after failures is worth a look. */
const SUCCEEDED_WITHIN_MS = 3_600_000;

const MAX_LINES = 10;

/** Account names are as long as a client likes. */
const MAX_ACCOUNT = 256;

/** Instants kept of one line that folds repeats, for the chart. */
const MAX_REPEATS_DRAWN = 1_000;

/** Failures of one source at one account of one host. */
export interface HostFailures {
  cluster: string;
  host: string;
  sourceIp?: string;
  account: string;
  invalidAccount: boolean;
  attempts: number;
  connections: number;
  ways: Map<string, number>;
  fingerprints: Set<string>;
  firstMs: number;
  lastMs: number;
  succeededAfter: boolean;
  lines: SshFailureGroup['lines'];
}

/** What is known of a connection that has not logged in. */
interface Connection {
  account?: string;
  sourceIp?: string;
  invalid: boolean;
  attempts: number;
  /** Complaint of sshd that explains a refusal. */
  why?: string;
  counted: Set<HostFailures>;
  last: AuthlogLine;
}

/** Collects refused and failed attempts from the lines of a period, which come in order of time. */
export class FailureCollector {
  readonly groups = new Map<string, HostFailures>();
  /** Attempts beyond the combinations that are told apart. */
  attemptsLeftOut = 0;
  /** Instants of the attempts, for the chart. */
  readonly attemptTimes: number[] = [];
  private readonly connections = new Map<string, Connection>();

  constructor(private readonly period: Period) {}

  /** Takes the next line. */
  add(line: AuthlogLine, { record, repeats }: ParsedMessage): void {
    switch (record.kind) {
      case 'ssh_failed': {
        const connection = this.connectionOf(line, record);
        connection.invalid ||= record.invalidAccount;
        connection.attempts += repeats;
        const group = this.count(line, connection, record.method, repeats);
        if (record.key) group?.fingerprints.add(record.key.fingerprint);
        break;
      }
      case 'ssh_invalid_user':
        this.connectionOf(line, record).invalid = true;
        break;
      case 'ssh_max_attempts': {
        const connection = this.connectionOf(line, record);
        connection.invalid ||= record.invalidAccount;
        break;
      }
      case 'ssh_not_allowed':
        this.connectionOf(line, record).why = `not allowed because ${record.why}`;
        break;
      case 'ssh_error':
        this.connectionOf(line, record).why = record.what.replace(/^error: /, '').slice(0, 120);
        break;
      case 'ssh_disconnected': {
        const { preauth, accountState, how } = record;
        if (!preauth && accountState !== 'authenticating' && accountState !== 'invalid') break;
        const connection = this.connectionOf(line, record);
        connection.invalid ||= accountState === 'invalid';
        // `Received disconnect` is followed by `Disconnected from`: the second one ends it.
        if (how !== 'received_disconnect') this.endConnection(keyOf(line), connection);
        break;
      }
      case 'ssh_accepted': {
        this.connections.delete(keyOf(line));
        const key = groupKey(line, record.sourceIp, record.account);
        const group = this.groups.get(key);
        if (group && line.timeMs - group.lastMs <= SUCCEEDED_WITHIN_MS) group.succeededAfter = true;
        break;
      }
      default:
        break;
    }
  }

  /** Counts what began and of which no end was logged. Call once. */
  finish(): void {
    for (const [key, connection] of [...this.connections]) this.endConnection(key, connection);
  }

  private connectionOf(
    line: AuthlogLine,
    { account, sourceIp }: { account?: string; sourceIp?: string }
  ): Connection {
    const key = keyOf(line);
    let connection = this.connections.get(key);
    if (!connection) {
      if (this.connections.size >= MAX_CONNECTIONS) {
        const [[oldestKey, oldest]] = this.connections;
        this.endConnection(oldestKey, oldest);
      }
      connection = { invalid: false, attempts: 0, counted: new Set(), last: line };
      this.connections.set(key, connection);
    }
    connection.last = line;
    if (account !== undefined) connection.account = account;
    connection.sourceIp ??= sourceIp;
    return connection;
  }

  /** A connection that ended without any failed attempt of its own counts as one: a refused key often is. */
  private endConnection(key: string, connection: Connection): void {
    this.connections.delete(key);
    if (connection.attempts > 0) return;
    if (connection.account === undefined && connection.why === undefined) return;
    this.count(connection.last, connection, connection.why ?? 'closed before login', 1);
  }

  private count(
    line: AuthlogLine,
    connection: Connection,
    way: string,
    attempts: number
  ): HostFailures | undefined {
    const { fromMs, toMs } = this.period;
    if (line.timeMs < fromMs || line.timeMs > toMs) return undefined;
    const drawn = Math.min(attempts, MAX_REPEATS_DRAWN);
    for (let i = 0; i < drawn; i += 1) this.attemptTimes.push(line.timeMs);
    const account = (connection.account ?? '').slice(0, MAX_ACCOUNT);
    const key = groupKey(line, connection.sourceIp, account);
    const group = this.groups.get(key) ?? this.begin(key, line, connection, account);
    if (!group) {
      this.attemptsLeftOut += attempts;
      return undefined;
    }
    group.attempts += attempts;
    if (!connection.counted.has(group)) {
      connection.counted.add(group);
      group.connections += 1;
    }
    group.invalidAccount ||= connection.invalid;
    group.ways.set(way, (group.ways.get(way) ?? 0) + attempts);
    group.lastMs = Math.max(group.lastMs, line.timeMs);
    if (group.lines.length < MAX_LINES) group.lines.push({ index: line.index, id: line.id });
    return group;
  }

  private begin(
    key: string,
    { cluster, host, timeMs }: AuthlogLine,
    { sourceIp }: Connection,
    account: string
  ): HostFailures | undefined {
    if (this.groups.size >= MAX_KEYS) return undefined;
    const group: HostFailures = {
      cluster,
      host,
      ...(sourceIp === undefined ? {} : { sourceIp }),
      account,
      invalidAccount: false,
      attempts: 0,
      connections: 0,
      ways: new Map(),
      fingerprints: new Set(),
      firstMs: timeMs,
      lastMs: timeMs,
      succeededAfter: false,
      lines: [],
    };
    this.groups.set(key, group);
    return group;
  }
}

function keyOf({ cluster, host, pid, order }: AuthlogLine): string {
  return JSON.stringify([cluster, host, pid ?? order]);
}

function groupKey(
  { cluster, host }: AuthlogLine,
  sourceIp: string | undefined,
  account: string
): string {
  return JSON.stringify([cluster, host, sourceIp ?? null, account.slice(0, MAX_ACCOUNT)]);
}
