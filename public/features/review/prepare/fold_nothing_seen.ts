/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewFinding } from '../../../../common/api/review';

/** Nothing was found, and what could not be looked at is all there is to decide about. */
const isNothingSeen = ({ figures, sample, change }: ReviewFinding) =>
  figures.looked === 'partly' &&
  figures.count === 0 &&
  figures.facts.length === 0 &&
  sample.length === 0 &&
  change?.jump === undefined;

/**
 * Puts findings together of which nothing was found and that have the same limits: one gap of a log would else be
 * decided on in thirty places, and nobody would read the thirty-first.
 *
 * @returns those by themselves, and lists of two or more that are decided together; both in order
 */
export function foldNothingSeen(findings: readonly ReviewFinding[]): {
  single: ReviewFinding[];
  alike: ReviewFinding[][];
} {
  const lists = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    if (!isNothingSeen(finding)) continue;
    const key = JSON.stringify(finding.figures.limits);
    lists.set(key, [...(lists.get(key) ?? []), finding]);
  }
  const alike = [...lists.values()].filter((list) => list.length > 1);
  const folded = new Set(alike.flat());
  return { single: findings.filter((finding) => !folded.has(finding)), alike };
}
