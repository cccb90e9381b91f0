/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { EvidenceRequest } from '../../common/api/evidence';

/** `users is one of: "a", "b"`; the values stand in quotes, since a value may hold any words. */
function clausesOf(filters: object, verb: 'is' | 'is not'): string[] {
  return Object.entries(filters).map(([name, value]: [string, unknown]) => {
    const values = Array.isArray(value) ? value : [value];
    const one = values.length === 1 ? '' : ' one of';
    return `${name} ${verb}${one}: ${values.map((each) => JSON.stringify(each)).join(', ')}`;
  });
}

/** The question of a package in words. */
export function toQuestionWords({ parts }: EvidenceRequest): string {
  const { kube } = parts;
  if (!kube || Object.keys(kube).length === 0) return 'All records of the period.';
  const { exclude = {}, ...wanted } = kube;
  const clauses = [...clausesOf(wanted, 'is'), ...clausesOf(exclude, 'is not')];
  return `Records of requests received in the period where ${clauses.join('; and ')}.`;
}
