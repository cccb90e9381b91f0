/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Two names are of one person when this is the same: blanks around it and case do not matter, all else does. */
export const personKey = (person: string): string => person.trim().toLowerCase();

/** Shows a person always by the spelling that was filed first. */
export class PersonSpellings {
  private readonly known = new Map<string, string>();

  /** The spelling of a person; nothing for a name of blanks, which is nobody's. */
  of(person: string | undefined): string | undefined {
    const key = person === undefined ? '' : personKey(person);
    if (person === undefined || key === '') return undefined;
    const first = this.known.get(key);
    if (first !== undefined) return first;
    this.known.set(key, person.trim());
    return person.trim();
  }

  /** Everybody, in the order in which they were filed. */
  all(): string[] {
    return [...this.known.values()];
  }
}
