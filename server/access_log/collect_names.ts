/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toUserKind } from '../../common/kube_audit/user_kind';
import { parseMessage } from '../authlog/parse_message';
import { emailsInText } from './emails_in_text';
import { PSEUDONYM } from './pseudonyms';

/** Keys whose texts are names of users or persons, in answers, in records of the API server and in parsed lines. */
const NAME_KEYS = new Set([
  ...['user', 'users', 'impersonatedUser', 'username', 'person', 'persons', 'others', 'who'],
  ...[
    'account',
    'accounts',
    'actingAccount',
    'runAs',
    'runAsCandidates',
    'byAccount',
    'certificateId',
  ],
  ...['ruser', 'logname', 'recordedBy', 'endedBy', 'by'],
]);

/** Kinds of entries whose value is a name. */
const NAMED_KINDS = new Set(['account', 'ssh_certificate_id', 'kubernetes_user']);

/** Longest text that is read as JSON to find names in it. */
const MAX_JSON = 2_000_000;

/** Longest line of a log that is read for names. */
const MAX_LINE = 100_000;

/** Levels that are looked through: bodies of requests may be nested by whoever sent them. */
const MAX_DEPTH = 60;

/** Instants as we or the log write them: nobody's name, and a user called `10` is no reason to change one. */
export const INSTANT = /^\d{4}-\d\d-\d\d(?:T[\d:.,]{1,20}(?:Z|[+-]\d\d:?\d\d)?)?$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Finds the names of persons in an answer: by the keys that hold them, in lines and bodies, and every address. */
export class NameCollector {
  readonly names = new Set<string>();

  /** @param groupAccounts accounts that several persons use: they are nobody's name */
  constructor(private readonly groupAccounts: readonly string[]) {}

  /** Adds a name, unless it is one of a service, a node or a group account. */
  add(name: string): void {
    if (name.trim() === '' || INSTANT.test(name)) return;
    if (toUserKind(name, this.groupAccounts) === 'person') this.names.add(name);
  }

  /** Looks through a whole answer. */
  collect(value: unknown, key?: string, depth = 0): void {
    if (depth > MAX_DEPTH) return;
    if (typeof value === 'string') this.collectText(value, key, depth);
    else if (Array.isArray(value)) for (const item of value) this.collect(item, key, depth + 1);
    else if (isObject(value)) this.collectObject(value, key, depth);
  }

  private collectText(text: string, key: string | undefined, depth: number): void {
    if (key !== undefined && isNameKey(key)) this.add(text);
    for (const email of emailsInText(text)) this.names.add(email);
    // A name that looks like a pseudonym must not pass for somebody else's.
    for (const pseudonym of text.match(PSEUDONYM) ?? []) this.names.add(pseudonym);
    if (text.length <= MAX_JSON && /^\s*[{[]/.test(text)) {
      const body = parsed(text);
      if (isObject(body)) this.collect(body, undefined, depth + 1);
    }
  }

  private collectObject(
    object: Record<string, unknown>,
    key: string | undefined,
    depth: number
  ): void {
    const { kind, name, value, id, message, ident } = object;
    // A row of the users' list; a subject of a role binding; who signed.
    const named = kind === 'person' || kind === 'User' || key === 'signer';
    if (named && typeof name === 'string') this.add(name);
    if (NAMED_KINDS.has(String(kind)) && typeof value === 'string') this.add(value);
    if (isNameKey(key ?? '') && typeof value === 'string') this.add(value);
    if (key === 'certificate' && typeof id === 'string') this.add(id);
    if (typeof message === 'string' && (key === 'source' || key === '_source' || 'why' in object)) {
      this.collectLine(typeof ident === 'string' ? ident : '', message);
    }
    // What a facet counts is a name where the facet is one of names.
    for (const [inner, item] of Object.entries(object)) {
      this.collect(item, inner === 'values' ? key : inner, depth + 1);
    }
  }

  /** Accounts that a line of authlog names. */
  private collectLine(ident: string, message: string): void {
    if (message.length > MAX_LINE) return;
    const { record } = parseMessage(ident, message);
    for (const [key, item] of Object.entries(record)) {
      if (key !== 'kind') this.collect(item, key);
    }
    if (record.kind === 'su') [record.from, record.to].forEach((name) => this.add(name));
    if (record.kind === 'unreadable' || record.kind === 'other') {
      for (const [, name] of message.matchAll(NAMED_IN_LINE)) this.add(name);
    }
  }
}

/** Where lines that cannot be read usually name an account. */
const NAMED_IN_LINE =
  /(?:\b(?:for|user|by|USER|ruser|logname|account)[ =]["']?(?:invalid user )?|^\s*)([\w.@+\\-]{1,256})/g;

/** Also flattened: `user.username`. */
function isNameKey(key: string): boolean {
  return NAME_KEYS.has(key) || NAME_KEYS.has(key.slice(key.lastIndexOf('.') + 1));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
