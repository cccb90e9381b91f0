/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { DirectoryEntry } from '../../common/api/directory';
import { Directory } from './directory_lookup';

let number = 0;
const entry = (part: Partial<DirectoryEntry>): DirectoryEntry => {
  number += 1;
  return {
    id: `e${number}`,
    kind: 'ssh_key',
    value: 'SHA256:k',
    shared: false,
    recordedBy: 'x',
    recordedAt: `2026-01-01T00:00:${String(number % 60).padStart(2, '0')}Z`,
    ...part,
  };
};
const at = (time: string) => Date.parse(time);
const NOW = at('2026-06-01T00:00:00Z');

describe('the directory', () => {
  it.each<[string, Array<Partial<DirectoryEntry>>, unknown]>([
    ['nothing', [], { result: 'unknown' }],
    ['one person', [{ person: 'alice' }], { result: 'person', person: 'alice' }],
    [
      'two persons',
      [{ person: 'alice' }, { person: 'bob' }],
      { result: 'several', persons: ['alice', 'bob'] },
    ],
    [
      'one person in two spellings',
      [{ person: 'Alice' }, { person: 'alice ' }],
      { result: 'person', person: 'Alice' },
    ],
    ['shared', [{ shared: true }], { result: 'shared' }],
    ['shared and a person', [{ shared: true }, { person: 'alice' }], { result: 'shared' }],
    ['nobody by name', [{}], { result: 'no_person' }],
    ['nobody by name and a person', [{}, { person: 'alice' }], { result: 'no_person' }],
    [
      'ended',
      [{ person: 'alice', validTo: '2026-05-01T00:00:00Z' }],
      { result: 'outside_validity', persons: ['alice'] },
    ],
    [
      'handed over',
      [
        { person: 'alice', validTo: '2026-05-01T00:00:00Z' },
        { person: 'bob', validFrom: '2026-05-01T00:00:00Z' },
      ],
      { result: 'person', person: 'bob' },
    ],
  ])('%s', (_name, entries, expected) => {
    expect(new Directory(entries.map(entry)).lookup('ssh_key', 'SHA256:k', NOW)).toEqual(expected);
  });

  it('counts the first moment of a validity and not its last', () => {
    const directory = new Directory([
      entry({
        person: 'alice',
        validFrom: '2026-01-01T00:00:00Z',
        validTo: '2026-02-01T00:00:00Z',
      }),
    ]);
    const result = (time: string) => directory.lookup('ssh_key', 'SHA256:k', at(time)).result;
    expect(result('2026-01-01T00:00:00Z')).toBe('person');
    expect(result('2026-01-31T23:59:59.999Z')).toBe('person');
    expect(result('2026-02-01T00:00:00Z')).toBe('outside_validity');
    expect(result('2025-12-31T23:59:59.999Z')).toBe('outside_validity');
  });

  it('knows a fingerprint with and without padding, and no other value by accident', () => {
    const directory = new Directory([entry({ person: 'alice', value: 'SHA256:abc=' })]);
    expect(directory.lookup('ssh_key', 'SHA256:abc', NOW).result).toBe('person');
    expect(directory.lookup('ssh_key', 'SHA256:ABC', NOW).result).toBe('unknown');
    expect(directory.lookup('account', 'SHA256:abc', NOW).result).toBe('unknown');
  });

  it('knows addresses of networks', () => {
    const directory = new Directory([
      entry({ kind: 'source_address', value: '198.51.100.0/24', person: 'alice' }),
      entry({ kind: 'source_address', value: '2001:db8::/32', person: 'bob' }),
    ]);
    const who = (address: string) => directory.lookup('source_address', address, NOW);
    expect(who('198.51.100.9')).toEqual({ result: 'person', person: 'alice' });
    expect(who('198.51.101.9')).toEqual({ result: 'unknown' });
    expect(who('2001:db8::1')).toEqual({ result: 'person', person: 'bob' });
    expect(who('not an address')).toEqual({ result: 'unknown' });
  });

  it('shows contradictions of one time only', () => {
    const apart = [
      entry({ person: 'alice', validTo: '2026-05-01T00:00:00Z' }),
      entry({ person: 'bob', validFrom: '2026-05-01T00:00:00Z' }),
    ];
    expect(new Directory(apart).conflicts()).toEqual([]);
    const together = [entry({ person: 'alice' }), entry({ person: 'bob' })];
    expect(new Directory(together).conflicts()).toEqual([
      {
        kind: 'ssh_key',
        value: 'SHA256:k',
        persons: ['alice', 'bob'],
        entryIds: together.map(({ id }) => id),
      },
    ]);
  });

  it('never names one person where the valid entries allow another', () => {
    const validity = fc.record({
      person: fc.option(fc.constantFrom('alice', 'bob'), { nil: undefined }),
      shared: fc.boolean(),
      from: fc.integer({ min: 0, max: 10 }),
      length: fc.integer({ min: 1, max: 10 }),
    });
    const instant = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
    fc.assert(
      fc.property(
        fc.array(validity, { maxLength: 6 }),
        fc.integer({ min: 0, max: 20 }),
        (all, day) => {
          const entries = all.map(({ person, shared, from, length }) =>
            entry({ person, shared, validFrom: instant(from), validTo: instant(from + length) })
          );
          const answer = new Directory(entries).lookup('ssh_key', 'SHA256:k', at(instant(day)));
          const valid = all.filter(({ from, length }) => from <= day && day < from + length);
          if (answer.result !== 'person') return;
          expect(valid.every(({ person, shared }) => person === answer.person && !shared)).toBe(
            true
          );
          expect(valid.length).toBeGreaterThan(0);
        }
      )
    );
  });
});
