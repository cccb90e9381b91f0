/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { DirectoryEntry } from '../../common/api/directory';

let counter = 0;

/** An entry as it is kept: a key of Alice's, unless said otherwise. */
export function filed(fields: Partial<DirectoryEntry> = {}): DirectoryEntry {
  counter += 1;
  return {
    id: `entry-${counter}`,
    kind: 'ssh_key',
    value: 'SHA256:abc',
    shared: false,
    recordedBy: 'compliance',
    recordedAt: new Date(Date.UTC(2026, 0, 1) + counter).toISOString(),
    ...('person' in fields || fields.shared === true ? {} : { person: 'alice@example.com' }),
    ...fields,
  };
}

const instant = fc
  .option(fc.integer({ min: 0, max: 6 }), { nil: undefined })
  .map((hour) =>
    hour === undefined ? undefined : new Date(Date.UTC(2026, 0, 1, hour)).toISOString()
  );

/** Entries about a few values and persons, so that they often meet. */
export const entriesArbitrary: fc.Arbitrary<DirectoryEntry[]> = fc.array(
  fc
    .record({
      person: fc.option(fc.constantFrom('alice', 'Alice', 'bob', 'carol'), { nil: undefined }),
      value: fc.constantFrom('SHA256:one', 'SHA256:one=', 'SHA256:two'),
      shared: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      validFrom: instant,
      validTo: instant,
    })
    .map((fields) => filed(fields)),
  { maxLength: 8 }
);
