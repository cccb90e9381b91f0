/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isIP } from 'net';
import type { AuthlogLine } from '../../authlog/authlog_record';

/** Connections before login that are followed at one time. */
const MAX_CONNECTIONS = 50_000;

/**
 * A connection before login that was silent for so long has ended: sshd waits 2 minutes for a login
 * (sshd_config: LoginGraceTime), and its pid may be another connection's by now.
 */
const SILENT_MS = 10 * 60_000;

/** Where the other end of a connection is, as far as a line says. */
export interface OtherEnd {
  /** An address, or a name where UseDNS is on. */
  sourceIp?: string;
  sourcePort?: number;
}

/** What is known of a connection that has not logged in. */
export interface Connection<Group> extends OtherEnd {
  account?: string;
  invalid: boolean;
  attempts: number;
  /** Complaint of sshd that explains a refusal. */
  why?: string;
  /** Groups that it is counted in already. */
  counted: Set<Group>;
  last: AuthlogLine;
}

/** Follows connections before login by host and pid, in order of time. */
export class OpenConnections<Group> {
  /** By when they last wrote. */
  private readonly connections = new Map<string, Connection<Group>>();

  /** @param onEnd what to do with a connection that ended without a line that says so */
  constructor(private readonly onEnd: (connection: Connection<Group>) => void) {}

  /** The connection that this line is of; begins one where the pid was used again. */
  of(line: AuthlogLine, { account, ...end }: OtherEnd & { account?: string }): Connection<Group> {
    this.expire(line.timeMs);
    const key = keyOf(line);
    const known = this.sameAs(this.connections.get(key), line, end);
    if (!known) this.end(key);
    const connection = known ?? { invalid: false, attempts: 0, counted: new Set(), last: line };
    // What wrote last goes to the end.
    this.connections.delete(key);
    if (this.connections.size >= MAX_CONNECTIONS) {
      const [oldest] = this.connections.keys();
      this.end(oldest);
    }
    this.connections.set(key, connection);
    connection.last = line;
    if (account !== undefined) connection.account = account;
    const { sourceIp, sourcePort } = end;
    const named = connection.sourceIp !== undefined && isIP(connection.sourceIp) === 0;
    if (sourceIp !== undefined && (connection.sourceIp === undefined || named)) {
      connection.sourceIp = sourceIp;
    }
    connection.sourcePort ??= sourcePort;
    return connection;
  }

  /** Forgets the connection of this line, which logged in; ends another one that had its pid before. */
  loggedIn(line: AuthlogLine, end: OtherEnd): void {
    const key = keyOf(line);
    if (this.sameAs(this.connections.get(key), line, end)) this.connections.delete(key);
    else this.end(key);
  }

  /** Forgets the connection of this line, of which the end is logged. */
  ended(line: AuthlogLine): void {
    this.connections.delete(keyOf(line));
  }

  /** Ends all of which no end was logged. */
  finish(): void {
    for (const key of [...this.connections.keys()]) this.end(key);
  }

  private sameAs(
    connection: Connection<Group> | undefined,
    line: AuthlogLine,
    end: OtherEnd
  ): Connection<Group> | undefined {
    if (!connection || line.timeMs - connection.last.timeMs > SILENT_MS) return undefined;
    return isElsewhere(connection, end) ? undefined : connection;
  }

  private expire(nowMs: number): void {
    for (const [key, { last }] of this.connections) {
      if (nowMs - last.timeMs <= SILENT_MS) return;
      this.end(key);
    }
  }

  private end(key: string): void {
    const connection = this.connections.get(key);
    if (!connection) return;
    this.connections.delete(key);
    this.onEnd(connection);
  }
}

/** Two addresses or two ports that differ are two connections; a name may be that of any address. */
function isElsewhere(a: OtherEnd, b: OtherEnd): boolean {
  if (a.sourcePort !== undefined && b.sourcePort !== undefined && a.sourcePort !== b.sourcePort) {
    return true;
  }
  if (a.sourceIp === undefined || b.sourceIp === undefined) return false;
  return a.sourceIp !== b.sourceIp && isIP(a.sourceIp) !== 0 && isIP(b.sourceIp) !== 0;
}

function keyOf({ cluster, host, pid, order }: AuthlogLine): string {
  return JSON.stringify([cluster, host, pid ?? order]);
}
