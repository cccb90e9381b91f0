/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshFailureGroup } from '../../../common/api/ssh_failures';
import type { AuthlogLine, ParsedMessage } from '../../authlog/authlog_record';
import { EvenBars } from '../../time/even_bars';
import type { Period } from '../../time/resolve_time_range';
import { OpenConnections, type Connection } from './open_connections';

/** Most of what is kept in memory, whatever the log holds. What is above is counted and said. */
export interface FailureBounds {
  /** Different combinations of host, source and account that are told apart. */
  groups: number;
  /** Bars of the chart over all groups. */
  bars: number;
  /** Keys and ways of failing, over all groups. */
  words: number;
}

const BOUNDS: FailureBounds = { groups: 100_000, bars: 500_000, words: 200_000 };

/** Keys kept of one group. */
const MAX_FINGERPRINTS = 200;

/** Ways of failing told apart in one group. */
const MAX_WAYS = 20;

/** Longest name of a way: sshd's complaints quote what a client sent. */
const MAX_WAY = 160;

/** Stands for ways of failing beyond those that are told apart. */
export const OTHER_WAYS = 'other ways';

/** A login this long after failures is worth a look. */
const SUCCEEDED_WITHIN_MS = 3_600_000;

const MAX_LINES = 10;

/** Account names are as long as a client likes. */
const MAX_ACCOUNT = 256;

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
  /** Attempts by bar of the period's chart (`EvenBars`). */
  bars: Map<number, number>;
}

/** Collects refused and failed attempts from the lines of a period, which come in order of time. */
export class FailureCollector {
  readonly groups = new Map<string, HostFailures>();
  /** Attempts beyond the combinations that are told apart. */
  attemptsLeftOut = 0;
  /** Attempts beyond the bars that are kept. */
  attemptsNotDrawn = 0;
  /** Attempts with a key beyond those that are kept. */
  keysLeftOut = 0;
  private barsKept = 0;
  private wordsKept = 0;
  private readonly bars: EvenBars;
  private readonly connections = new OpenConnections<HostFailures>((connection) =>
    this.settle(connection)
  );

  /** @param bounds smaller ones for tests */
  constructor(
    private readonly period: Period,
    readonly bounds: FailureBounds = BOUNDS
  ) {
    this.bars = new EvenBars(period);
  }

  /** Takes the next line. */
  add(line: AuthlogLine, { record, repeats }: ParsedMessage): void {
    switch (record.kind) {
      case 'ssh_failed': {
        const connection = this.connections.of(line, record);
        connection.invalid ||= record.invalidAccount;
        connection.attempts += repeats;
        const group = this.count(line, connection, record.method, repeats);
        if (record.key && group) this.keepKey(group, record.key.fingerprint, repeats);
        break;
      }
      case 'ssh_invalid_user':
        this.connections.of(line, record).invalid = true;
        break;
      case 'ssh_max_attempts': {
        const connection = this.connections.of(line, record);
        connection.invalid ||= record.invalidAccount;
        break;
      }
      case 'ssh_not_allowed':
        this.connections.of(line, record).why = `not allowed because ${record.why}`;
        break;
      case 'ssh_error':
        this.connections.of(line, record).why = record.what.replace(/^error: /, '').slice(0, 120);
        break;
      case 'ssh_disconnected': {
        const { preauth, accountState, how } = record;
        if (!preauth && accountState !== 'authenticating' && accountState !== 'invalid') break;
        const connection = this.connections.of(line, record);
        connection.invalid ||= accountState === 'invalid';
        // `Received disconnect` is followed by `Disconnected from`: the second one ends it.
        if (how === 'received_disconnect') break;
        this.connections.ended(line);
        this.settle(connection);
        break;
      }
      case 'ssh_accepted': {
        this.connections.loggedIn(line, record);
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
    this.connections.finish();
  }

  /** A connection that ended without any failed attempt of its own counts as one: a refused key often is. */
  private settle(connection: Connection<HostFailures>): void {
    if (connection.attempts > 0) return;
    if (connection.account === undefined && connection.why === undefined) return;
    this.count(connection.last, connection, connection.why ?? 'closed before login', 1);
  }

  private count(
    line: AuthlogLine,
    connection: Connection<HostFailures>,
    way: string,
    attempts: number
  ): HostFailures | undefined {
    const { fromMs, toMs } = this.period;
    if (line.timeMs < fromMs || line.timeMs > toMs) return undefined;
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
    this.countWay(group, way.slice(0, MAX_WAY), attempts);
    this.draw(group, line.timeMs, attempts);
    group.lastMs = Math.max(group.lastMs, line.timeMs);
    if (group.lines.length < MAX_LINES) group.lines.push({ index: line.index, id: line.id });
    return group;
  }

  private countWay({ ways }: HostFailures, way: string, attempts: number): void {
    const known = ways.has(way) || (ways.size < MAX_WAYS && this.hasRoomForWord());
    if (known && !ways.has(way)) this.wordsKept += 1;
    const name = known ? way : OTHER_WAYS;
    ways.set(name, (ways.get(name) ?? 0) + attempts);
  }

  private keepKey({ fingerprints }: HostFailures, fingerprint: string, attempts: number): void {
    if (fingerprints.has(fingerprint)) return;
    if (fingerprints.size < MAX_FINGERPRINTS && this.hasRoomForWord()) {
      this.wordsKept += 1;
      fingerprints.add(fingerprint);
    } else this.keysLeftOut += attempts;
  }

  private hasRoomForWord(): boolean {
    return this.wordsKept < this.bounds.words;
  }

  private draw({ bars }: HostFailures, atMs: number, attempts: number): void {
    const index = this.bars.indexOf(atMs);
    if (index === undefined) return;
    const known = bars.get(index);
    if (known === undefined && this.barsKept >= this.bounds.bars) {
      this.attemptsNotDrawn += attempts;
      return;
    }
    if (known === undefined) this.barsKept += 1;
    bars.set(index, (known ?? 0) + attempts);
  }

  private begin(
    key: string,
    { cluster, host, timeMs }: AuthlogLine,
    { sourceIp }: Connection<HostFailures>,
    account: string
  ): HostFailures | undefined {
    if (this.groups.size >= this.bounds.groups) return undefined;
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
      bars: new Map(),
    };
    this.groups.set(key, group);
    return group;
  }
}

function groupKey(
  { cluster, host }: AuthlogLine,
  sourceIp: string | undefined,
  account: string
): string {
  return JSON.stringify([cluster, host, sourceIp ?? null, account.slice(0, MAX_ACCOUNT)]);
}
