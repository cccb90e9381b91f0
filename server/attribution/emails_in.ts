/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * An e-mail address within free text: a certificate id, a key's comment. Unquoted local part (RFC 5321), a
 * domain with a dot. Both parts are bounded, so that hostile text costs no time.
 */
const EMAIL =
  /(?<![^\s<>()[\]"',;:=/|])[\p{L}\p{N}.!#$%&*+_~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}(?![^\s<>()[\]"',;:=/|])/gu;

/** The different e-mail addresses in a text, without regard to case. */
export function emailsIn(text: string): string[] {
  const found = text.match(EMAIL) ?? [];
  return [...new Map(found.map((email) => [email.toLowerCase(), email])).values()];
}
