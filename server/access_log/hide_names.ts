/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { TIMELINE_LANES } from '../../common/api/person_timeline';
import { INSTANT, NameCollector } from './collect_names';
import { withoutEmails } from './emails_in_text';
import { NameTrie } from './name_trie';
import type { Pseudonyms } from './pseudonyms';

/** Keys whose texts are of a closed list of ours: a user called `allowed` is no reason to change an outcome. */
const CLOSED_KEYS = new Set([
  ...[
    'kind',
    'userKind',
    'userKinds',
    'outcome',
    'outcomes',
    'denial',
    'denials',
    'state',
    'status',
  ],
  ...['statuses', 'code', 'relation', 'lane', 'origin', 'timePrecision', 'certainty', 'program'],
  ...['action', 'marks', 'mark', 'pattern', 'index', 'nextCursor'],
]);

/** Documents as the log has them: no key in them is ours. */
const RAW_KEYS = new Set(['_source', 'source']);

const LANES = new Set<string>(TIMELINE_LANES);

/** Sources as the completeness of an answer names them. */
const SOURCES = new Set(['kubeaudit', 'authlog', 'directory', 'reviews']);

/** Texts in which the names that an answer holds are replaced, in all their places. */
export class NameHider {
  private readonly trie = new NameTrie();

  constructor(
    names: Iterable<string>,
    private readonly pseudonyms: Pseudonyms
  ) {
    for (const name of names) this.trie.add(name, pseudonyms.of(name));
  }

  /** A copy without names. */
  hide(value: unknown, key = '', raw = false): unknown {
    if (typeof value === 'string') {
      return this.isOurs(value, key, raw) ? value : this.hideText(value);
    }
    if (Array.isArray(value)) return value.map((item) => this.hide(item, key, raw));
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    const inRaw = raw || RAW_KEYS.has(key);
    return Object.fromEntries(
      Object.entries(value as Record<string, unknown>).map(([name, item]) => [
        inRaw ? this.hideText(name) : name,
        this.hide(item, name === 'value' || name === 'values' ? key : name, inRaw),
      ])
    );
  }

  /** A text without names. */
  hideText(text: string): string {
    return withoutEmails(this.trie.replaceIn(text), (email) => this.pseudonyms.of(email));
  }

  private isOurs(text: string, key: string, raw: boolean): boolean {
    if (INSTANT.test(text)) return true;
    if (raw) return false;
    if (key === 'id') return LANES.has(text);
    return key === 'source' ? SOURCES.has(text) : CLOSED_KEYS.has(key);
  }
}

/**
 * An answer in which names of persons are pseudonyms: what stands under keys of persons and users, every e-mail
 * address, and each of these names wherever else it stands.
 *
 * @param known names besides those that the answer itself shows to be names, such as the directory's
 * @param groupAccounts accounts that several persons use: they stay as they are
 */
export function hideNames(
  answer: unknown,
  known: readonly string[],
  groupAccounts: readonly string[],
  pseudonyms: Pseudonyms
): unknown {
  // What travels is JSON.
  const body = JSON.parse(JSON.stringify(answer ?? null)) as unknown;
  const collector = new NameCollector(groupAccounts);
  for (const name of known) collector.add(name);
  collector.collect(body);
  return new NameHider(collector.names, pseudonyms).hide(body);
}
