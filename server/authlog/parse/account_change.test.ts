/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

describe('a change of accounts or groups', () => {
  it.each([
    [
      'useradd',
      'new user: name=bob, UID=1004, GID=1004, home=/home/bob, shell=/bin/sh, from=/dev/pts/1',
      'bob',
    ],
    ['useradd', "add 'bob' to group 'sudo'", 'bob'],
    ['usermod', "add 'bob' to shadow group 'sudo'", 'bob'],
    ['usermod', "change user 'bob' password", 'bob'],
    ['usermod', "lock user 'bob' password", 'bob'],
    ['userdel', "delete user 'bob'", 'bob'],
    ['userdel', "delete 'bob' from group 'sudo'", 'bob'],
    ['passwd', "password for 'bob' changed by 'root'", 'bob'],
    ['chage', 'changed password expiry for bob', 'bob'],
    ['chsh', "changed user 'bob' shell to '/bin/zsh'", 'bob'],
    ['chfn', "changed user 'bob' information", 'bob'],
    ['gpasswd', 'user bob added by root to group sudo', 'bob'],
    ['gpasswd', 'user bob removed by root from group sudo', 'bob'],
  ])('names the account: %s: %s', (program, what, account) => {
    expect(parseMessage(program, what).record).toEqual({
      kind: 'account_change',
      program,
      what,
      account,
    });
  });

  it.each([
    ['gpasswd', 'members of group sudo set by root to alice,bob'],
    ['groupdel', 'cannot open /etc/group'],
    ['usermod', 'failed to unlock /etc/passwd'],
  ])('is kept where it names no account: %s: %s', (program, what) => {
    expect(parseMessage(program, what).record).toEqual({ kind: 'account_change', program, what });
  });
});
