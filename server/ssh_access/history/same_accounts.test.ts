/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { SameAccounts } from './same_accounts';

function after(...changes: string[]): SameAccounts {
  const accounts = new SameAccounts();
  accounts.hasUid('root', '0');
  accounts.hasUid('ubuntu', '1000');
  for (const what of changes)
    accounts.changed({ kind: 'account_change', program: 'usermod', what });
  return accounts;
}

describe('two accounts of a host are one user', () => {
  it.each<[string, string[], string, string]>([
    ['in any case', [], 'Ubuntu', 'ubuntu'],
    ['typed with a domain', [], 'CORP\\ubuntu', 'ubuntu'],
    ['logged with a domain', [], 'ubuntu@corp.example', 'CORP\\Ubuntu'],
    [
      'created with its uid',
      ['new user: name=ops, UID=1000, GID=1, home=/h, shell=/s, from=none'],
      'ops',
      'ubuntu',
    ],
    [
      'created with uid 0',
      ['new user: name=toor, UID=0, GID=0, home=/, shell=/bin/sh, from=/dev/pts/1'],
      'root',
      'TOOR',
    ],
    ['renamed to it', ["change user name 'ops' to 'ubuntu'"], 'ops', 'ubuntu'],
    [
      'renamed twice',
      ["change user name 'ops' to 'old'", "change user name 'old' to 'ubuntu'"],
      'ops',
      'ubuntu',
    ],
    ['given its uid', ["change user 'ops' UID from '1005' to '1000'"], 'ops', 'ubuntu'],
    ['that had its uid', ["change user 'ops' UID from '1000' to '1005'"], 'ops', 'ubuntu'],
  ])('where one was %s', (_what, changes, a, b) => {
    expect(after(...changes).areSame(a, b)).toBe(true);
    expect(after(...changes).areSame(b, a)).toBe(true);
  });

  it.each<[string, string[]]>([
    ['nothing is known of it', []],
    [
      'it has another uid',
      ['new user: name=ops, UID=10000, GID=1000, home=/h, shell=/s, from=none'],
    ],
    ['it was added to a group', ["add 'ops' to group 'sudo'"]],
    ['its password was changed', ["change user 'ops' password"]],
    ['the words are elsewhere', ["failed: change user name 'ops' to 'ubuntu'"]],
    ['its name holds the words', ['new user: name=a, UID=7, name=ops, UID=1000, GID=1']],
  ])('not where %s', (_what, changes) => {
    expect(after(...changes).areSame('ops', 'ubuntu')).toBe(false);
    expect(after(...changes).areSame('ops', 'root')).toBe(false);
  });

  it('a log of a hundred thousand of them costs no time', () => {
    const accounts = new SameAccounts();
    const begin = Date.now();
    for (let i = 0; i < 100_000; i += 1) {
      accounts.changed({
        kind: 'account_change',
        program: 'usermod',
        what: `change user name 'a${i}' to 'a${i + 1}'`,
      });
    }
    expect(accounts.areSame('a0', 'a100000')).toBe(true);
    expect(Date.now() - begin).toBeLessThan(5_000);
  });
});
