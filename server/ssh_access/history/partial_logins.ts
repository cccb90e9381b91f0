/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine, AuthlogRecord } from '../../authlog/authlog_record';

type Partial = Extract<AuthlogRecord, { kind: 'ssh_partial' }>;
type Accepted = Extract<AuthlogRecord, { kind: 'ssh_accepted' }>;

/** Connections of which a part was proved, at one time. */
const MAX_CONNECTIONS = 10_000;

/** Factors of one login: sshd takes no more than six attempts (sshd_config: MaxAuthTries). */
const MAX_PARTS = 10;

/** sshd waits two minutes for a login (sshd_config: LoginGraceTime); what is older is of another connection. */
const WAITING_MS = 10 * 60_000;

/** A factor that was proved, and the line that says so. */
export interface ProvedPart {
  line: AuthlogLine;
  record: Partial;
}

/** Factors that were proved of logins of one host that are not accepted yet. */
export class PartialLogins {
  private readonly byAddress = new Map<string, ProvedPart[]>();

  /** `Partial …` */
  add(line: AuthlogLine, record: Partial): void {
    const address = addressOf(record);
    const before = (this.byAddress.get(address) ?? []).filter((part) => isOf(part, line, record));
    // What came last goes to the end.
    this.byAddress.delete(address);
    if (this.byAddress.size >= MAX_CONNECTIONS) {
      const [oldest] = this.byAddress.keys();
      this.byAddress.delete(oldest);
    }
    this.byAddress.set(address, [...before, { line, record }].slice(-MAX_PARTS));
  }

  /** What was proved of the login that this line accepts. */
  take(line: AuthlogLine, record: Accepted): ProvedPart[] {
    const address = addressOf(record);
    const parts = this.byAddress.get(address) ?? [];
    this.byAddress.delete(address);
    return parts.filter((part) => isOf(part, line, record));
  }
}

const addressOf = ({ sourceIp, sourcePort }: Partial | Accepted): string =>
  `${sourceIp} ${sourcePort}`;

/** The same connection: its address, its process and its account. */
function isOf(part: ProvedPart, line: AuthlogLine, { account }: Partial | Accepted): boolean {
  return (
    part.line.pid === line.pid &&
    part.record.account.toLowerCase() === account.toLowerCase() &&
    line.timeMs - part.line.timeToMs <= WAITING_MS
  );
}
