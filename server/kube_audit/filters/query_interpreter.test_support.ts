/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Query } from '../../search/query_dsl';
import { readPath, type Source } from '../record/read_source';
import { KEYWORD_IGNORE_ABOVE } from '../record/fields';

/**
 * The few queries that the filters are made of, evaluated on one record under dynamic mapping. It says what a
 * query means; what OpenSearch really does, the integration tests say.
 */
export function matchesQuery(query: Query, source: Source): boolean {
  const [[kind, body]] = Object.entries(query) as Array<[string, Record<string, unknown>]>;
  const [[field, operand]] = Object.entries(body).length > 0 ? Object.entries(body) : [['', '']];
  const found = valuesOf(source, field);
  switch (kind) {
    case 'match_none':
      return false;
    case 'bool':
      return matchesBool(body, source);
    case 'exists':
      return valuesOf(source, String(operand)).length > 0;
    case 'term':
      return found.includes(operand);
    case 'terms':
      return (operand as unknown[]).some((value) => found.includes(value));
    case 'prefix':
      return found.some((value) => String(value).startsWith(String(operand)));
    case 'range':
      return found.some((value) => inRange(Number(value), operand as Record<string, number>));
    case 'match_phrase': {
      const phrase = tokensOf((operand as { query: string }).query);
      return found.some((value) => phrase !== '' && tokensOf(String(value)).includes(phrase));
    }
    default:
      throw new Error(`The interpreter does not know ${kind}`);
  }
}

function matchesBool(body: Record<string, unknown>, source: Source): boolean {
  const { filter = [], must_not: not = [], should = [], ...rest } = body as Record<string, Query[]>;
  const { minimum_should_match: least = 0, ...unknown } = rest as unknown as Record<string, number>;
  if (Object.keys(unknown).length > 0) throw new Error(`bool: ${Object.keys(unknown).join()}`);
  const holds = (clause: Query) => matchesQuery(clause, source);
  return filter.every(holds) && !not.some(holds) && should.filter(holds).length >= least;
}

/** Values under dynamic mapping: empty texts have no tokens, long ones no keyword. */
function valuesOf(source: Source, field: string): unknown[] {
  const keyword = field.endsWith('.keyword');
  const value = readPath(source, keyword ? field.slice(0, -'.keyword'.length) : field);
  return [value]
    .flat()
    .filter((item) => item !== undefined && item !== null)
    .filter((item) => !keyword || String(item).length <= KEYWORD_IGNORE_ABOVE)
    .filter((item) => keyword || item !== '');
}

function inRange(
  value: number,
  { gte = -Infinity, lt = Infinity }: Record<string, number>
): boolean {
  return value >= gte && value < lt;
}

/** Words in order, as the standard analyzer roughly has them, between bars so that only whole words match. */
function tokensOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.length > 0 ? `|${words.join('|')}|` : '';
}
