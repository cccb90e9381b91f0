/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeExclude, KubeFilters } from '../../../common/api/kube_filters';
import { toDenial, toOutcome } from '../../../common/kube_audit/outcome';
import { toUserKind } from '../../../common/kube_audit/user_kind';
import type { KubeRecord } from '../record/kube_record';

/** Name of a filter that takes a list of values. */
export type ValueFilterName = keyof KubeExclude;

/**
 * Values that an event has for each filter. One list a filter, since an event has several addresses.
 *
 * @param event all stages of the event, merged
 */
export function filterValues(
  event: KubeRecord,
  groupAccounts: readonly string[]
): Record<ValueFilterName, string[]> {
  const one = (value: string | undefined) => (value === undefined || value === '' ? [] : [value]);
  return {
    users: one(event.user),
    userKinds: [toUserKind(event.user, groupAccounts)],
    clusters: one(event.cluster),
    verbs: one(event.verb),
    resources: one(event.qualifiedResource),
    namespaces: one(event.namespace),
    names: one(event.name),
    outcomes: [toOutcome(event.code)],
    denials: one(toDenial(event.code, event.decision)),
    sourceIps: event.sourceIps,
  };
}

/**
 * Whether an event, all its stages merged, passes the filters: the one place that decides. The query to
 * OpenSearch only narrows down what this function then looks at.
 */
export function matchesFilters(
  event: KubeRecord,
  filters: KubeFilters,
  groupAccounts: readonly string[]
): boolean {
  const values = filterValues(event, groupAccounts);
  const { impersonated, exclude, ...include } = filters;
  for (const name of Object.keys(include) as ValueFilterName[]) {
    const wanted = include[name] as readonly string[] | undefined;
    if (wanted && !passes(values[name], wanted)) return false;
  }
  for (const name of Object.keys(exclude ?? {}) as ValueFilterName[]) {
    const unwanted = exclude?.[name] as readonly string[] | undefined;
    if (unwanted && values[name].some((value) => unwanted.includes(value))) return false;
  }
  return passesImpersonated(event.impersonatedUser, impersonated);
}

function passes(found: readonly string[], wanted: readonly string[]): boolean {
  return found.some((value) => wanted.includes(value));
}

function passesImpersonated(
  found: string | undefined,
  wanted: KubeFilters['impersonated']
): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'boolean') return (found !== undefined) === wanted;
  return passes(found === undefined ? [] : [found], wanted);
}
