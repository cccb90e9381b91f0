/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * How private keys begin: PEM (RFC 7468, also PGP's and SSH.com's markers), PuTTY's files, and the first bytes of
 * OpenSSH's own format (`openssh-key-v1`) where the marker was left out.
 */
const PRIVATE_KEY =
  /-----? ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File-\d|b3BlbnNzaC1rZXktdj/;

/**
 * The first line of a text on which a private key begins; 1 is the first line.
 *
 * @returns undefined where there is none
 */
export function findPrivateKey(text: string): number | undefined {
  const found = PRIVATE_KEY.exec(text);
  if (!found) return undefined;
  return text.slice(0, found.index).split(/\r\n|\n|\r/).length;
}
