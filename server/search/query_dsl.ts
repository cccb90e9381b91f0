/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A piece of OpenSearch query DSL. Only the server writes it; nothing of it comes from the browser. */
export type Query = Record<string, unknown>;

/** All of these. No clause at all matches everything. */
export function allOf(clauses: readonly Query[]): Query {
  return clauses.length === 1 ? clauses[0] : { bool: { filter: clauses } };
}

/** At least one of these. */
export function anyOf(clauses: readonly Query[]): Query {
  return clauses.length === 1 ? clauses[0] : { bool: { should: clauses, minimum_should_match: 1 } };
}

/** None of these. */
export function noneOf(clauses: readonly Query[]): Query {
  return { bool: { must_not: clauses } };
}

/** The field has a value. */
export function exists(field: string): Query {
  return { exists: { field } };
}

/** Milliseconds since 1970, both ends included, each optional. */
export function withinMs(field: string, range: { gte?: number; lte?: number; lt?: number }): Query {
  return { range: { [field]: { ...range, format: 'epoch_millis' } } };
}
