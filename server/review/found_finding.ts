/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewFinding } from '../../common/api/review';
import type { ReviewFact, ReviewFigures } from '../../common/api/review_record';
import type { DocumentRef } from '../../common/api/kube_events';
import { sha256 } from './canonical_json';

/** A finding before it is compared with the last review. */
export type FoundFinding = Omit<ReviewFinding, 'change' | 'needsVerdict'>;

/** What a finding is about, before anything was looked at. */
export type FindingHead = Pick<
  FoundFinding,
  'id' | 'kind' | 'title' | 'basis' | 'source' | 'filters'
>;

/** Facts of one finding that are listed. */
export const MAX_FACTS = 50;

const MAX_LIMITS = 20;

/** Longest piece of log text in a fact: whoever writes long names must not make a review too large to sign. */
const MAX_TEXT = 400;

/** Log text of a bounded length. */
export function shortened(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

/** Facts as they are signed: at most so many, each bounded. */
export function listFacts(
  facts: readonly ReviewFact[]
): Pick<ReviewFigures, 'facts' | 'factsLeftOut'> {
  const listed = facts.slice(0, MAX_FACTS).map(({ subject, detail, ...rest }) => ({
    subject: shortened(subject),
    ...(detail === undefined ? {} : { detail: shortened(detail) }),
    ...rest,
  }));
  return { facts: listed, factsLeftOut: facts.length - listed.length };
}

/** Figures, with what is usual where nothing else is said. */
export function toFigures(
  figures: Pick<ReviewFigures, 'count' | 'unit'> & Partial<ReviewFigures>
): ReviewFigures {
  const { limits = [] } = figures;
  return {
    relation: 'eq',
    looked: 'whole',
    byUser: [],
    byOthers: 0,
    facts: [],
    factsLeftOut: 0,
    ...figures,
    limits: [...new Set(limits)].slice(0, MAX_LIMITS).map(shortened),
  };
}

/** Figures of what could not be looked at at all: its 0 means nothing. */
export function notLooked(unit: ReviewFigures['unit'], why: readonly string[]): ReviewFigures {
  return toFigures({ count: 0, unit, relation: 'gte', looked: 'not', limits: [...why] });
}

/** Tells one sample from another: over index and id of each record, in order. */
export function sampleHash(documents: readonly DocumentRef[]): string {
  return sha256(documents.map(({ index, id }) => `${index}\t${id}\n`).join(''));
}

/**
 * The same figures where not all of the period could be looked at, for these reasons.
 *
 * @param why none leaves the figures as they are
 */
export function limitedBy(figures: ReviewFigures, why: readonly string[]): ReviewFigures {
  if (why.length === 0) return figures;
  return toFigures({
    ...figures,
    relation: 'gte',
    looked: figures.looked === 'not' ? 'not' : 'partly',
    limits: [...figures.limits, ...why],
  });
}
