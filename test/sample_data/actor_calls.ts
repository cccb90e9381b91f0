/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RequestSpec } from './api_request';
import type { Cluster } from './clusters';
import type { Identity } from './identity';
import type { Random } from './random';
import { conflict, failure } from './response_status';

/** What a program asks; where and when are filled in by the traffic. */
export type SystemAsk = Omit<RequestSpec, 'cluster' | 'at'>;

/** One kind of call that the cluster's own programs make all day. */
export interface SystemActor {
  /** Relative frequency. */
  weight: number;
  ask(random: Random): SystemAsk;
}

const MINUTE_MS = 60_000;

/** Namespace and name of a workload. */
export function split(workload: string): { namespace: string; app: string } {
  const [namespace, app] = workload.split('/');
  return { namespace, app };
}

/** Mostly fine; now and then somebody else was faster, or the API server was not well. */
export function toEnd(random: Random): SystemAsk['ends'] {
  const roll = random.next();
  if (roll < 0.008) return conflict;
  if (roll < 0.0086) return () => failure(500, 'InternalError', 'etcdserver: request timed out');
  if (roll < 0.0089) {
    return () =>
      failure(503, 'ServiceUnavailable', 'the server is currently unable to handle the request');
  }
  return undefined;
}

/** Calls of one service account, each with its weight. */
export function calls(
  who: Identity,
  list: ReadonlyArray<[weight: number, ask: (random: Random) => Omit<SystemAsk, 'by'>]>
): SystemActor[] {
  return list.map(([weight, ask]) => ({
    weight,
    ask: (random) => Object.assign(ask(random), { by: who }),
  }));
}

/** A watch of some minutes. */
export function watch(resource: string, namespace?: string) {
  return (random: Random) => ({
    verb: 'watch',
    resource,
    namespace,
    query: `allowWatchBookmarks=true&resourceVersion=${random.int(250_000_000, 259_999_999)}&timeoutSeconds=${random.int(300, 599)}&watch=true`,
    durationMs: random.int(5 * MINUTE_MS, 10 * MINUTE_MS),
  });
}

/** A write to, or read of, one of the cluster's workloads. */
export function update(resource: string, verb: string, cluster: Cluster, subresource?: string) {
  return (random: Random) => {
    const { namespace, app } = split(random.pick(cluster.workloads));
    return { verb, resource, subresource, namespace, name: app, ends: toEnd(random) };
  };
}
