/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Writes a string as a quoted literal of the Dashboards Query Language, in which a backslash escapes
 * itself and the quote. Nothing in the value can end the literal.
 */
export function toKqlLiteral(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
