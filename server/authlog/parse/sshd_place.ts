/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** An address with its scope, or a name where UseDNS is on, or `UNKNOWN`. */
export const ADDRESS = String.raw`[\w.:%-]{1,255}`;

/**
 * Bytes to which sshd cuts what it hands to syslog (OpenSSH log.c, do_log(): "%.500s"). A line of exactly this
 * length has most likely lost its end, and with it what sshd itself wrote behind a name or an id.
 */
const SYSLOG_LENGTH = 500;

/** sshd cut this line: its end cannot be trusted to be the end. */
export function isCut(message: string): boolean {
  return message.length === SYSLOG_LENGTH;
}

/** A name as the host knows it: sshd doubles a backslash (OpenSSH log.c, strnvis()), as in `CORP\\alice`. */
export function nameOf(logged: string): string {
  return logged.includes('\\') ? logged.replace(/\\\\/g, '\\') : logged;
}

/** Places looked at in one line: more are not written by anything but an attack. */
const MAX_PLACES = 100;

/** Where the text names an address and a port, and what stands before and after. */
export interface Place {
  before: string;
  sourceIp: string;
  sourcePort: number;
  after: string;
}

/**
 * Everything in the text that could be the place at which sshd names the other end; undefined if there are
 * more than can be told apart.
 *
 * @param pattern global; its groups are address and port
 */
export function placesIn(text: string, pattern: RegExp): Place[] | undefined {
  const places: Place[] = [];
  for (const match of text.matchAll(pattern)) {
    if (places.length >= MAX_PLACES) return undefined;
    places.push({
      before: text.slice(0, match.index),
      sourceIp: match[1],
      sourcePort: Number(match[2]),
      after: text.slice((match.index ?? 0) + match[0].length),
    });
  }
  return places;
}

/** The place, if all of them name the same address and port: the last one, so that the name is whole. */
export function theOnly(places: readonly Place[]): Place | undefined {
  const last = places[places.length - 1];
  return places.every(
    ({ sourceIp, sourcePort }) => sourceIp === last.sourceIp && sourcePort === last.sourcePort
  )
    ? last
    : undefined;
}
