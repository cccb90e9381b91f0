/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * An e-mail address that stands by itself in free text: a certificate id, a key's comment. Unquoted local part
 * (RFC 5321, with its apostrophe: o'brien@example.com), a domain that ends in letters (or `xn--`): what goes on
 * after it, such as `-20260127`, makes it no address. Everything is bounded, so that hostile text costs no time.
 */
const EMAIL =
  /(?<![^\s<>()[\]",;:=/|'])(?<![\p{L}\p{N}.!#$%&*+_~-]'{1,64})([\p{L}\p{N}!#$%&*+_~-](?:[\p{L}\p{N}.!#$%&*+_~'-]{0,62}[\p{L}\p{N}!#$%&*+_~-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:\p{L}{2,63}|xn--[a-z\d-]{1,59}))(?![^\s<>()[\]"',;:=/|])/giu;

/** The different e-mail addresses in a text, without regard to case. */
export function emailsIn(text: string): string[] {
  const found = text.match(EMAIL) ?? [];
  return [...new Map(found.map((email) => [email.toLowerCase(), email])).values()];
}
