/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { DirectoryEntry } from '../../common/api/directory';
import { entriesArbitrary } from './directory_entry.test_support';
import { Directory } from './directory_lookup';

const HOURS = [-1, 0, 1, 2, 3, 4, 5, 6, 7].map((hour) => Date.UTC(2026, 0, 1, hour));
const VALUES = ['SHA256:one', 'SHA256:two'];

/** What is valid then, in the words of the rule. */
function validEntries(entries: readonly DirectoryEntry[], value: string, atMs: number) {
  return entries.filter(
    (entry) =>
      entry.value.replace(/=+$/, '') === value &&
      (entry.validFrom === undefined || Date.parse(entry.validFrom) <= atMs) &&
      (entry.validTo === undefined || atMs < Date.parse(entry.validTo))
  );
}

const everywhere = (
  entries: readonly DirectoryEntry[],
  check: (valid: DirectoryEntry[], value: string, atMs: number) => void
) => {
  for (const value of VALUES) {
    for (const atMs of HOURS) check(validEntries(entries, value, atMs), value, atMs);
  }
};

it('names one person exactly when all that is valid names that one person', () => {
  fc.assert(
    fc.property(entriesArbitrary, (entries) => {
      const directory = new Directory(entries);
      everywhere(entries, (valid, value, atMs) => {
        const names = new Set(valid.map(({ person }) => person?.toLowerCase()));
        const sure = valid.length > 0 && names.size === 1 && !names.has(undefined);
        const named = sure && !valid.some(({ shared }) => shared);
        const answer = directory.lookup('ssh_key', value, atMs);
        expect(answer.result === 'person').toBe(named);
        if (answer.result === 'person') expect([...names]).toEqual([answer.person.toLowerCase()]);
      });
    })
  );
});

it('says several persons only of those who are named, and of all of them', () => {
  fc.assert(
    fc.property(entriesArbitrary, (entries) => {
      const directory = new Directory(entries);
      everywhere(entries, (valid, value, atMs) => {
        const answer = directory.lookup('ssh_key', value, atMs);
        if (answer.result !== 'several') return;
        const names = new Set(valid.map(({ person }) => person?.toLowerCase()));
        expect(new Set(answer.persons.map((person) => person.toLowerCase()))).toEqual(names);
        expect(answer.persons.length).toBe(names.size);
      });
    })
  );
});

it('answers the same in whatever order the entries come', () => {
  fc.assert(
    fc.property(
      entriesArbitrary.chain((entries) =>
        fc.tuple(
          fc.constant(entries),
          fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length })
        )
      ),
      ([entries, shuffled]) => {
        const [one, other] = [new Directory(entries), new Directory(shuffled)];
        everywhere(entries, (_valid, value, atMs) => {
          expect(one.lookup('ssh_key', value, atMs)).toEqual(other.lookup('ssh_key', value, atMs));
        });
        expect(new Set(one.conflicts().flatMap(({ entryIds }) => entryIds))).toEqual(
          new Set(other.conflicts().flatMap(({ entryIds }) => entryIds))
        );
      }
    )
  );
});

it('shows as conflicts exactly what is valid together and does not agree', () => {
  fc.assert(
    fc.property(entriesArbitrary, (entries) => {
      const expected = new Set<string>();
      everywhere(entries, (valid) => {
        const claims = new Set(
          valid.map(({ shared, person }) => (shared ? 1 : (person?.toLowerCase() ?? 2)))
        );
        const personal = [...claims].some((claim) => typeof claim === 'string');
        if (claims.size > 1 && personal) valid.forEach(({ id }) => expected.add(id));
      });
      const found = new Directory(entries).conflicts().flatMap(({ entryIds }) => entryIds);
      expect(found.sort()).toEqual([...expected].sort());
    })
  );
});

it('one more entry never makes two possible persons one', () => {
  fc.assert(
    fc.property(entriesArbitrary, (entries) => {
      if (entries.length === 0) return;
      const before = new Directory(entries.slice(1));
      const after = new Directory(entries);
      everywhere(entries, (_valid, value, atMs) => {
        const was = before.lookup('ssh_key', value, atMs).result;
        if (['several', 'shared', 'no_person'].includes(was)) {
          expect(after.lookup('ssh_key', value, atMs).result).not.toBe('person');
        }
      });
    })
  );
});
