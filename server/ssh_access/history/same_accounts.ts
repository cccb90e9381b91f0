/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../../authlog/authlog_record';
import { bareAccount } from './bare_account';

type Of<Kind extends AuthlogRecord['kind']> = Extract<AuthlogRecord, { kind: Kind }>;

/** shadow src/useradd.c: `new user: name=bob, UID=1004, GID=…`. */
const CREATED = /^new user: name=([^,\s]{1,256}), UID=(\d{1,10}),/;
/** shadow src/usermod.c. */
const RENAMED = /^change user name '([^'\s]{1,256})' to '([^'\s]{1,256})'/;
const UID_CHANGED = /^change user '([^'\s]{1,256})' UID from '(\d{1,10})' to '(\d{1,10})'/;

const nodeOfAccount = (account: string): string => `account ${bareAccount(account)}`;
const nodeOfUid = (uid: string): string => `uid ${Number(uid)}`;

/**
 * Accounts of one host that may be one and the same user to its kernel. A process knows its uid only: sudo and su
 * look up the first name that `/etc/passwd` has for it. So who logged in as an account with the uid of `ubuntu`, or
 * as one that was called `ubuntu` later, runs sudo as `ubuntu`. What was so at any time counts for all of it: a
 * process keeps the uid with which it began.
 */
export class SameAccounts {
  private readonly parents = new Map<string, string>();

  /** PAM and useradd tell the uid of an account. */
  hasUid(account: string, uid: string): void {
    this.join(nodeOfAccount(account), nodeOfUid(uid));
  }

  /** A line of useradd or usermod. */
  changed({ what }: Of<'account_change'>): void {
    const created = CREATED.exec(what);
    if (created) this.hasUid(created[1], created[2]);
    const renamed = RENAMED.exec(what);
    if (renamed) this.join(nodeOfAccount(renamed[1]), nodeOfAccount(renamed[2]));
    const [, account, from, to] = UID_CHANGED.exec(what) ?? [];
    if (account === undefined) return;
    this.hasUid(account, from);
    this.hasUid(account, to);
  }

  /** Whether the log shows that two accounts may be the same user. */
  areSame(a: string, b: string): boolean {
    const [first, second] = [nodeOfAccount(a), nodeOfAccount(b)];
    if (first === second) return true;
    if (!this.parents.has(first) || !this.parents.has(second)) return false;
    return this.rootOf(first) === this.rootOf(second);
  }

  private join(a: string, b: string): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    // Also where nothing is new: what has no entry is known to be like nothing else.
    this.parents.set(first, second);
    if (!this.parents.has(second)) this.parents.set(second, second);
  }

  private rootOf(node: string): string {
    let root = node;
    for (let next = this.parents.get(root); next !== undefined && next !== root;) {
      root = next;
      next = this.parents.get(root);
    }
    // The way there is made short, so that a hostile log costs no time.
    for (let at = node; at !== root;) {
      const next = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }
}
