/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { HeldEntry } from './held_entry';

/** Whom an entry names: a person, several at once, or somebody unknown. */
const claimOf = ({ entry, person }: HeldEntry): string =>
  entry.shared ? 'shared' : person === undefined ? 'unknown' : `person ${person}`;

const isPersonal = (claim: string): boolean => claim.startsWith('person ');

/**
 * Which of these entries, all about one value, contradict another at some moment: two persons, or a person and
 * what says that nobody can be named. Takes n log n steps, since a value can be filed thousands of times.
 */
export function findClashes(held: readonly HeldEntry[]): HeldEntry[] {
  const lasting = held.filter(({ fromMs, toMs }) => fromMs < toMs);
  const changes = lasting
    .flatMap((one) => [
      { atMs: one.fromMs, claim: claimOf(one), by: 1 },
      { atMs: one.toMs, claim: claimOf(one), by: -1 },
    ])
    .sort((a, b) => (a.atMs === b.atMs ? 0 : a.atMs < b.atMs ? -1 : 1));
  const moments: number[] = [];
  /** How many of the spans before each moment hold a contradiction. */
  const clashesBefore: number[] = [];
  const active = new Map<string, number>();
  let clashes = 0;
  let personal = 0;
  changes.forEach(({ atMs, claim, by }, i) => {
    const before = active.get(claim) ?? 0;
    if (before + by === 0) active.delete(claim);
    else active.set(claim, before + by);
    if (isPersonal(claim)) personal += Number(before + by > 0) - Number(before > 0);
    if (i + 1 < changes.length && changes[i + 1].atMs === atMs) return;
    moments.push(atMs);
    clashesBefore.push(clashes);
    // The span from this moment to the next.
    if (active.size > 1 && personal > 0) clashes += 1;
  });
  const placeOf = new Map(moments.map((atMs, i) => [atMs, i]));
  const countAt = (atMs: number) => clashesBefore[placeOf.get(atMs) ?? 0];
  return lasting.filter(({ fromMs, toMs }) => countAt(toMs) > countAt(fromMs));
}
