/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const read = (message: string, ident = 'sshd-session') => parseMessage(ident, message).record;

const V4 = { sourceIp: '198.51.100.7', sourcePort: 51515 };
const V6 = { sourceIp: '2001:db8::7', sourcePort: 51515 };
const AT_V4 = '198.51.100.7 port 51515';
const AT_V6 = '2001:db8::7 port 51515';

describe('the end of a connection after login', () => {
  const after = { kind: 'ssh_disconnected', preauth: false };
  const ofUbuntu = { ...after, account: 'ubuntu', accountState: 'authenticated', ...V4 };

  it.each([
    [
      `Received disconnect from ${AT_V4}:11: disconnected by user`,
      { ...after, how: 'received_disconnect', ...V4 },
    ],
    [
      `Received disconnect from ${AT_V6}:11: disconnected by user`,
      { ...after, how: 'received_disconnect', ...V6 },
    ],
    [
      `error: Received disconnect from ${AT_V4}:2: Timeout, your session not responding.`,
      { ...after, how: 'received_disconnect', ...V4 },
    ],
    [`Disconnected from user ubuntu ${AT_V4}`, { ...ofUbuntu, how: 'disconnected' }],
    [`Disconnected from user ubuntu ${AT_V6}`, { ...ofUbuntu, how: 'disconnected', ...V6 }],
    [`Connection closed by user ubuntu ${AT_V4}`, { ...ofUbuntu, how: 'closed' }],
    [`Connection closed by ${AT_V4}`, { ...after, how: 'closed', ...V4 }],
    [`Connection reset by user ubuntu ${AT_V4}`, { ...ofUbuntu, how: 'reset' }],
    [`Timeout, client not responding from user ubuntu ${AT_V4}`, { ...ofUbuntu, how: 'timeout' }],
    [`Connection from user ubuntu ${AT_V4} timed out`, { ...ofUbuntu, how: 'timeout' }],
    [
      `Read error from remote host ${AT_V4}: Connection reset by peer`,
      { ...after, how: 'reset', ...V4 },
    ],
    [`Disconnecting user ubuntu ${AT_V4}: Packet corrupt`, { ...ofUbuntu, how: 'disconnected' }],
    [
      `ssh_dispatch_run_fatal: Connection from user ubuntu ${AT_V4}: message authentication code incorrect`,
      { ...ofUbuntu, how: 'closed' },
    ],
    [
      `packet_write_wait: Connection from user ubuntu ${AT_V4}: Broken pipe`,
      { ...ofUbuntu, how: 'closed' },
    ],
    [
      `error: ssh_packet_write_poll: Connection from user ubuntu ${AT_V4}: Broken pipe`,
      { ...ofUbuntu, how: 'closed' },
    ],
  ])('is read: %s', (message, expected) => {
    expect(read(message)).toEqual(expected);
  });
});

describe('the end of a connection before login', () => {
  const before = { kind: 'ssh_disconnected', preauth: true };

  it.each([
    [
      `Received disconnect from ${AT_V4}:11: Bye Bye [preauth]`,
      { ...before, how: 'received_disconnect', ...V4 },
    ],
    [
      `error: Received disconnect from ${AT_V4}:14: No supported authentication methods available [preauth]`,
      { ...before, how: 'received_disconnect', ...V4 },
    ],
    [
      `Connection closed by authenticating user ubuntu ${AT_V4} [preauth]`,
      { ...before, how: 'closed', account: 'ubuntu', accountState: 'authenticating', ...V4 },
    ],
    [
      `Connection closed by invalid user admin ${AT_V6} [preauth]`,
      { ...before, how: 'closed', account: 'admin', accountState: 'invalid', ...V6 },
    ],
    [
      `Connection closed by invalid user  ${AT_V4} [preauth]`,
      { ...before, how: 'closed', account: '', accountState: 'invalid', ...V4 },
    ],
    [`Connection reset by ${AT_V4} [preauth]`, { ...before, how: 'reset', ...V4 }],
    [
      `Disconnected from authenticating user root ${AT_V4} [preauth]`,
      { ...before, how: 'disconnected', account: 'root', accountState: 'authenticating', ...V4 },
    ],
    [`Disconnected from ${AT_V4} [preauth]`, { ...before, how: 'disconnected', ...V4 }],
    [
      `Disconnecting authenticating user root ${AT_V4}: Too many authentication failures [preauth]`,
      { ...before, how: 'disconnected', account: 'root', accountState: 'authenticating', ...V4 },
    ],
    [
      `Disconnecting invalid user admin ${AT_V4}: Change of username or service not allowed: (admin,ssh-connection) -> (root,ssh-connection) [preauth]`,
      { ...before, how: 'disconnected', account: 'admin', accountState: 'invalid', ...V4 },
    ],
    [
      `Connection from invalid user admin ${AT_V4} timed out [preauth]`,
      { ...before, how: 'timeout', account: 'admin', accountState: 'invalid', ...V4 },
    ],
  ])('is read: %s', (message, expected) => {
    expect(read(message)).toEqual(expected);
  });
});

describe('other lines about connections', () => {
  it.each([
    `Connection from ${AT_V4} on 198.51.100.1 port 22 rdomain ""`,
    'Server listening on 0.0.0.0 port 22.',
    'Server listening on :: port 22.',
    'Received signal 15; terminating.',
    'kex_exchange_identification: Connection closed by remote host',
    `Unable to negotiate with ${AT_V4}: no matching host key type found. Their offer: ssh-dss [preauth]`,
  ])('end none: %s', (message) => {
    expect(read(message, 'sshd')).toEqual({ kind: 'other' });
  });

  it.each(['Connection closed by user ubuntu', 'Disconnected from user ubuntu'])(
    'are unreadable where the address is lost: %s',
    (message) => {
      expect(read(message)).toMatchObject({ kind: 'unreadable' });
    }
  );
});
