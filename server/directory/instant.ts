/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

const DATE = /^(\d{4})-(\d\d)-(\d\d)/;

/**
 * Whether an ISO 8601 text is a moment that there was or will be: JavaScript takes 31 February for 3 March, and
 * OpenSearch for none.
 */
export function isInstant(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (Number.isNaN(Date.parse(text)) || day === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
