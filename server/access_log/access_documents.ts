/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AccessKind } from '../../common/api/access_log';
import type { ResolvedRange } from '../../common/api/time_range';

const keyword = { type: 'keyword', ignore_above: 8191 };

/** The index of who looked, one document a look. Strict: what the plugin does not know is not written. */
export const ACCESS_INDEX = {
  settings: { number_of_shards: 1 },
  mappings: {
    dynamic: 'strict',
    properties: {
      '@timestamp': { type: 'date' },
      recordVersion: { type: 'integer' },
      user: { properties: { name: keyword, authenticated: { type: 'boolean' } } },
      route: keyword,
      kind: keyword,
      persons: keyword,
      personsLeftOut: { type: 'integer' },
      range: { properties: { from: { type: 'date' }, to: { type: 'date' } } },
      // Kept as it was asked, and never searched: it may hold anything.
      question: { type: 'keyword', index: false, doc_values: false },
      questionCut: { type: 'boolean' },
      purpose: { type: 'text', fields: { keyword } },
    },
  },
} as const;

/** Persons that one document names. */
const MAX_PERSONS = 500;

/** Characters of a question that are kept. */
const MAX_QUESTION = 20_000;

/** What is looked at by a question. */
export interface Look {
  kind: AccessKind;
  /** Persons and users whom the question names. */
  persons: readonly string[];
  range?: ResolvedRange;
  /** As it is kept; what is not shown by the answer, such as the text of an import, is left out. */
  question: unknown;
}

/** One look, as it is kept. */
export interface AccessDocument {
  '@timestamp': string;
  recordVersion: 1;
  user: { name: string; authenticated: boolean };
  route: string;
  kind: AccessKind;
  persons: string[];
  /** Persons beyond those that are listed; all of them are in the question, as far as it is kept. */
  personsLeftOut?: number;
  range?: ResolvedRange;
  /** JSON. */
  question: string;
  /** The question is longer than what is kept of it. */
  questionCut?: true;
  purpose?: string;
}

/** Half a character is none: JSON of it would not be what was asked. */
const withoutHalf = (text: string) => text.replace(/[\ud800-\udbff]$/, '');

/** What is kept of one look. */
export function toAccessDocument(
  look: Look,
  route: string,
  user: AccessDocument['user'],
  purpose: string | undefined,
  now: Date
): AccessDocument {
  const { kind, range } = look;
  const persons = [...new Set(look.persons)];
  const question = JSON.stringify(look.question ?? {});
  return {
    '@timestamp': now.toISOString(),
    recordVersion: 1,
    user,
    route,
    kind,
    persons: persons.slice(0, MAX_PERSONS),
    ...(persons.length > MAX_PERSONS ? { personsLeftOut: persons.length - MAX_PERSONS } : {}),
    ...(range ? { range } : {}),
    question: withoutHalf(question.slice(0, MAX_QUESTION)),
    ...(question.length > MAX_QUESTION ? { questionCut: true as const } : {}),
    ...(purpose === undefined ? {} : { purpose }),
  };
}
