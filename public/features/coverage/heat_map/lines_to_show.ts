/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageLine } from '../../../../common/api/coverage';

/** Rows shown at first: each has up to 200 cells. */
const SHOWN = 30;

/** The rows that matter most, in the order of the answer: clusters, then what has findings, then the rest. */
export function linesToShow(lines: readonly CoverageLine[]): CoverageLine[] {
  if (lines.length <= SHOWN) return [...lines];
  const rank = ({ kind, findings }: CoverageLine) =>
    kind === 'cluster' ? 0 : findings.length > 0 ? 1 : 2;
  const chosen = new Set([...lines].sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN));
  return lines.filter((line) => chosen.has(line));
}
