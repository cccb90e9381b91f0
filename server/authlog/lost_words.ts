/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// The older parser of the collector took the words of the message for the host and the program: `Accepted
// publickey for ubuntu from 198.51.100.7 port 51515 ssh2: ED25519 SHA256:…` became host `Accepted`, program
// `publickey`, message `ED25519 SHA256:…`. What stood between is lost.

/** First words of the messages that views rest on, where the name of the host should be. */
export const FIRST_WORDS: ReadonlySet<string> = new Set([
  'Accepted',
  'Failed',
  'Postponed',
  'Partial',
  'Invalid',
  'Disconnected',
  'Disconnecting',
  'Connection',
  'Received',
  'Starting',
  'Close',
  'New',
  'Removed',
  'Session',
  'User',
  'Timeout',
  'Timeout,',
  'Authentication',
  'Certificate',
  'FAILED',
  'Successful',
  '(to',
  'error:',
  'fatal:',
  'message',
  'Server',
  'PAM',
]);

/** The same of programs that change accounts, whose words could be names of hosts: two of them. */
const FIRST_TWO_WORDS =
  /^(?:new (?:user|group)|(?:add|delete) (?:user|'.*)|removed (?:group|shadow)|changed? (?:user|password)|password (?:for|changed)|(?:un)?lock user|failed adding|last message)$/;

/** The account of sudo stood where the host should be, and no program. */
const OF_SUDO =
  /^(?:\(command continued\) |(?:[^;]{1,200} ; )?(?:HOST|TTY|CHROOT|PWD|USER|COMMAND)=[^;]{0,1000} ;)/;

/** Why a document is damaged, or undefined if the collector kept what the line says. */
export function lostWords(host: string, ident: string, message: string): string | undefined {
  if (FIRST_WORDS.has(host) || host.startsWith('pam_')) {
    return 'the collector lost its account, address and host';
  }
  if (ident.length <= 100 && FIRST_TWO_WORDS.test(`${host.slice(0, 20)} ${ident}`)) {
    return 'the collector lost its host and a part of its text';
  }
  if (ident === '' && OF_SUDO.test(message)) {
    return 'the collector lost its program and host';
  }
  return host === '' ? 'it names no host' : undefined;
}
