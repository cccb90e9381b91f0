/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeExclude } from '../../common/api/kube_filters';
import { EMPTY_STATE, type AuditState, type ValueFilter } from './audit_state';
import type { FilterChange } from './filter_change';

function without(lists: KubeExclude, key: ValueFilter, value: string): KubeExclude {
  const rest = ((lists[key] ?? []) as string[]).filter((item) => item !== value);
  const { [key]: _removed, ...others } = lists;
  return rest.length > 0 ? ({ ...others, [key]: rest } as KubeExclude) : others;
}

function withValue(lists: KubeExclude, key: ValueFilter, value: string): KubeExclude {
  const rest = ((lists[key] ?? []) as string[]).filter((item) => item !== value);
  return { ...lists, [key]: [...rest, value] } as KubeExclude;
}

function changeImpersonated(state: AuditState, { kind, value }: FilterChange): AuditState {
  const names = Array.isArray(state.impersonated) ? state.impersonated : [];
  const others = names.filter((name) => name !== value);
  if (kind === 'include') return { ...state, impersonated: [...others, value] };
  if (kind === 'exclude') return { ...state, impersonated: false };
  return { ...state, impersonated: others.length > 0 ? others : undefined };
}

/** Applies the click on a value. A value is never both wanted and unwanted. */
export function applyFilterChange(state: AuditState, change: FilterChange): AuditState {
  const { kind, key, value } = change;
  if (key === 'impersonatedUsers') return changeImpersonated(state, change);
  const include = without(state.include, key, value);
  const exclude = without(state.exclude, key, value);
  if (kind === 'include') return { ...state, exclude, include: withValue(include, key, value) };
  if (kind === 'exclude') return { ...state, include, exclude: withValue(exclude, key, value) };
  return { ...state, include, exclude };
}

/** Replaces the values of one filter. */
export function setFilterValues(
  state: AuditState,
  key: ValueFilter,
  include: readonly string[],
  exclude: readonly string[] = (state.exclude[key] ?? []) as string[]
): AuditState {
  const replace = (lists: KubeExclude, values: readonly string[]): KubeExclude => {
    const { [key]: _replaced, ...others } = lists;
    return values.length > 0 ? ({ ...others, [key]: [...values] } as KubeExclude) : others;
  };
  return {
    ...state,
    include: replace(state.include, include),
    exclude: replace(state.exclude, exclude),
  };
}

/** Takes all filters away; the period stays. */
export function clearFilters(state: AuditState): AuditState {
  return { ...EMPTY_STATE, timeRange: state.timeRange };
}
