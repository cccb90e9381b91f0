/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toApiRequest, type ApiRequest } from './api_request';
import { CLUSTERS, type Cluster } from './clusters';
import { HOUR, MILLISECOND, type Micros } from './instants';
import { createRandom, type Random } from './random';
import type { SamplePeriod } from './sample_period';
import type { SystemActor } from './actor_calls';
import { systemActors } from './system_actors';

/** Writes the requests of one hour, in no order. */
export type HourlyTraffic = (hour: Micros, write: (request: ApiRequest) => void) => void;

const SHARE_OF_CLUSTER = { 'prod-sc': 0.35, 'prod-wc': 0.65 };

/** A controller that reconciles makes several calls that end within a millisecond. */
const SAME_MILLISECOND = 0.1;

/** Actors, each as often as its weight, so that picking one is a single look-up. */
function toWheel(actors: readonly SystemActor[]): SystemActor[] {
  return actors.flatMap((actor) => Array.from({ length: actor.weight }, () => actor));
}

/** Receipt shortly before the end of another request, and an end in the same millisecond as its end. */
function toSameMillisecond({ at, endsAt = at }: ApiRequest, random: Random) {
  const end = Math.floor(endsAt / MILLISECOND) * MILLISECOND + random.int(0, MILLISECOND - 1);
  const micros = random.int(900, 8_000);
  return { at: end - micros, durationMs: micros / MILLISECOND };
}

function clusterTraffic(cluster: Cluster, random: Random, perHour: number): HourlyTraffic {
  const wheel = toWheel(systemActors(cluster));
  return (hour, write) => {
    const count = random.about(perHour * (0.92 + 0.16 * random.next()));
    let previous: ApiRequest | undefined;
    for (let i = 0; i < count; i += 1) {
      const ask = random.pick(wheel).ask(random);
      const beside = random.chance(SAME_MILLISECOND) ? previous : undefined;
      const spec = beside
        ? Object.assign(ask, toSameMillisecond(beside, random), { cluster: cluster.name })
        : Object.assign(ask, { cluster: cluster.name, at: hour + random.int(0, HOUR - 1) });
      previous = toApiRequest(spec, random);
      write(previous);
    }
  };
}

/**
 * The constant traffic of controllers, service accounts and kubelets, day and night.
 *
 * @param events how many requests in the whole period, in both clusters together
 */
export function systemTraffic(period: SamplePeriod, events: number): HourlyTraffic {
  const perHour = events / (period.days * 24);
  const parts = CLUSTERS.map((cluster) =>
    clusterTraffic(
      cluster,
      createRandom(period.seed, `system ${cluster.name}`),
      perHour * SHARE_OF_CLUSTER[cluster.name]
    )
  );
  return (hour, write) => parts.forEach((part) => part(hour, write));
}
