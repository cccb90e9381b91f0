/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { allOf, anyOf, exists, noneOf, type Query } from '../../search/query_dsl';
import { KEYWORD_IGNORE_ABOVE, keywordOf } from '../record/fields';

/**
 * The field has one of these values exactly. A value of over 256 characters is not in the keyword subfield:
 * it is found among the documents that have the text but no keyword, by phrase.
 */
export function valueIn(field: string, values: readonly string[]): Query {
  const short = values.filter((value) => value.length <= KEYWORD_IGNORE_ABOVE);
  const long = values.filter((value) => value.length > KEYWORD_IGNORE_ABOVE);
  const clauses: Query[] = [];
  if (short.length > 0) clauses.push({ terms: { [keywordOf(field)]: short } });
  for (const value of long) {
    clauses.push(
      allOf([{ match_phrase: { [field]: { query: value } } }, noneOf([exists(keywordOf(field))])])
    );
  }
  return anyOf(clauses);
}

/** The field has a value, but one that is too long for its keyword subfield. */
export function hasLongValue(field: string): Query {
  return allOf([exists(field), noneOf([exists(keywordOf(field))])]);
}
