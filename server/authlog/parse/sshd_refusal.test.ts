/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const read = (message: string) => parseMessage('sshd', message).record;

const V4 = { sourceIp: '198.51.100.7', sourcePort: 51515 };

describe('an account that sshd does not know', () => {
  it.each([
    ['Invalid user admin from 198.51.100.7 port 51515', { account: 'admin', ...V4 }],
    [
      'Invalid user admin from 2001:db8::7 port 51515',
      { account: 'admin', sourceIp: '2001:db8::7', sourcePort: 51515 },
    ],
    ['Invalid user  from 198.51.100.7 port 51515', { account: '', ...V4 }],
    ['Invalid user admin from 198.51.100.7', { account: 'admin', sourceIp: '198.51.100.7' }],
  ])('is read: %s', (message, expected) => {
    expect(read(message)).toEqual({ kind: 'ssh_invalid_user', ...expected });
  });
});

describe('an account that may not log in', () => {
  it.each([
    [
      'User root from 198.51.100.7 not allowed because listed in DenyUsers',
      { account: 'root', sourceIp: '198.51.100.7', why: 'listed in DenyUsers' },
    ],
    [
      "User bob from gateway.example.com not allowed because none of user's groups are listed in AllowGroups",
      {
        account: 'bob',
        sourceIp: 'gateway.example.com',
        why: "none of user's groups are listed in AllowGroups",
      },
    ],
    [
      'User bob not allowed because account is locked',
      { account: 'bob', why: 'account is locked' },
    ],
    [
      'User bob not allowed because shell /bin/gone does not exist',
      { account: 'bob', why: 'shell /bin/gone does not exist' },
    ],
  ])('is read: %s', (message, expected) => {
    expect(read(message)).toEqual({ kind: 'ssh_not_allowed', ...expected });
  });
});

describe('too many attempts', () => {
  it.each([
    [
      'error: maximum authentication attempts exceeded for root from 198.51.100.7 port 51515 ssh2 [preauth]',
      { account: 'root', invalidAccount: false, ...V4 },
    ],
    [
      'error: maximum authentication attempts exceeded for invalid user a b from 198.51.100.7 port 51515 ssh2 [preauth]',
      { account: 'a b', invalidAccount: true, ...V4 },
    ],
  ])('are read: %s', (message, expected) => {
    expect(read(message)).toEqual({ kind: 'ssh_max_attempts', ...expected });
  });
});

describe('a complaint that says why a login failed', () => {
  it.each([
    ['error: Certificate invalid: expired', 'Certificate invalid: expired', {}],
    [
      'error: Certificate invalid: name is not a listed principal',
      'Certificate invalid: name is not a listed principal',
      {},
    ],
    [
      'Authentication refused: bad ownership or modes for directory /home/ubuntu',
      'Authentication refused: bad ownership or modes for directory /home/ubuntu',
      {},
    ],
    [
      'fatal: Access denied for user bob by PAM account configuration [preauth]',
      'Access denied for user bob by PAM account configuration [preauth]',
      {},
    ],
    [
      'error: PAM: Authentication failure for illegal user admin from 198.51.100.7',
      'PAM: Authentication failure for illegal user admin from 198.51.100.7',
      { sourceIp: '198.51.100.7' },
    ],
    [
      'ROOT LOGIN REFUSED FROM 198.51.100.7 port 51515',
      'ROOT LOGIN REFUSED FROM 198.51.100.7 port 51515',
      V4,
    ],
    [
      'Authentication tried for bob with correct key but not from a permitted host (host=h, ip=198.51.100.7, required=10.0.0.0/8).',
      'Authentication tried for bob with correct key but not from a permitted host (host=h, ip=198.51.100.7, required=10.0.0.0/8).',
      {},
    ],
  ])('is kept: %s', (message, what, place) => {
    expect(read(message)).toEqual({ kind: 'ssh_error', what, ...place });
  });
});
