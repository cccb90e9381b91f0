/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';

export type SshKeyType = 'ED25519' | 'RSA' | 'ECDSA';

/** A public key as it stands in `authorized_keys`, and as sshd names it in the log. */
export interface SshKey {
  type: SshKeyType;
  /** `SHA256:…`, of the key as below, so that whoever imports the key gets this fingerprint. */
  fingerprint: string;
  /** `ssh-ed25519 AAAA…`. */
  publicKey: string;
}

const ALGORITHMS: Record<SshKeyType, string> = {
  ED25519: 'ssh-ed25519',
  RSA: 'ssh-rsa',
  ECDSA: 'ecdsa-sha2-nistp256',
};

/** RFC 4251, string: length, then bytes. */
function toWireString(bytes: Buffer | string): Buffer {
  const content = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

function toBytes(name: string, count: number): Buffer {
  const parts = Array.from({ length: Math.ceil(count / 32) }, (_, i) =>
    createHash('sha256').update(`${name} ${i}`).digest()
  );
  return Buffer.concat(parts).subarray(0, count);
}

function toKeyMaterial(type: SshKeyType, name: string): Buffer[] {
  if (type === 'ED25519') return [toBytes(name, 32)];
  if (type === 'ECDSA') {
    return [Buffer.from('nistp256'), Buffer.concat([Buffer.from([4]), toBytes(name, 64)])];
  }
  // Exponent 65537, and a modulus of 2048 bits, with the zero that keeps it positive.
  const modulus = toBytes(name, 256);
  modulus[0] |= 0x80;
  return [Buffer.from([1, 0, 1]), Buffer.concat([Buffer.from([0]), modulus])];
}

/**
 * Makes up the public key of a name. It has the form of a key of that type, and nobody holds a private
 * key to it.
 */
export function createSshKey(type: SshKeyType, name: string): SshKey {
  const parts = [Buffer.from(ALGORITHMS[type]), ...toKeyMaterial(type, name)];
  const blob = Buffer.concat(parts.map(toWireString));
  const hash = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
  return {
    type,
    fingerprint: `SHA256:${hash}`,
    publicKey: `${ALGORITHMS[type]} ${blob.toString('base64')}`,
  };
}
