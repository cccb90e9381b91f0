/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toApiRequest, type ApiRequest, type RequestSpec } from './api_request';
import type { ClusterName } from './clusters';
import type { Identity } from './identity';
import { HOUR, MINUTE, SECOND, type Micros } from './instants';
import { createRandom } from './random';
import type { SamplePeriod } from './sample_period';

/** What a scripted request asks, when cluster, caller and instant are said apart from it. */
export type ScriptedAsk = Omit<RequestSpec, 'cluster' | 'at' | 'by'>;

/** A request at a time of day, `17:52:08` (UTC). */
export type TimedAsk = [time: string, ask: ScriptedAsk];

/** Collects requests that are written by hand, instead of drawn. */
export interface Script {
  /** Adds one request. */
  ask(cluster: ClusterName, at: Micros, by: Identity, ask: ScriptedAsk): void;
  requests: ApiRequest[];
}

/**
 * Starts a script. Its Audit-IDs come from a stream of its own, so that whoever runs it again, such as
 * the truth, gets the same requests.
 */
export function createScript(period: SamplePeriod, name: string): Script {
  const random = createRandom(period.seed, `script ${name}`);
  const requests: ApiRequest[] = [];
  return {
    requests,
    ask(cluster, at, by, ask) {
      const jitter = random.int(0, 900);
      requests.push(toApiRequest({ ...ask, cluster, at: at + jitter, by }, random));
    },
  };
}

/** An instant of a day by its wall clock (UTC): `clock(day, '17:52:08')`. */
export function clock(day: Micros, time: string): Micros {
  const [hours, minutes, seconds = 0] = time.split(':').map(Number);
  return day + hours * HOUR + minutes * MINUTE + Math.round(seconds * SECOND);
}
