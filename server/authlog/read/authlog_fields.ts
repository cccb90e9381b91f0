/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import type { FieldCapabilities, FieldCapability } from '../../search/scoped_search';
import { TIME } from './field_queries';

/** Fields that the searches rest on, and the types under which these work. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  [TIME, ['date']],
  ['message', ['text', 'match_only_text']],
  ['host', ['text', 'match_only_text', 'keyword', 'wildcard', 'constant_keyword']],
  ['ident', ['text', 'match_only_text', 'keyword', 'wildcard', 'constant_keyword']],
]);

/** Fields that are compared as a whole: by a keyword subfield, where they are no keyword themselves. */
const COMPARED = ['host', 'ident'];

const TEXTS = ['text', 'match_only_text'];
const KEYWORDS = ['keyword', 'wildcard', 'constant_keyword'];

/** Indices named in one reason. */
const MAX_NAMED = 10;

/** Fields of which the capabilities are asked, with what is not mapped. */
export const INSPECTED_FIELDS: readonly string[] = [
  ...NEEDED.keys(),
  ...COMPARED.map((field) => `${field}.keyword`),
];

/** A field by which lines may be lost. */
export interface FieldFault {
  field: string;
  code: 'fields_unavailable' | 'mapping_conflict';
  /** What it is, to follow the name of the field. */
  what: string;
  /** Indices where it is so; absent where it is so in all. */
  indices?: string[];
}

type Types = Readonly<Record<string, FieldCapability>>;

const UNMAPPED = 'unmapped';

/** Indices of some types of a field; undefined where that is all of them. */
function indicesOf(types: Types, wanted: readonly string[]): string[] | undefined {
  const found = wanted.flatMap((type) => (types[type] ? [types[type].indices] : []));
  return found.some((indices) => !indices) ? undefined : found.flatMap((indices) => indices ?? []);
}

/** Indices in which these types cannot be searched; undefined where that is all of them. */
function unsearchableIn(types: Types, wanted: readonly string[]): string[] | undefined {
  const found = wanted.map((type) => types[type].non_searchable_indices ?? types[type].indices);
  return found.some((indices) => !indices) ? undefined : found.flatMap((indices) => indices ?? []);
}

const without = (indices: readonly string[], others: readonly string[]): string[] =>
  indices.filter((index) => !others.includes(index));

/** Indices in which no needed field is mapped: they hold nothing yet. */
function emptyIndices(capabilities: FieldCapabilities): string[] {
  const lists = [...NEEDED.keys()].flatMap((field) => {
    const types = capabilities[field];
    return types ? [types[UNMAPPED]?.indices ?? []] : [];
  });
  const [first = [], ...others] = lists;
  return first.filter((index) => others.every((list) => list.includes(index)));
}

function faultOf(
  field: string,
  code: FieldFault['code'],
  what: string,
  indices: string[] | undefined
): FieldFault[] {
  if (indices?.length === 0) return [];
  return [{ field, code, what, ...(indices ? { indices } : {}) }];
}

/** Text without a keyword: a whole value cannot be asked for. */
function keywordFaults(
  field: string,
  types: Types,
  subfield: Types | undefined,
  empty: readonly string[]
): FieldFault[] {
  const texts = TEXTS.filter((type) => types[type]);
  if (texts.length === 0) return [];
  const ofText = indicesOf(types, texts);
  const what = 'is text without a keyword subfield';
  if (!subfield) return faultOf(field, 'mapping_conflict', what, ofText);
  const names = Object.keys(subfield);
  const lacking = names.filter(
    (type) => !KEYWORDS.includes(type) || subfield[type].searchable === false
  );
  if (lacking.length === 0) return [];
  const indices = indicesOf(subfield, lacking);
  // Where the field is a keyword itself, or not mapped, a subfield is not needed.
  const others = [...empty, ...(indicesOf(types, [...KEYWORDS, UNMAPPED]) ?? [])];
  return faultOf(field, 'mapping_conflict', what, indices && without(indices, others));
}

/** Every way in which the mapping of some index, or what the user may see of it, keeps lines from being found. */
export function fieldFaults(capabilities: FieldCapabilities): FieldFault[] {
  const empty = emptyIndices(capabilities);
  return [...NEEDED].flatMap(([field, expected]) => {
    const types = capabilities[field];
    if (!types) return faultOf(field, 'fields_unavailable', 'is hidden or not mapped', undefined);
    const names = Object.keys(types).filter((type) => type !== UNMAPPED);
    const odd = names.filter((type) => !expected.includes(type));
    const unsearchable = names.filter(
      (type) => expected.includes(type) && types[type].searchable === false
    );
    const unmapped = without(types[UNMAPPED]?.indices ?? [], empty);
    return [
      ...faultOf(field, 'fields_unavailable', 'is hidden or not mapped', unmapped),
      ...(odd.length === 0
        ? []
        : faultOf(
            field,
            'mapping_conflict',
            `is mapped as ${odd.join(' and ')}`,
            indicesOf(types, odd)
          )),
      ...(unsearchable.length === 0
        ? []
        : faultOf(
            field,
            'mapping_conflict',
            'cannot be searched',
            unsearchableIn(types, unsearchable)
          )),
      ...(COMPARED.includes(field)
        ? keywordFaults(field, types, capabilities[`${field}.keyword`], empty)
        : []),
    ];
  });
}

/**
 * What the faults say against an answer.
 *
 * @param holding indices, of those that have a fault, that hold documents which may matter
 */
export function toFieldReasons(
  faults: readonly FieldFault[],
  holding: ReadonlySet<string>
): CompletenessReason[] {
  return faults.flatMap(({ field, code, what, indices: all }) => {
    const indices = all?.filter((index) => holding.has(index));
    if (indices?.length === 0) return [];
    const named = indices?.slice(0, MAX_NAMED) ?? [];
    const more = (indices?.length ?? 0) - named.length;
    const where =
      named.length === 0 ? '' : ` (in ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
    return [
      {
        code,
        source: 'authlog',
        fields: [field],
        ...(named.length > 0 ? { indices: named } : {}),
        message: `The field ${field} ${what}${where}: lines may be missing, and nobody is named for being the only one there.`,
      },
    ];
  });
}
