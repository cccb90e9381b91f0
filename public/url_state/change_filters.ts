/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { MAX_FILTER_VALUES } from '../../common/api/kube_filters';
import type { AuditState, ValueFilter } from './audit_state';
import type { FilterChange } from './filter_change';
import { withValues } from './with_values';

function changeImpersonated(state: AuditState, { kind, value }: FilterChange): AuditState {
  if (kind === 'include') return { ...state, impersonated: [value] };
  if (kind === 'exclude' || !Array.isArray(state.impersonated)) return state;
  const others = state.impersonated.filter((name) => name !== value);
  return { ...state, impersonated: others.length > 0 ? others : undefined };
}

/**
 * Applies the click on a value. "Filter for" asks for that value only, "exclude" adds to what is left out;
 * a value is never both wanted and unwanted.
 */
export function applyFilterChange(state: AuditState, change: FilterChange): AuditState {
  const { kind, key, value } = change;
  if (key === 'impersonatedUsers') return changeImpersonated(state, change);
  const others = (values: readonly string[] = []) => values.filter((other) => other !== value);
  const wanted = others(state.include[key]);
  const unwanted = others(state.exclude[key]);
  if (kind === 'include') return setFilterValues(state, key, [value], unwanted);
  if (kind === 'exclude') return setFilterValues(state, key, wanted, [...unwanted, value]);
  return setFilterValues(state, key, wanted, unwanted);
}

/** Whether a state can be asked: the API takes so many values of a filter. */
export function isTooMany({ include, exclude }: AuditState, key: ValueFilter): boolean {
  const { length: wanted } = include[key] ?? [];
  const { length: unwanted } = exclude[key] ?? [];
  return wanted > MAX_FILTER_VALUES || unwanted > MAX_FILTER_VALUES;
}

/** Replaces the values of one filter. */
export function setFilterValues(
  state: AuditState,
  key: ValueFilter,
  include: readonly string[],
  exclude: readonly string[] = state.exclude[key] ?? []
): AuditState {
  return {
    ...state,
    include: withValues(state.include, key, include),
    exclude: withValues(state.exclude, key, exclude),
  };
}

/** Takes all filters away; the period and the choice about system traffic stay. */
export function clearFilters({ timeRange, system }: AuditState): AuditState {
  return { timeRange, system, include: {}, exclude: {} };
}
