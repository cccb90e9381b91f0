/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Whether one pattern with `*` matches the whole text. Linear: no regular expression of foreign making. */
function matchesGlob(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (parts.length === 1) return pattern === text;
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}

/** Whether the title of an index pattern, such as `kubeaudit*,audit-*`, covers a concrete index. */
export function titleCoversIndex(title: string, index: string): boolean {
  return title.split(',').some((pattern) => matchesGlob(pattern.trim(), index));
}

/** What index patterns over this index are likely called: `kubeaudit*` for `kubeaudit-default-2026…`. */
export function toTitleSearch(index: string): string {
  const stem = /^[A-Za-z0-9_]+/.exec(index.replace(/^\.+/, ''))?.[0] ?? '';
  return `${stem}*`;
}
