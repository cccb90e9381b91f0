/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** An address within any text, also as a URL writes it. All parts are bounded: hostile text costs no time. */
const EMAIL =
  /[\p{L}\p{N}._+-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:(?:\.|%2e)[\p{L}\p{N}-]{1,63}){1,8}/giu;

/** Names of systemd's units are no addresses: `user@1000.service`. */
const UNIT = /\.(?:service|socket|scope|slice|timer|target|mount|device)$/i;

const MAY_HOLD = /@|%40/;

/** What a URL escapes, as far as it is ASCII. */
const unescaped = (text: string): string =>
  text.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Every e-mail address of a text. */
export function emailsInText(text: string): string[] {
  if (!MAY_HOLD.test(text)) return [];
  const plain = text.includes('%') ? unescaped(text) : text;
  return (plain.match(EMAIL) ?? []).filter((email) => !UNIT.test(email));
}

/** The text without any e-mail address that is left in it, however it is escaped. */
export function withoutEmails(text: string, pseudonymOf: (email: string) => string): string {
  if (!MAY_HOLD.test(text)) return text;
  return text.replace(EMAIL, (email) => (UNIT.test(email) ? email : pseudonymOf(unescaped(email))));
}
