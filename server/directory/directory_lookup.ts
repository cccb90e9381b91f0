/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryConflict, DirectoryEntry, DirectoryKind } from '../../common/api/directory';
import type { DirectoryAnswer, DirectoryView } from '../attribution/directory_view';
import { networkKey, toAddressRange, type AddressRange } from './address_range';
import { findClashes } from './find_clashes';
import { comparableValue, isValidAt, personsOf, toHeldEntry, type HeldEntry } from './held_entry';
import { personKey, PersonSpellings } from './person_spellings';

const keyOf = (kind: DirectoryKind, value: string): string =>
  `${kind} ${comparableValue(kind, value)}`;

const recordedMs = ({ recordedAt }: DirectoryEntry): number => Date.parse(recordedAt) || 0;

/** What the directory holds, at any moment. Immutable. */
export class Directory implements DirectoryView {
  private readonly byValue = new Map<string, HeldEntry[]>();
  private readonly byPerson = new Map<string, DirectoryEntry[]>();
  private readonly spellings = new PersonSpellings();
  /** Sizes of the networks that are filed: an address is asked for in each. */
  private readonly prefixes = { ipv4: new Set<number>(), ipv6: new Set<number>() };

  private readonly whole: boolean;

  /**
   * @param entries in any order; the one recorded first gives a person's spelling
   * @param options `whole`: false where entries are missing. Then it answers nothing: what is missing might name
   *   somebody else, or say that a value is shared
   */
  constructor(entries: readonly DirectoryEntry[], options: { whole: boolean } = { whole: true }) {
    this.whole = options.whole;
    for (const entry of [...entries].sort((a, b) => recordedMs(a) - recordedMs(b))) {
      const person = this.spellings.of(entry.person);
      if (person !== undefined) addTo(this.byPerson, personKey(person), entry);
      addTo(this.byValue, this.filingKey(entry), toHeldEntry(entry, person));
    }
  }

  /** What it says about a value at a moment. A shared entry wins: it never names anybody. */
  lookup(kind: DirectoryKind, value: string, atMs: number): DirectoryAnswer {
    if (!this.whole) return { result: 'not_readable' };
    const all = this.entriesOf(kind, value);
    if (all.length === 0) return { result: 'unknown' };
    const valid = all.filter((held) => isValidAt(held, atMs));
    if (valid.length === 0) return { result: 'outside_validity', persons: personsOf(all) };
    if (valid.some(({ entry }) => entry.shared)) return { result: 'shared' };
    // Somebody holds it whose name is not filed: to name the other one would be a guess.
    if (valid.some(({ person }) => person === undefined)) return { result: 'no_person' };
    const persons = personsOf(valid);
    return persons.length === 1
      ? { result: 'person', person: persons[0] }
      : { result: 'several', persons };
  }

  /** Whether anything is filed about a value, whenever. */
  knows(kind: DirectoryKind, value: string): boolean {
    return this.entriesOf(kind, value).length > 0;
  }

  /** Everything filed about a person, whatever the case of the name. */
  identitiesOf(person: string): readonly DirectoryEntry[] {
    return this.byPerson.get(personKey(person)) ?? [];
  }

  /** Everybody in it, by the spelling filed first. */
  persons(): string[] {
    return this.spellings.all();
  }

  /**
   * One value, several persons, at one time; or a person and what says that nobody can be named. An address
   * also contradicts the networks around it.
   */
  conflicts(): DirectoryConflict[] {
    const conflicts: DirectoryConflict[] = [];
    for (const held of this.byValue.values()) {
      const { kind, value } = held[0].entry;
      const clashing = findClashes(this.entriesOf(kind, value.trim()));
      if (!clashing.some((one) => held.includes(one))) continue;
      conflicts.push({
        kind,
        value,
        persons: personsOf(clashing),
        entryIds: clashing.map(({ entry }) => entry.id),
      });
    }
    return conflicts;
  }

  private filingKey({ kind, value }: DirectoryEntry): string {
    const range = kind === 'source_address' ? toAddressRange(value) : undefined;
    if (!range) return keyOf(kind, value.trim());
    this.prefixes[range.family].add(range.bits);
    return networkKey(range, range.bits);
  }

  private entriesOf(kind: DirectoryKind, value: string): readonly HeldEntry[] {
    const range = kind === 'source_address' ? toAddressRange(value) : undefined;
    return range ? this.entriesAround(range) : (this.byValue.get(keyOf(kind, value)) ?? []);
  }

  /** Entries of an address, and of every network that holds it. */
  private entriesAround(range: AddressRange): HeldEntry[] {
    return [...this.prefixes[range.family]]
      .filter((bits) => bits <= range.bits)
      .flatMap((bits) => this.byValue.get(networkKey(range, bits)) ?? []);
  }
}

function addTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
