/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { anyOf, type Query } from '../../search/query_dsl';

/** Time of a document of authlog. */
export const TIME = '@timestamp';

/**
 * The field has one of these values, whether it is mapped with a keyword subfield or as a keyword. Terms of a
 * text field are its words, so they count only where there is no subfield.
 */
export function isOneOf(field: string, values: readonly string[]): Query {
  const keyword = `${field}.keyword`;
  return anyOf([
    { terms: { [keyword]: values } },
    {
      bool: {
        filter: [{ terms: { [field]: values } }],
        must_not: [{ exists: { field: keyword } }],
      },
    },
  ]);
}
