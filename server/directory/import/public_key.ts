/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { parseKey } from 'sshpk';

/** Keys in hardware (OpenSSH, PROTOCOL.u2f), which sshpk does not read: length of the public part, and a curve. */
const HARDWARE_KEYS: Record<string, { curve?: string; length: number }> = {
  'sk-ssh-ed25519@openssh.com': { length: 32 },
  'sk-ecdsa-sha2-nistp256@openssh.com': { curve: 'nistp256', length: 65 },
};

/** Decodes base64 in the one way in which it can be written, padded or not. */
function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  const unpadded = (value: string) => value.replace(/=+$/, '');
  return unpadded(bytes.toString('base64')) === unpadded(text) ? bytes : undefined;
}

/** The strings of a key on the wire (RFC 4251, 5), or nothing where they do not add up. */
function readStrings(blob: Buffer): Buffer[] | undefined {
  const strings: Buffer[] = [];
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    strings.push(blob.subarray(at + 4, end));
    at = end;
  }
  return strings;
}

function isHardwareKey(type: string, blob: Buffer): boolean {
  const { curve, length } = HARDWARE_KEYS[type];
  const [name, ...rest] = readStrings(blob) ?? [];
  const fields = curve === undefined ? rest : rest.slice(1);
  return (
    name?.toString() === type &&
    (curve === undefined || rest[0]?.toString() === curve) &&
    fields.length === 2 &&
    fields[0].length === length
  );
}

/**
 * The fingerprint of a public key as sshd logs it: the SHA-256 of the key on the wire.
 *
 * @param type name of the key's type, before it on its line
 * @param base64 the key
 * @returns undefined for what sshd would not take, such as a type that is not the key's own, or bytes too many
 */
export function toFingerprint(type: string, base64: string): string | undefined {
  const blob = fromBase64(base64);
  if (!blob) return undefined;
  const fingerprint = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
  if (Object.prototype.hasOwnProperty.call(HARDWARE_KEYS, type)) {
    return isHardwareKey(type, blob) ? fingerprint : undefined;
  }
  try {
    // The library writes the key anew: where that differs, sshd would see another key than the one in the text.
    const read = parseKey(`${type} ${base64}`, 'ssh').fingerprint('sha256').toString();
    return read === fingerprint ? fingerprint : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
