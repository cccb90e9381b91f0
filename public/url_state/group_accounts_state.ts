/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { USE_ORIGINS, type GroupAccountsRequest } from '../../common/api/group_accounts';
import { MAX_VALUE_LENGTH } from '../../common/api/kube_filters';
import type { TimeRange } from '../../common/api/time_range';
import { ATTRIBUTION_STATUSES } from '../../common/attribution/attribution';
import type { DroppedParameter } from './dropped_parameter';
import { HOST_PARAMETERS } from './host_parameters';
import { readTimeRange } from './read_time_range';
import { readValues } from './read_values';

export type GroupFilters = NonNullable<GroupAccountsRequest['filters']>;

/** Filters of the view, in the order in which they are shown and written. */
export const GROUP_FILTERS = [
  'accounts',
  'persons',
  'clusters',
  'hosts',
  'origins',
  'statuses',
] as const satisfies ReadonlyArray<keyof GroupFilters>;

export type GroupFilter = (typeof GROUP_FILTERS)[number];

/** Parts of the view that are looked at one at a time. */
export const GROUP_TABS = ['uses', 'unknown', 'directory', 'assessment'] as const;

export type GroupTab = (typeof GROUP_TABS)[number];

/** Everything that the view of group accounts can be asked: it is all in the address. */
export interface GroupState {
  timeRange: TimeRange;
  filters: GroupFilters;
  tab: GroupTab;
  /** Key of the use that is open. */
  use?: string;
}

const text = z.string().min(1).max(MAX_VALUE_LENGTH);
const SCHEMAS: Record<GroupFilter, z.ZodType<string>> = {
  accounts: text,
  persons: text,
  clusters: text,
  hosts: text,
  origins: z.enum(USE_ORIGINS),
  statuses: z.enum(ATTRIBUTION_STATUSES),
};
const tabs = z.enum(GROUP_TABS);
const key = z.string().min(1).max(2048);

const KNOWN = new Set<string>(['from', 'to', 'tab', 'use', ...GROUP_FILTERS, ...HOST_PARAMETERS]);

/** The filters with these values under the key, and without the key when there are none. */
export function withGroupValues(
  filters: GroupFilters,
  filter: GroupFilter,
  values: readonly string[]
): GroupFilters {
  const next: Partial<Record<GroupFilter, readonly string[]>> = { ...filters };
  delete next[filter];
  if (values.length > 0) next[filter] = [...values];
  // Values of fixed lists come from checked places only: the address, and the lists themselves.
  return next as GroupFilters;
}

function readOne<T>(
  search: URLSearchParams,
  name: string,
  schema: z.ZodType<T>,
  dropped: DroppedParameter[]
): T | undefined {
  const value = search.get(name);
  if (value === null) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  dropped.push({ name, value, why: 'invalid' });
  return undefined;
}

/** Reads the search part of an address. Never throws: what is not understood is left out and named. */
export function parseGroupState(
  searchPart: string,
  usual: TimeRange
): { state: GroupState; dropped: DroppedParameter[] } {
  const search = new URLSearchParams(searchPart);
  const dropped: DroppedParameter[] = [];
  const filters = GROUP_FILTERS.reduce<GroupFilters>(
    (read, filter) =>
      withGroupValues(read, filter, readValues(search, filter, SCHEMAS[filter], dropped)),
    {}
  );
  const state: GroupState = {
    timeRange: readTimeRange(search, usual, dropped),
    filters,
    tab: readOne(search, 'tab', tabs, dropped) ?? 'uses',
    use: readOne(search, 'use', key, dropped),
  };
  for (const [name, value] of search) {
    if (!KNOWN.has(name)) dropped.push({ name, value, why: 'unknown' });
  }
  return { state, dropped };
}

/** Writes the state as the search part of an address; what is as usual is left out, the period is not. */
export function writeGroupState({ timeRange, filters, tab, use }: GroupState): string {
  const search = new URLSearchParams({ from: timeRange.from, to: timeRange.to });
  for (const filter of GROUP_FILTERS) {
    for (const value of filters[filter] ?? []) search.append(filter, value);
  }
  if (tab !== 'uses') search.set('tab', tab);
  if (use !== undefined) search.set('use', use);
  return `?${search.toString()}`;
}
