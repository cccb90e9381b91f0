/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const FP = 'SHA256:wn20fYcEJnlvTrBz4yq4V6FSYtVRpPpuaKMx2H1o8Ps';
const CA = 'SHA256:Tbve7ARsC3+ClZV49zr1lOYZZ+WvvUfhkuJhm4tp4/4';

const V4 = { sourceIp: '198.51.100.7', sourcePort: 51515 };
const V6 = { sourceIp: '2001:db8::7', sourcePort: 51515 };
const FROM_V4 = 'from 198.51.100.7 port 51515 ssh2';
const FROM_V6 = 'from 2001:db8::7 port 51515 ssh2';

const read = (message: string, ident = 'sshd') => parseMessage(ident, message).record;

describe('a login that sshd accepted', () => {
  const accepted = { kind: 'ssh_accepted', account: 'ubuntu', ...V4 };
  const withKey = { ...accepted, method: 'publickey' };

  it.each([
    ['password', `Accepted password for ubuntu ${FROM_V4}`, { ...accepted, method: 'password' }],
    [
      'keyboard-interactive with PAM',
      `Accepted keyboard-interactive/pam for ubuntu ${FROM_V4}`,
      { ...accepted, method: 'keyboard-interactive/pam' },
    ],
    ['none', `Accepted none for ubuntu ${FROM_V4}`, { ...accepted, method: 'none' }],
    [
      'an RSA key',
      `Accepted publickey for ubuntu ${FROM_V4}: RSA ${FP}`,
      { ...withKey, key: { type: 'RSA', fingerprint: FP } },
    ],
    [
      'an ED25519 key over IPv6',
      `Accepted publickey for ubuntu ${FROM_V6}: ED25519 ${FP}`,
      { ...withKey, ...V6, key: { type: 'ED25519', fingerprint: FP } },
    ],
    [
      'a key over a link-local address with its scope',
      `Accepted publickey for ubuntu from fe80::1%eth0 port 51515 ssh2: ECDSA ${FP}`,
      { ...withKey, sourceIp: 'fe80::1%eth0', key: { type: 'ECDSA', fingerprint: FP } },
    ],
    [
      'an MD5 fingerprint of FingerprintHash md5',
      `Accepted publickey for ubuntu ${FROM_V4}: RSA MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48`,
      {
        ...withKey,
        key: {
          type: 'RSA',
          fingerprint: 'MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48',
        },
      },
    ],
    [
      'a hardware token, whose signatures OpenSSH 8.2 and later count',
      `Accepted publickey for ubuntu ${FROM_V4}: ED25519-SK ${FP}, signature count = 17`,
      { ...withKey, key: { type: 'ED25519-SK', fingerprint: FP } },
    ],
    [
      'a certificate',
      `Accepted publickey for ubuntu ${FROM_V4}: ED25519-CERT ${FP} ID alice@example.com (serial 1) CA ED25519 ${CA}`,
      {
        ...withKey,
        key: { type: 'ED25519-CERT', fingerprint: FP },
        certificate: {
          id: 'alice@example.com',
          serial: '1',
          caType: 'ED25519',
          caFingerprint: CA,
        },
      },
    ],
    [
      'a certificate of the largest serial, for a hardware token',
      `Accepted publickey for ubuntu ${FROM_V6}: ECDSA-SK-CERT ${FP} ID Alice Andersson (serial 18446744073709551615) CA RSA ${CA}, signature count = 3`,
      {
        ...withKey,
        ...V6,
        key: { type: 'ECDSA-SK-CERT', fingerprint: FP },
        certificate: {
          id: 'Alice Andersson',
          serial: '18446744073709551615',
          caType: 'RSA',
          caFingerprint: CA,
        },
      },
    ],
    [
      'a certificate without id',
      `Accepted publickey for ubuntu ${FROM_V4}: RSA-CERT ${FP} ID  (serial 0) CA RSA ${CA}`,
      {
        ...withKey,
        key: { type: 'RSA-CERT', fingerprint: FP },
        certificate: { id: '', serial: '0', caType: 'RSA', caFingerprint: CA },
      },
    ],
    [
      'an account of a domain, whose backslash sshd doubles',
      `Accepted password for CORP\\\\alice ${FROM_V4}`,
      { ...accepted, method: 'password', account: 'CORP\\alice' },
    ],
    [
      'a Kerberos ticket, whose name is no key',
      `Accepted gssapi-with-mic for ubuntu ${FROM_V4}: alice@EXAMPLE.COM`,
      { ...accepted, method: 'gssapi-with-mic' },
    ],
    [
      'the key of a host, which is nobody in particular',
      `Accepted hostbased for ubuntu ${FROM_V4}: ED25519 ${FP}, client user "alice", client host "build-1"`,
      { ...accepted, method: 'hostbased' },
    ],
  ])('is read: %s', (_what, message, expected) => {
    expect(read(message)).toEqual(expected);
  });

  it.each(['sshd', 'sshd-session', 'sshd-auth'])('is read of %s', (ident) => {
    expect(read(`Accepted password for ubuntu ${FROM_V4}`, ident)).toEqual({
      ...accepted,
      method: 'password',
    });
  });

  it.each([
    `Accepted key ED25519 ${FP} found at /home/ubuntu/.ssh/authorized_keys:1`,
    `Accepted certificate ID "alice" (serial 1) signed by ED25519 CA ${CA} via /etc/ssh/ca.pub`,
    `Accepted certificate ID "x for root from 9.9.9.9 port 1 ssh2" signed by ED25519 CA ${CA} found at /etc/ssh/ca.pub`,
    `Postponed publickey for ubuntu ${FROM_V4} [preauth]`,
  ])('is not what comes before it at LogLevel VERBOSE: %s', (message) => {
    expect(read(message)).toEqual({ kind: 'other' });
  });

  it.each([
    'Accepted publickey for ubuntu',
    'Accepted publickey for ubuntu from 198.51.100.7',
    'Accepted publickey',
  ])('is said to be unreadable if its address is not there: %s', (message) => {
    expect(read(message)).toMatchObject({ kind: 'unreadable' });
  });
});

describe('a login that sshd accepted, of which the end is cut', () => {
  const head = `Accepted publickey for ubuntu ${FROM_V4}: ED25519-CERT ${FP} ID `;
  const account = { kind: 'ssh_accepted', account: 'ubuntu', method: 'publickey', ...V4 };

  it('names no certificate, even if the id of the certificate imitates the end', () => {
    const forged = ` (serial 1) CA ED25519 ${CA}`;
    const id = 'mallory'.padEnd(500 - head.length - forged.length, 'x');
    const message = `${head}${id}${forged}`;
    expect(message).toHaveLength(500);
    expect(read(message)).toEqual({ ...account, key: { type: 'ED25519-CERT', fingerprint: FP } });
  });

  it('names its certificate if it is one byte shorter than what is cut', () => {
    const end = ` (serial 1) CA ED25519 ${CA}`;
    const id = 'alice'.padEnd(499 - head.length - end.length, 'x');
    expect(read(`${head}${id}${end}`)).toMatchObject({ certificate: { id, serial: '1' } });
  });
});

describe('a login that failed', () => {
  const failed = { kind: 'ssh_failed', account: 'ubuntu', invalidAccount: false, ...V4 };

  it.each([
    ['a password', `Failed password for ubuntu ${FROM_V4}`, { ...failed, method: 'password' }],
    [
      'a password of an account that is not there',
      `Failed password for invalid user admin ${FROM_V6}`,
      { ...failed, method: 'password', account: 'admin', invalidAccount: true, ...V6 },
    ],
    [
      'an account without a name',
      `Failed none for invalid user  ${FROM_V4}`,
      { ...failed, method: 'none', account: '', invalidAccount: true },
    ],
    [
      'an account whose name holds blanks',
      `Failed password for invalid user a b c ${FROM_V4}`,
      { ...failed, method: 'password', account: 'a b c', invalidAccount: true },
    ],
    [
      'PAM',
      `Failed keyboard-interactive/pam for invalid user admin ${FROM_V4}`,
      {
        ...failed,
        method: 'keyboard-interactive/pam',
        account: 'admin',
        invalidAccount: true,
      },
    ],
    [
      'a key',
      `Failed publickey for ubuntu ${FROM_V4}: RSA ${FP}`,
      { ...failed, method: 'publickey', key: { type: 'RSA', fingerprint: FP } },
    ],
    [
      'a certificate that the client made itself, of which only the key counts',
      `Failed publickey for invalid user x ${FROM_V4}: RSA-CERT ${FP} ID alice (serial 1) CA RSA ${CA}`,
      {
        ...failed,
        method: 'publickey',
        account: 'x',
        invalidAccount: true,
        key: { type: 'RSA-CERT', fingerprint: FP },
      },
    ],
  ])('is read: %s', (_what, message, expected) => {
    expect(read(message)).toEqual(expected);
  });

  it('counts as often as rsyslog says that it came', () => {
    expect(
      parseMessage('sshd', `message repeated 2 times: [ Failed password for root ${FROM_V4}]`)
    ).toEqual({ record: { ...failed, method: 'password', account: 'root' }, repeats: 2 });
  });
});

describe('a part of a login', () => {
  const partial = { kind: 'ssh_partial', method: 'publickey', account: 'ubuntu', ...V4 };

  it('is read as the login itself would be', () => {
    expect(read(`Partial publickey for ubuntu ${FROM_V4}: RSA ${FP}`)).toEqual({
      ...partial,
      key: { type: 'RSA', fingerprint: FP },
    });
    expect(
      read(
        `Partial publickey for ubuntu ${FROM_V4}: RSA-CERT ${FP} ID alice (serial 3) CA ED25519 ${CA}`
      )
    ).toMatchObject({ ...partial, certificate: { id: 'alice', serial: '3' } });
    expect(read(`Partial password for ubuntu ${FROM_V4}`)).toEqual({
      ...partial,
      method: 'password',
    });
  });

  it('that cannot be read is said', () => {
    expect(read('Partial publickey for')).toMatchObject({ kind: 'other' });
    expect(read('Partial publickey for ubuntu')).toMatchObject({ kind: 'unreadable' });
  });
});
