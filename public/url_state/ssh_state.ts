/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { MAX_VALUE_LENGTH } from '../../common/api/kube_filters';
import type { SshFilters } from '../../common/api/ssh_sessions';
import type { TimeRange } from '../../common/api/time_range';
import { ATTRIBUTION_STATUSES } from '../../common/attribution/attribution';
import type { DroppedParameter } from './dropped_parameter';
import { HOST_PARAMETERS } from './host_parameters';
import { readTimeRange } from './read_time_range';
import { readValues } from './read_values';

/** Filters of the view, in the order in which they are shown and written. */
export const SSH_FILTERS = [
  'persons',
  'accounts',
  'hosts',
  'clusters',
  'sourceIps',
  'fingerprints',
  'statuses',
] as const satisfies ReadonlyArray<keyof SshFilters>;

export type SshFilter = (typeof SSH_FILTERS)[number];

/** Parts of the answer that are looked at one at a time. */
export const SSH_TABS = ['sessions', 'failures', 'unreadable'] as const;

export type SshTab = (typeof SSH_TABS)[number];

/** Everything that the SSH view can be asked: it is all in the address. */
export interface SshState {
  /** As chosen: instants or date math, in the user's zone. */
  timeRange: TimeRange;
  filters: SshFilters;
  tab: SshTab;
  /** Id of the run that is unfolded. */
  run?: string;
  /** Id of the session that is open. */
  session?: string;
}

/** An address as it is understood, and what of it is not. */
export interface ParsedSshAddress {
  state: SshState;
  dropped: DroppedParameter[];
}

const text = z.string().min(1).max(MAX_VALUE_LENGTH);
const status: z.ZodType<string> = z.enum(ATTRIBUTION_STATUSES);
const tabs = z.enum(SSH_TABS);

/** Longest id of a session or a run that is looked for. */
const id = z.string().min(1).max(1024);

const KNOWN = new Set<string>([
  'from',
  'to',
  'tab',
  'run',
  'session',
  ...SSH_FILTERS,
  ...HOST_PARAMETERS,
]);

/** The filters with these values under the key, and without the key when there are none. */
export function withSshValues(
  filters: SshFilters,
  key: SshFilter,
  values: readonly string[]
): SshFilters {
  const next: Partial<Record<SshFilter, readonly string[]>> = { ...filters };
  delete next[key];
  if (values.length > 0) next[key] = [...values];
  // Statuses come from checked places only: the address, and the list of all of them.
  return next as SshFilters;
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

/**
 * Reads the search part of an address. Never throws: what is not understood is left out and named.
 *
 * @param usual period of an address that names none
 */
export function parseSshState(searchPart: string, usual: TimeRange): ParsedSshAddress {
  const search = new URLSearchParams(searchPart);
  const dropped: DroppedParameter[] = [];
  const filters = SSH_FILTERS.reduce<SshFilters>((read, key) => {
    const values = readValues(search, key, key === 'statuses' ? status : text, dropped);
    return withSshValues(read, key, values);
  }, {});
  const state: SshState = {
    timeRange: readTimeRange(search, usual, dropped),
    filters,
    tab: readOne(search, 'tab', tabs, dropped) ?? 'sessions',
    run: readOne(search, 'run', id, dropped),
    session: readOne(search, 'session', id, dropped),
  };
  for (const [name, value] of search) {
    if (!KNOWN.has(name)) dropped.push({ name, value, why: 'unknown' });
  }
  return { state, dropped };
}

/** Writes the state as the search part of an address; what is as usual is left out, the period is not. */
export function writeSshState({ timeRange, filters, tab, run, session }: SshState): string {
  const search = new URLSearchParams({ from: timeRange.from, to: timeRange.to });
  for (const key of SSH_FILTERS) {
    for (const value of filters[key] ?? []) search.append(key, value);
  }
  if (tab !== 'sessions') search.set('tab', tab);
  if (run !== undefined) search.set('run', run);
  if (session !== undefined) search.set('session', session);
  return `?${search.toString()}`;
}
