/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { HostAddresses, HostNames } from './host_addresses';

const namesOf = (hosts: string[], node: string) =>
  new HostNames(hosts.map((host) => ({ cluster: 'wc', host }))).of('wc', node);

describe('the names of a node in authlog', () => {
  it.each([
    ['its own', ['node-1', 'node-2'], 'node-1', ['node-1']],
    ['the short one of its domain name', ['node-1'], 'node-1.example.com', ['node-1']],
    ['a domain name of its short one', ['node-1.example.com'], 'node-1', ['node-1.example.com']],
    ['whatever its case', ['NODE-1'], 'node-1', ['NODE-1']],
    [
      'both, where it changed from one to the other',
      ['node-1', 'node-1.example.com'],
      'node-1',
      ['node-1', 'node-1.example.com'],
    ],
    [
      'all that a short name may mean',
      ['node-1.a.example', 'node-1.b.example'],
      'node-1',
      ['node-1.a.example', 'node-1.b.example'],
    ],
    [
      'not one of another domain',
      ['node-1', 'node-1.a.example', 'node-1.b.example'],
      'node-1.a.example',
      ['node-1', 'node-1.a.example'],
    ],
    [
      'one of another domain where there is no other',
      ['node-1.internal'],
      'node-1.example.com',
      ['node-1.internal'],
    ],
    ['its own, where authlog has none of it', ['node-2'], 'node-1', ['node-1']],
  ])('are %s', (_what, hosts, node, names) => {
    expect(namesOf(hosts, node)).toEqual(names);
  });

  it('are of its cluster only', () => {
    const names = new HostNames([{ cluster: 'sc', host: 'node-1.example.com' }]);
    expect(names.of('wc', 'node-1')).toEqual(['node-1']);
  });
});

it('an address may have been that of several hosts of a cluster', () => {
  const addresses = new HostAddresses([
    { cluster: 'wc', host: 'node-2', address: '10.0.0.1' },
    { cluster: 'wc', host: 'node-1', address: '10.0.0.1' },
    { cluster: 'sc', host: 'node-3', address: '10.0.0.1' },
    { cluster: 'wc', host: 'node-4', address: '2001:DB8::1' },
  ]);
  expect(addresses.hostsOf('wc', '10.0.0.1')).toEqual(['node-1', 'node-2']);
  expect(addresses.hostsOf('wc', '2001:db8::1')).toEqual(['node-4']);
  expect(addresses.hostsOf('wc', '10.0.0.2')).toEqual([]);
});
