/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Replaces lone surrogates, which a JSON document may hold and `encodeURIComponent` throws on.
 */
function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Writes a string as rison does inside a URL: in single quotes, with `!` before `!` and `'`, and the rest
 * percent-encoded so that `#`, `&`, `%` and `+` stay part of the value.
 */
export function toRisonString(text: string): string {
  return `'${encodeURIComponent(toWellFormed(text).replace(/[!']/g, '!$&'))}'`;
}
