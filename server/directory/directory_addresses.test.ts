/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { networkKey, toAddressRange } from './address_range';
import { filed } from './directory_entry.test_support';
import { Directory } from './directory_lookup';

const NOON = Date.parse('2026-01-27T12:00:00Z');

const result = (filedAs: string, address: string) =>
  new Directory([filed({ kind: 'source_address', value: filedAs })]).lookup(
    'source_address',
    address,
    NOON
  ).result;

describe('a source address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.0/24', '198.51.100.7'],
    ['198.51.100.7/24', '198.51.100.200'],
    ['0.0.0.0/0', '203.0.113.9'],
    ['2001:db8::1', '2001:DB8:0:0::1'],
    ['2001:0db8::/33', '2001:db8:7fff::9'],
    ['::/0', '2001:db8::1'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['198.51.100.7', '::ffff:198.51.100.7'],
    ['198.51.100.0/24', '::ffff:c633:6409'],
    ['::ffff:198.51.100.0/120', '198.51.100.9'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['not an address', 'not an address'],
  ])('%s holds %s', (filedAs, address) => {
    expect(result(filedAs, address)).toBe('person');
  });

  it.each([
    ['198.51.100.7', '198.51.100.8'],
    ['198.51.100.0/25', '198.51.100.128'],
    ['2001:db8::/33', '2001:db8:8000::'],
    ['0.0.0.0/0', '2001:db8::1'],
    ['::/0', '198.51.100.7'],
    ['fe80::1%eth0', 'fe80::1%eth1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['198.51.100.0/24', '198.51.100.0/16'],
    ['198.51.100.0/33', '198.51.100.0'],
    ['127.0.0.1', '0x7f.1'],
    ['8.0.0.1', '010.0.0.1'],
    ['198.51.100.0/24/1', '198.51.100.1'],
  ])('%s does not hold %s', (filedAs, address) => {
    expect(result(filedAs, address)).toBe('unknown');
  });

  it('within a shared network names nobody', () => {
    const directory = new Directory([
      filed({ kind: 'source_address', value: '198.51.100.7', id: 'own' }),
      filed({ kind: 'source_address', value: '198.51.100.0/24', shared: true, id: 'office' }),
    ]);
    expect(directory.lookup('source_address', '198.51.100.7', NOON).result).toBe('shared');
    expect(directory.conflicts()).toMatchObject([
      { value: '198.51.100.7', persons: ['alice@example.com'], entryIds: ['own', 'office'] },
    ]);
  });

  it('within another person’s network is several persons’', () => {
    const directory = new Directory([
      filed({ kind: 'source_address', value: '2001:db8::/64', person: 'bob' }),
      filed({ kind: 'source_address', value: '2001:db8::7' }),
    ]);
    expect(directory.lookup('source_address', '2001:db8::7', NOON)).toEqual({
      result: 'several',
      persons: ['bob', 'alice@example.com'],
    });
    expect(directory.conflicts()).toHaveLength(1);
  });

  it('property: a network holds exactly the addresses that share its first bits', () => {
    const toText = (n: number) =>
      [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.');
    const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 32 }), (a, b, bits) => {
        const size = 2 ** (32 - bits);
        const same = Math.floor(a / size) === Math.floor(b / size);
        const holds = result(`${toText(a)}/${bits}`, toText(b));
        expect(holds).toBe(same ? 'person' : 'unknown');
      })
    );
  });

  it('property: IPv6 is one address however it is written', () => {
    const groups = fc.array(fc.constantFrom(0, 0, 1, 0xab, 0xffff), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(groups, (words) => {
        const long = words.map((word) => word.toString(16).padStart(4, '0')).join(':');
        const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
        const [a, b] = [toAddressRange(long), toAddressRange(short.toUpperCase())];
        expect(a && networkKey(a, a.bits)).toBe(b && networkKey(b, b.bits));
      })
    );
  });
});
