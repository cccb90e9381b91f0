/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntry, DirectoryEntryInput, SkippedLine } from '../../common/api/directory';
import { networkKey, toAddressRange } from './address_range';
import { complaintAbout } from './check_entry';
import { comparableValue } from './held_entry';
import type { ImportResult } from './import/import_result';
import { personKey } from './person_spellings';

/** Lines that are listed one by one: a wrong file has hundreds of thousands. */
const MAX_SKIPPED = 1_000;

/** What an entry says, apart from when: equal for entries that look different and say the same. */
function claimOf({ kind, value, person, shared }: DirectoryEntryInput): string {
  const range = kind === 'source_address' ? toAddressRange(value) : undefined;
  return JSON.stringify([
    kind,
    range ? networkKey(range, range.bits) : comparableValue(kind, value),
    person === undefined ? null : personKey(person),
    shared,
  ]);
}

const fromMs = ({ validFrom }: DirectoryEntryInput): number =>
  validFrom === undefined ? -Infinity : Date.parse(validFrom);

const toMs = ({ validTo }: DirectoryEntryInput): number =>
  validTo === undefined ? Infinity : Date.parse(validTo);

function whySkipped(
  entry: DirectoryEntryInput,
  known: readonly DirectoryEntry[],
  isImport: boolean
): string | undefined {
  if (known.some((other) => fromMs(other) === fromMs(entry) && toMs(other) === toMs(entry))) {
    return 'already in the directory';
  }
  if (!isImport) return undefined;
  // A file from before somebody's key was ended would make it valid again, for all time.
  const ended = known.find(
    (other) =>
      other.endedAt !== undefined && fromMs(entry) < toMs(other) && toMs(entry) > toMs(other)
  );
  if (!ended) return undefined;
  return `was ended in the directory at ${ended.validTo}: add it by hand if it is valid again`;
}

/** The first of many, and how many more. */
function bounded(skipped: SkippedLine[]): SkippedLine[] {
  if (skipped.length <= MAX_SKIPPED) return skipped;
  const rest = skipped.length - MAX_SKIPPED;
  const { line } = skipped[MAX_SKIPPED];
  return [
    ...skipped.slice(0, MAX_SKIPPED),
    {
      line,
      reason: `this line and ${rest - 1} after it were left out too, for reasons such as these`,
    },
  ];
}

/**
 * Which of these entries are to be filed: those that are in order and that the directory does not hold yet. What
 * is left out is said with its line.
 *
 * @param isImport a file, which may be older than the directory; else the wish of somebody who sees the entry
 */
export function chooseNew(
  candidates: ImportResult,
  known: readonly DirectoryEntry[],
  toEntry: (entry: DirectoryEntryInput) => DirectoryEntry,
  isImport: boolean
): { added: DirectoryEntry[]; skipped: SkippedLine[] } {
  const byClaim = new Map<string, DirectoryEntry[]>();
  const hold = (entry: DirectoryEntry) => {
    const claim = claimOf(entry);
    const same = byClaim.get(claim);
    if (same) same.push(entry);
    else byClaim.set(claim, [entry]);
  };
  known.forEach(hold);
  const added: DirectoryEntry[] = [];
  const skipped = [...candidates.skipped];
  for (const { line, entry } of candidates.entries) {
    const reason =
      complaintAbout(entry) ?? whySkipped(entry, byClaim.get(claimOf(entry)) ?? [], isImport);
    if (reason !== undefined) {
      skipped.push({ line, reason });
      continue;
    }
    const filed = toEntry(entry);
    hold(filed);
    added.push(filed);
  }
  return { added, skipped: bounded(skipped.sort((a, b) => a.line - b.line)) };
}
