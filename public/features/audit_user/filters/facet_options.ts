/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Facet } from '../../../../common/api/kube_summary';

/** A value that can be chosen: wanted (`on`), unwanted (`off`), or neither. */
export interface FacetOption {
  value: string;
  /** Events; absent for a chosen value that the answer does not list. */
  count?: number;
  checked?: 'on' | 'off';
}

/** Values of a facet with what is chosen of them; chosen values come first, listed or not. */
export function toFacetOptions(
  facet: Facet | undefined,
  include: readonly string[],
  exclude: readonly string[]
): FacetOption[] {
  const counts = new Map(facet?.values.map(({ value, count }) => [value, count]));
  const chosen = [
    ...include.map((value): FacetOption => ({ value, count: counts.get(value), checked: 'on' })),
    ...exclude.map((value): FacetOption => ({ value, count: counts.get(value), checked: 'off' })),
  ];
  const known = new Set([...include, ...exclude]);
  const others = (facet?.values ?? []).filter(({ value }) => !known.has(value));
  return [...chosen, ...others];
}
