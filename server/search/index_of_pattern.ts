/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Whether a concrete index belongs to a configured index pattern. The index of a record comes back from the
 * browser, so it is checked to be one plain name (no wildcard, list, date math or exclusion) of that pattern.
 *
 * @param pattern comma-separated names with `*`, exclusions with a leading `-`, each with an optional
 *   `cluster:` prefix for cross-cluster search
 */
export function belongsToPattern(index: string, pattern: string): boolean {
  if (!/^(?:[\w-]+:)?\.?[a-z0-9][^\s,*?"<>|\\/#:A-Z]*$/.test(index)) return false;
  const parts = pattern.split(',').map((part) => part.trim());
  const matches = (part: string) => {
    const expression = part.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${expression.join('.*')}$`).test(index);
  };
  const excluded = parts.filter((part) => part.startsWith('-')).map((part) => part.slice(1));
  const included = parts.filter((part) => part !== '' && !part.startsWith('-'));
  return included.some(matches) && !excluded.some(matches);
}
