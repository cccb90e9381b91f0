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
  const matches = (part: string) => matchesWildcard(index, part);
  const excluded = parts.filter((part) => part.startsWith('-')).map((part) => part.slice(1));
  const included = parts.filter((part) => part !== '' && !part.startsWith('-'));
  return included.some(matches) && !excluded.some(matches);
}

/** Whether a name matches a pattern with `*`. Never goes back, so no name makes it slow. */
function matchesWildcard(name: string, pattern: string): boolean {
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - at >= last.length && name.endsWith(last);
}
