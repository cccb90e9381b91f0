/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { filed } from './directory_entry.test_support';
import { Directory } from './directory_lookup';

const NOON = Date.parse('2026-01-27T12:00:00Z');
const ALICE = { result: 'person', person: 'alice@example.com' };

const key = (entries: Parameters<typeof filed>[0][], atMs = NOON, value = 'SHA256:abc') =>
  new Directory(entries.map((fields) => filed(fields))).lookup('ssh_key', value, atMs);

describe('whose a value is', () => {
  it('is one person’s that one entry names', () => {
    expect(key([{}])).toEqual(ALICE);
  });

  it('is unknown when nothing is filed, which is not the same as nobody’s', () => {
    expect(key([])).toEqual({ result: 'unknown' });
    expect(key([{}], NOON, 'SHA256:other')).toEqual({ result: 'unknown' });
  });

  it('is several persons’ when two valid entries name two', () => {
    expect(key([{}, { person: 'bob@example.com' }])).toEqual({
      result: 'several',
      persons: ['alice@example.com', 'bob@example.com'],
    });
  });

  it('is nobody’s by name when one valid entry says that it is shared, whoever else is named', () => {
    expect(key([{}, { shared: true }])).toEqual({ result: 'shared' });
    expect(key([{ shared: true, person: 'alice@example.com' }])).toEqual({ result: 'shared' });
  });

  it('is one person’s again when it is no longer shared', () => {
    expect(key([{}, { shared: true, validTo: '2026-01-27T12:00:00Z' }])).toEqual(ALICE);
  });

  it('is nobody’s by name when somebody unknown holds it too', () => {
    expect(key([{ person: undefined }])).toEqual({ result: 'no_person' });
    expect(key([{}, { person: undefined }])).toEqual({ result: 'no_person' });
    expect(key([{}, { person: '  ' }])).toEqual({ result: 'no_person' });
  });

  it('begins at validFrom and has ended at validTo', () => {
    const entry = { validFrom: '2026-01-27T12:00:00Z', validTo: '2026-01-27T13:00:00Z' };
    const outside = { result: 'outside_validity', persons: ['alice@example.com'] };
    expect(key([entry], NOON - 1)).toEqual(outside);
    expect(key([entry], NOON)).toEqual(ALICE);
    expect(key([entry], NOON + 3_600_000 - 1)).toEqual(ALICE);
    expect(key([entry], NOON + 3_600_000)).toEqual(outside);
  });

  it('changes hands from one moment to the next', () => {
    const entries = [
      { validTo: '2026-01-27T12:00:00Z' },
      { person: 'bob@example.com', validFrom: '2026-01-27T12:00:00Z' },
    ];
    expect(key(entries, NOON - 1)).toEqual(ALICE);
    expect(key(entries, NOON)).toEqual({ result: 'person', person: 'bob@example.com' });
  });

  it('reads instants in any zone', () => {
    expect(key([{ validFrom: '2026-01-27T13:00:00+01:00' }], NOON)).toEqual(ALICE);
    expect(key([{ validFrom: '2026-01-27T13:00:00+01:00' }], NOON - 1).result).toBe(
      'outside_validity'
    );
  });

  it('is never valid by an instant that cannot be read', () => {
    expect(key([{ validTo: 'tomorrow' }]).result).toBe('outside_validity');
    expect(key([{ validFrom: 'yesterday' }]).result).toBe('outside_validity');
  });

  it('does not hint at a person by a shared entry', () => {
    const entry = { shared: true, person: 'bob', validTo: '2020-01-01T00:00:00Z' };
    expect(key([entry])).toEqual({ result: 'outside_validity', persons: [] });
  });
});

describe('names', () => {
  it('that differ in case or blanks around are one person, spelled as first recorded', () => {
    const entries = [
      filed({ person: 'alice@example.com', recordedAt: '2026-01-03T00:00:00Z' }),
      filed({ person: ' Alice@Example.com ', recordedAt: '2026-01-02T00:00:00+00:00' }),
    ];
    const directory = new Directory(entries);
    expect(directory.lookup('ssh_key', 'SHA256:abc', NOON)).toEqual({
      result: 'person',
      person: 'Alice@Example.com',
    });
    expect(directory.identitiesOf('ALICE@EXAMPLE.COM')).toHaveLength(2);
    expect(directory.persons()).toEqual(['Alice@Example.com']);
    expect(directory.conflicts()).toEqual([]);
  });

  it('that differ in anything else are two', () => {
    expect(key([{ person: 'alice' }, { person: 'al ice' }]).result).toBe('several');
    expect(key([{ person: 'alice' }, { person: 'alicе' }]).result).toBe('several');
  });
});

describe('values', () => {
  const result = (kind: 'ssh_key' | 'ssh_certificate_id' | 'account', filedAs: string, v: string) =>
    new Directory([filed({ kind, value: filedAs })]).lookup(kind, v, NOON).result;

  it('of keys are compared without their padding, and otherwise as they are', () => {
    expect(result('ssh_key', 'SHA256:abc=', 'SHA256:abc')).toBe('person');
    expect(result('ssh_key', 'SHA256:abc', 'SHA256:abc=')).toBe('person');
    expect(result('ssh_key', 'SHA256:abc', 'SHA256:ABC')).toBe('unknown');
  });

  it('of certificates and accounts are compared exactly', () => {
    expect(result('ssh_certificate_id', 'alice', 'alice=')).toBe('unknown');
    expect(result('ssh_certificate_id', 'alice', 'Alice')).toBe('unknown');
    expect(result('ssh_certificate_id', 'alice', ' alice')).toBe('unknown');
    expect(result('account', 'alice', 'node-1:alice')).toBe('unknown');
    expect(result('account', 'alice', 'alice')).toBe('person');
  });

  it('of one kind say nothing about another', () => {
    const directory = new Directory([filed({ kind: 'account', value: 'alice' })]);
    expect(directory.lookup('ssh_certificate_id', 'alice', NOON).result).toBe('unknown');
    expect(directory.knows('account', 'alice')).toBe(true);
    expect(directory.knows('ssh_certificate_id', 'alice')).toBe(false);
  });

  it('may be named as what every object has', () => {
    const directory = new Directory([filed({ kind: 'account', value: '__proto__' })]);
    expect(directory.lookup('account', '__proto__', NOON).result).toBe('person');
    expect(directory.lookup('account', 'constructor', NOON).result).toBe('unknown');
  });
});

describe('conflicts', () => {
  const conflicts = (entries: Parameters<typeof filed>[0][]) =>
    new Directory(entries.map((fields) => filed(fields))).conflicts();

  it('are two persons of one value at one time', () => {
    const entries = [filed({ id: 'a' }), filed({ id: 'b', person: 'bob', value: 'SHA256:abc=' })];
    expect(new Directory(entries).conflicts()).toEqual([
      {
        kind: 'ssh_key',
        value: 'SHA256:abc',
        persons: ['alice@example.com', 'bob'],
        entryIds: ['a', 'b'],
      },
    ]);
  });

  it('are a person and what says that nobody can be named', () => {
    expect(conflicts([{}, { shared: true }])).toHaveLength(1);
    expect(conflicts([{}, { person: undefined }])).toHaveLength(1);
  });

  it('are not one after the other, nor one value twice, nor two that name nobody', () => {
    const instant = '2026-01-27T12:00:00Z';
    expect(conflicts([{ validTo: instant }, { person: 'bob', validFrom: instant }])).toEqual([]);
    expect(conflicts([{}, {}])).toEqual([]);
    expect(conflicts([{ shared: true }, { person: undefined }])).toEqual([]);
    expect(conflicts([{}, { person: 'bob', value: 'SHA256:other' }])).toEqual([]);
  });

  it('name only the entries that contradict another', () => {
    const entries = [
      filed({ id: 'before', person: 'carol', validTo: '2026-01-01T00:00:00Z' }),
      filed({ id: 'a', validFrom: '2026-01-01T00:00:00Z', validTo: '2026-01-03T00:00:00Z' }),
      filed({ id: 'b', person: 'bob', validFrom: '2026-01-02T00:00:00Z' }),
    ];
    expect(new Directory(entries).conflicts()).toMatchObject([
      { persons: ['alice@example.com', 'bob'], entryIds: ['a', 'b'] },
    ]);
  });

  it('of a value that is filed thousands of times are all found', () => {
    const entries = Array.from({ length: 20_000 }, (_, i) => filed({ person: `person ${i}` }));
    expect(new Directory(entries).conflicts()[0].entryIds).toHaveLength(20_000);
  });
});
