/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupAccountsResponse } from '../../../../common/api/group_accounts';
import type { AttributionMark } from '../../../../common/attribution/attribution';
import { whyNotWords } from './why_not_words';

/** Figures of an assessment, over all group accounts. */
export interface AssessmentFigures {
  uses: number;
  identified: number;
  ambiguous: number;
  unidentified: number;
  denied: number;
  persons: number;
  /** There are more persons than `persons`. */
  morePersons: boolean;
  byMark: Partial<Record<AttributionMark, number>>;
  unknownKeys: number;
  /** Why uses have no single person, in words, most frequent first; one use may have several reasons. */
  whyNot: Array<{ words: string; uses: number }>;
}

/** Adds up the figures of an answer. */
export function toAssessmentFigures({
  accounts,
  unknownCredentials,
  unknownLeftOut = 0,
}: GroupAccountsResponse): AssessmentFigures {
  const sum = (of: 'uses' | 'identified' | 'ambiguous' | 'unidentified' | 'denied') =>
    accounts.reduce((all, figures) => all + figures[of], 0);
  const byMark: AssessmentFigures['byMark'] = {};
  for (const { marks } of accounts) {
    for (const { mark, uses } of marks) byMark[mark] = (byMark[mark] ?? 0) + uses;
  }
  const why = new Map<string, number>();
  for (const { whyNot } of accounts) {
    for (const { code, uses } of whyNot) {
      const words = whyNotWords(code);
      if (words !== undefined) why.set(words, (why.get(words) ?? 0) + uses);
    }
  }
  return {
    uses: sum('uses'),
    identified: sum('identified'),
    ambiguous: sum('ambiguous'),
    unidentified: sum('unidentified'),
    denied: sum('denied'),
    persons: new Set(accounts.flatMap(({ byPerson }) => byPerson.map(({ person }) => person))).size,
    morePersons: accounts.some(({ personsLeftOut = 0 }) => personsLeftOut > 0),
    byMark,
    unknownKeys: unknownCredentials.length + unknownLeftOut,
    whyNot: [...why].map(([words, uses]) => ({ words, uses })).sort((a, b) => b.uses - a.uses),
  };
}
