/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  kubeFiltersSchema,
  kubeExcludeSchema,
  type KubeExclude,
} from '../../common/api/kube_filters';
import type { DocumentRef } from '../../common/api/kube_events';
import { timeRangeSchema, type TimeRange } from '../../common/api/time_range';

/** Filters that take a list of values, in the order in which they are shown and written. */
export const VALUE_FILTERS = [
  'users',
  'userKinds',
  'clusters',
  'verbs',
  'resources',
  'namespaces',
  'names',
  'outcomes',
  'denials',
  'sourceIps',
] as const satisfies ReadonlyArray<keyof KubeExclude>;

export type ValueFilter = (typeof VALUE_FILTERS)[number];

/** Everything that the view can be asked, and nothing else: it is all in the address. */
export interface AuditState {
  timeRange: TimeRange;
  include: KubeExclude;
  exclude: KubeExclude;
  /** As somebody else: yes, no, or as one of these. */
  impersonated?: boolean | string[];
  /** Controllers, nodes and service accounts too, not only people. */
  system: boolean;
  /** The event that is open. */
  event?: DocumentRef;
}

/** Period of a view that is opened without one. */
export const DEFAULT_TIME_RANGE: TimeRange = { from: 'now-7d', to: 'now' };

/** The view as it is first opened. */
export const EMPTY_STATE: AuditState = {
  timeRange: DEFAULT_TIME_RANGE,
  include: {},
  exclude: {},
  system: false,
};

const EXCLUDE = 'exclude.';

/** Reads a list of values with the contract of the API. One bad value spoils neither the others nor the view. */
function readValues(params: URLSearchParams, prefix: string, dropped: string[]): KubeExclude {
  const values: Record<string, string[]> = {};
  for (const name of VALUE_FILTERS) {
    const given = [...new Set(params.getAll(prefix + name))];
    const valid = given.filter((value) => kubeExcludeSchema.safeParse({ [name]: [value] }).success);
    const kept = kubeExcludeSchema.safeParse({ [name]: valid }).success
      ? valid
      : valid.slice(0, 60);
    if (kept.length < given.length) dropped.push(prefix + name);
    if (kept.length > 0) values[name] = kept;
  }
  return values as KubeExclude;
}

function readImpersonated(params: URLSearchParams, dropped: string[]): AuditState['impersonated'] {
  const given = params.getAll('impersonated');
  if (given.length === 0) return undefined;
  if (given.length === 1 && (given[0] === 'true' || given[0] === 'false'))
    return given[0] === 'true';
  // A user may be called "true": names are written with a prefix.
  const names = given.filter((value) => value.startsWith('as:')).map((value) => value.slice(3));
  const parsed = kubeFiltersSchema.safeParse({ impersonated: names });
  if (!parsed.success || names.length < given.length) dropped.push('impersonated');
  return parsed.success ? names : undefined;
}

function readEvent(params: URLSearchParams): DocumentRef | undefined {
  const text = params.get('event');
  const slash = text?.indexOf('/') ?? -1;
  if (!text || slash < 1 || slash === text.length - 1) return undefined;
  return { index: text.slice(0, slash), id: text.slice(slash + 1) };
}

/**
 * Reads the state from the query of an address. Never throws: what is not understood is left out and named.
 *
 * @returns the state, and the names of parameters that were left out in whole or in part
 */
export function parseAuditState(search: string): { state: AuditState; dropped: string[] } {
  const params = new URLSearchParams(search);
  const dropped: string[] = [];
  const range = timeRangeSchema.safeParse({
    from: params.get('from') ?? DEFAULT_TIME_RANGE.from,
    to: params.get('to') ?? DEFAULT_TIME_RANGE.to,
  });
  if (!range.success) dropped.push('from', 'to');
  const event = readEvent(params);
  if (params.has('event') && !event) dropped.push('event');
  const state: AuditState = {
    timeRange: range.success ? range.data : DEFAULT_TIME_RANGE,
    include: readValues(params, '', dropped),
    exclude: readValues(params, EXCLUDE, dropped),
    impersonated: readImpersonated(params, dropped),
    system: params.get('system') === 'true',
    event,
  };
  return { state, dropped };
}

/** Writes the state as the query of an address; what is as by default is left out, the period is not. */
export function writeAuditState(state: AuditState): string {
  const params = new URLSearchParams();
  params.set('from', state.timeRange.from);
  params.set('to', state.timeRange.to);
  for (const name of VALUE_FILTERS) {
    for (const value of state.include[name] ?? []) params.append(name, value);
  }
  for (const name of VALUE_FILTERS) {
    for (const value of state.exclude[name] ?? []) params.append(EXCLUDE + name, value);
  }
  if (typeof state.impersonated === 'boolean') {
    params.set('impersonated', String(state.impersonated));
  } else {
    for (const name of state.impersonated ?? []) params.append('impersonated', `as:${name}`);
  }
  if (state.system) params.set('system', 'true');
  if (state.event) params.set('event', `${state.event.index}/${state.event.id}`);
  return params.toString();
}
