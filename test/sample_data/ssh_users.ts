/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ANNA, BJORN, CARL, DIANA, ERIK, GRETA } from './persons';
import { createSshKey, type SshKey } from './ssh_keys';

/** Somebody, or something, that logs in to nodes. */
export interface SshUser {
  /** E-mail address of the person; absent when it is none, or nobody knows. */
  person?: string;
  key: SshKey;
  /** Given by the site's certificate authority: sshd then logs who it was issued to. */
  certificate?: { id: string; serial: number };
  sourceIp: string;
}

/** The authority that signs certificates of administrators. */
export const CERTIFICATE_AUTHORITY = createSshKey('ED25519', 'certificate authority');

function user(person: string, type: SshKey['type'], sourceIp: string): SshUser {
  return { person, key: createSshKey(type, person), sourceIp };
}

export const SSH_ANNA = user(ANNA.email, 'ED25519', ANNA.sourceIp);
export const SSH_BJORN = user(BJORN.email, 'RSA', BJORN.sourceIp);
export const SSH_CARL = user(CARL.email, 'ED25519', CARL.sourceIp);
export const SSH_DIANA = user(DIANA.email, 'ECDSA', DIANA.sourceIp);
export const SSH_GRETA = user(GRETA.email, 'ED25519', GRETA.sourceIp);
export const SSH_FREDRIK = user('fredrik.malm@example.com', 'RSA', '198.51.100.13');

export const SSH_ERIK: SshUser = {
  ...user(ERIK.email, 'ED25519', ERIK.sourceIp),
  certificate: { id: ERIK.email, serial: 41 },
};
export const SSH_SARA: SshUser = {
  ...user('sara.wikstrom@example.com', 'ECDSA', '198.51.100.14'),
  certificate: { id: 'sara.wikstrom@example.com serial 7 (break glass)', serial: 7 },
};

/** Those who log in to nodes on an ordinary day. */
export const SSH_ADMINISTRATORS: readonly SshUser[] = [
  SSH_ANNA,
  SSH_BJORN,
  SSH_CARL,
  SSH_DIANA,
  SSH_ERIK,
  SSH_FREDRIK,
  SSH_GRETA,
  SSH_SARA,
];

/** Left the company; his key was not removed from every node. */
export const SSH_FORMER = user('tomas.vik@example.com', 'RSA', '203.0.113.91');

/** A key that the directory does not hold. */
export const SSH_UNKNOWN: SshUser = {
  key: createSshKey('ED25519', 'a key that nobody has claimed'),
  sourceIp: '203.0.113.140',
};

/** The key of the machine that runs Ansible; several people can start it. */
export const SSH_ANSIBLE: SshUser = {
  key: createSshKey('ED25519', 'ansible'),
  sourceIp: '10.0.8.60',
};
