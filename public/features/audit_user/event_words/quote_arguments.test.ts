/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { quoteArguments } from './quote_arguments';

describe('an argument list on one line', () => {
  it('leaves plain arguments as they are', () => {
    expect(quoteArguments(['ls', '-la', '/var/log', '--sort=size'])).toBe(
      'ls -la /var/log --sort=size'
    );
  });

  it('quotes what a shell would split or interpret', () => {
    expect(quoteArguments(['sh', '-c', 'cat /etc/passwd | wc -l'])).toBe(
      "sh -c 'cat /etc/passwd | wc -l'"
    );
  });

  it('quotes a quote', () => {
    expect(quoteArguments(['echo', "it's"])).toBe(`echo 'it'\\''s'`);
  });

  it('shows an empty argument', () => {
    expect(quoteArguments(['psql', ''])).toBe("psql ''");
  });

  it('leaves a masked secret readable', () => {
    expect(quoteArguments(['mysql', '-p••••••'])).toBe('mysql -p••••••');
  });
});
