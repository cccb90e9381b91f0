/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { BlockList, isIPv4, isIPv6 } from 'net';
import type { DirectoryConflict, DirectoryEntry, DirectoryKind } from '../../common/api/directory';
import type { DirectoryAnswer, DirectoryView } from '../attribution/directory_view';

/** An entry with its validity in milliseconds: from inclusive, to exclusive. */
interface Held {
  entry: DirectoryEntry;
  person?: string;
  fromMs: number;
  toMs: number;
}

/** Fingerprints are written with and without padding. */
function toKey(kind: DirectoryKind, value: string): string {
  const text = value.trim();
  switch (kind) {
    case 'ssh_key':
      return text.replace(/=+$/, '');
    case 'source_address':
      return text.toLowerCase();
    default:
      return text;
  }
}

/** The addresses that a value stands for, when it is a network (`198.51.100.0/24`). */
function toNetwork(value: string): BlockList | undefined {
  const [address, prefix] = value.split('/');
  const bits = Number(prefix);
  if (prefix === undefined || !Number.isInteger(bits) || bits < 0) return undefined;
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  if (!family || bits > (family === 'ipv4' ? 32 : 128)) return undefined;
  const network = new BlockList();
  network.addSubnet(address, bits, family);
  return network;
}

function isWithin(network: BlockList, address: string): boolean {
  if (isIPv4(address)) return network.check(address, 'ipv4');
  return isIPv6(address) && network.check(address, 'ipv6');
}

/** Persons are the same whatever the case of their name; the spelling filed first is shown. */
class Spellings {
  private readonly known = new Map<string, string>();

  of(person: string): string {
    const key = person.trim().toLowerCase();
    const first = this.known.get(key);
    if (first !== undefined) return first;
    this.known.set(key, person.trim());
    return person.trim();
  }
}

const overlap = (a: Held, b: Held): boolean => a.fromMs < b.toMs && b.fromMs < a.toMs;

/** What the directory holds, at any moment. Immutable. */
export class Directory implements DirectoryView {
  private readonly byValue = new Map<string, Held[]>();
  private readonly networks: Array<{ network: BlockList; held: Held }> = [];
  private readonly byPerson = new Map<string, DirectoryEntry[]>();

  /** @param entries in any order; the one recorded first gives a person's spelling */
  constructor(entries: readonly DirectoryEntry[]) {
    const spellings = new Spellings();
    const inOrder = [...entries].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
    for (const entry of inOrder) {
      const held: Held = {
        entry,
        ...(entry.person === undefined ? {} : { person: spellings.of(entry.person) }),
        fromMs: entry.validFrom === undefined ? -Infinity : Date.parse(entry.validFrom),
        toMs: entry.validTo === undefined ? Infinity : Date.parse(entry.validTo),
      };
      if (held.person !== undefined) {
        const key = held.person.toLowerCase();
        this.byPerson.set(key, [...(this.byPerson.get(key) ?? []), entry]);
      }
      const network = entry.kind === 'source_address' ? toNetwork(entry.value) : undefined;
      if (network) {
        this.networks.push({ network, held });
        continue;
      }
      const key = `${entry.kind} ${toKey(entry.kind, entry.value)}`;
      const ofValue = this.byValue.get(key) ?? [];
      ofValue.push(held);
      this.byValue.set(key, ofValue);
    }
  }

  /** What it says about a value at a moment. A shared entry wins: it never names anybody. */
  lookup(kind: DirectoryKind, value: string, atMs: number): DirectoryAnswer {
    const all = this.entriesOf(kind, value);
    if (all.length === 0) return { result: 'unknown' };
    const valid = all.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
    const persons = (held: readonly Held[]) => [
      ...new Set(held.flatMap(({ person }) => (person === undefined ? [] : [person]))),
    ];
    if (valid.length === 0) return { result: 'outside_validity', persons: persons(all) };
    if (valid.some(({ entry }) => entry.shared)) return { result: 'shared' };
    const named = persons(valid);
    // Known to somebody whose name is not filed: one name more would be a guess.
    if (valid.some(({ person }) => person === undefined)) return { result: 'no_person' };
    return named.length === 1
      ? { result: 'person', person: named[0] }
      : { result: 'several', persons: named };
  }

  /** Whether anything is filed about a value, whenever. */
  knows(kind: DirectoryKind, value: string): boolean {
    return this.entriesOf(kind, value).length > 0;
  }

  /** Everything filed about a person, whatever the case of the name. */
  identitiesOf(person: string): readonly DirectoryEntry[] {
    return this.byPerson.get(person.trim().toLowerCase()) ?? [];
  }

  /** One value, several persons, at one time; or shared and personal at one time. */
  conflicts(): DirectoryConflict[] {
    const conflicts: DirectoryConflict[] = [];
    for (const held of this.byValue.values()) {
      const personal = held.filter(({ entry, person }) => !entry.shared && person !== undefined);
      const clashing = personal.filter((one) =>
        held.some(
          (other) =>
            other !== one &&
            overlap(one, other) &&
            (other.entry.shared || (other.person !== undefined && other.person !== one.person))
        )
      );
      if (clashing.length === 0) continue;
      const involved = held.filter((one) =>
        clashing.some((other) => one === other || overlap(one, other))
      );
      conflicts.push({
        kind: held[0].entry.kind,
        value: held[0].entry.value,
        persons: [
          ...new Set(involved.flatMap(({ person }) => (person === undefined ? [] : [person]))),
        ],
        entryIds: involved.map(({ entry }) => entry.id),
      });
    }
    return conflicts;
  }

  private entriesOf(kind: DirectoryKind, value: string): Held[] {
    const exact = this.byValue.get(`${kind} ${toKey(kind, value)}`) ?? [];
    if (kind !== 'source_address') return exact;
    const within = this.networks.filter(({ network }) => isWithin(network, value.trim()));
    return [...exact, ...within.map(({ held }) => held)];
  }
}
