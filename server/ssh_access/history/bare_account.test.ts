/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { bareAccount } from './bare_account';

it.each([
  ['ubuntu', 'ubuntu'],
  ['Ubuntu', 'ubuntu'],
  ['CORP\\Ubuntu', 'ubuntu'],
  ['ubuntu@corp.example', 'ubuntu'],
  // Neither form: left as they are, so that they are like nothing else.
  ['a\\b\\ubuntu', 'a\\b\\ubuntu'],
  ['ubuntu@a@b', 'ubuntu@a@b'],
  ['CORP\\ubuntu@corp', 'corp\\ubuntu@corp'],
  ['\\ubuntu', '\\ubuntu'],
  ['@ubuntu', '@ubuntu'],
  ['ubuntu@', 'ubuntu@'],
  ['', ''],
])('the account %j without its domain is %j', (account, bare) => {
  expect(bareAccount(account)).toBe(bare);
});
