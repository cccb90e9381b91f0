/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { personKey } from '../directory/person_spellings';
import type {
  Attribution,
  AttributionCandidate,
  AttributionReason,
} from '../../common/attribution/attribution';

/** Most candidates of one attribution: more do not help a reader, and a hostile log could hold thousands. */
export const MAX_CANDIDATES = 20;

/** Key of a candidate: two of the same person are told apart by their sessions only. */
function toKey({ person, sessionId, fingerprint }: AttributionCandidate): string {
  return JSON.stringify([person ?? null, sessionId ?? null, fingerprint ?? null]);
}

/** Candidates without repeats, persons first, at most {@link MAX_CANDIDATES}. */
export function distinctCandidates(
  candidates: readonly AttributionCandidate[]
): AttributionCandidate[] {
  const byKey = new Map(candidates.map((candidate) => [toKey(candidate), candidate]));
  const all = [...byKey.values()];
  const named = all.filter(({ person }) => person !== undefined);
  // One candidate of each person before a second session of any: no person is ever cut off by repeats.
  const first = [
    ...new Map(named.map((candidate) => [personKey(candidate.person ?? ''), candidate])).values(),
  ];
  // Nor is somebody unknown: what follows from this would else take the one who is named for the only one.
  const unknown = all.filter(({ person }) => person === undefined).slice(0, 1);
  const kept = new Set([...first, ...unknown]);
  const rest = all.filter((candidate) => !kept.has(candidate));
  return [...kept, ...rest.slice(0, Math.max(0, MAX_CANDIDATES - kept.size))].sort(
    (a, b) => Number(a.person === undefined) - Number(b.person === undefined)
  );
}

/** Reasons without repeats. */
export function distinctReasons(reasons: readonly AttributionReason[]): AttributionReason[] {
  return [
    ...new Map(reasons.map((reason) => [`${reason.code} ${reason.message}`, reason])).values(),
  ];
}

/**
 * Decides by who was possible: one person and nobody else is identified; a person among others is
 * ambiguous; nobody named is unidentified. There is no other way to `identified` than this one.
 *
 * @param possible everybody who could have done it; one without `person` is somebody unknown
 */
export function toAttribution(
  possible: readonly AttributionCandidate[],
  reasons: readonly AttributionReason[]
): Attribution {
  const candidates = distinctCandidates(possible);
  // One person may be spelt in two ways: in the directory and in a certificate. The first is shown.
  const persons = new Map<string, string>();
  for (const { person } of possible) {
    if (person !== undefined && !persons.has(personKey(person))) {
      persons.set(personKey(person), person);
    }
  }
  const unknown = possible.some(({ person }) => person === undefined);
  const [person] = persons.values();
  const kept = distinctReasons(reasons);
  if (persons.size === 0) return { status: 'unidentified', candidates, reasons: kept };
  if (persons.size === 1 && !unknown) {
    return { status: 'identified', person, candidates, reasons: kept };
  }
  return { status: 'ambiguous', candidates, reasons: kept };
}

/** Nobody is named; `hints` are those whom something points to without proving it. */
export function toUnidentified(
  hints: readonly AttributionCandidate[],
  reasons: readonly AttributionReason[]
): Attribution {
  return {
    status: 'unidentified',
    candidates: distinctCandidates(hints),
    reasons: distinctReasons(reasons),
  };
}
