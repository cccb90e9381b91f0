/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Key types of OpenSSH (sshd(8), AUTHORIZED_KEYS FILE FORMAT). */
const KEY_TYPE =
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;
const CERTIFICATE_TYPE = /-cert-v\d\d@openssh\.com$/;

/** A line of `authorized_keys` in its parts. */
export interface KeyLine {
  type: string;
  base64: string;
  comment: string;
}

/** Options as sshd separates them: by commas that are not within quotes. The rest begins at the first blank. */
function splitOptions(line: string): { options: string[]; rest: string } {
  const options = [''];
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i];
    if (!quoted && (character === ' ' || character === '\t')) {
      return { options, rest: line.slice(i).trimStart() };
    }
    if (character === '"' && line[i - 1] !== '\\') quoted = !quoted;
    if (!quoted && character === ',') options.push('');
    else options[options.length - 1] += character;
  }
  return { options, rest: '' };
}

const isKeyType = (word: string): boolean => KEY_TYPE.test(word) || CERTIFICATE_TYPE.test(word);

/**
 * Takes a line of `authorized_keys` apart.
 *
 * @returns its parts, or why it holds no key that can be filed
 */
export function splitKeyLine(line: string): KeyLine | string {
  if (line.startsWith('@')) return 'a line of known_hosts: it names hosts, not persons';
  const [begins] = line.split(/[ \t]/, 1);
  const { options, rest } = isKeyType(begins) ? { options: [], rest: line } : splitOptions(line);
  const [, type, base64, comment] = /^(\S+)(?:[ \t]+(\S+)(?:[ \t]+(.*))?)?$/.exec(rest) ?? [];
  if (type === undefined || !isKeyType(type) || base64 === undefined) return 'not a public key';
  if (CERTIFICATE_TYPE.test(type)) return 'a certificate: file its id instead';
  if (options.some((option) => option.toLowerCase() === 'cert-authority')) {
    return 'a certificate authority: it names nobody by itself';
  }
  return { type, base64, comment: (comment ?? '').trim() };
}
