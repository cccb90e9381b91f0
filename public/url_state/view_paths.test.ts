/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { personPath, searchForView } from './view_paths';

describe('the address of another view', () => {
  it('keeps the period and what belongs to the host, and no filter', () => {
    expect(
      searchForView('?from=now-1d&to=now&users=alice&security_tenant=global&event=i%2F1')
    ).toBe('?from=now-1d&to=now&security_tenant=global');
  });

  it('takes filters of its own', () => {
    expect(searchForView('?from=now-1d&to=now', [['accounts', 'a&b']])).toBe(
      '?from=now-1d&to=now&accounts=a%26b'
    );
  });

  it('is bare when there is nothing to keep', () => {
    expect(searchForView('?users=alice')).toBe('');
  });

  it('names any person, whatever the name holds', () => {
    expect(personPath('alice@example.com')).toBe('/people/alice%40example.com');
    expect(personPath('../a/b?c#d')).toBe('/people/..%2Fa%2Fb%3Fc%23d');
  });
});
