/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toApiRequest } from './api_request';
import { CLUSTERS, WORKLOAD_CLUSTER, type Cluster } from './clusters';
import { unauthenticated, type Identity } from './identity';
import { HOUR, MILLISECOND, toWeekday, type Micros } from './instants';
import type { Flow, FlowPlace } from './person_flow';
import { FLOWS } from './person_flows';
import {
  NADIA,
  NADIA_FORMER_NAME,
  PERSONS,
  toGrant,
  toIdentity,
  type SamplePerson,
} from './persons';
import { createRandom, type Random } from './random';
import type { SamplePeriod } from './sample_period';
import type { HourlyTraffic } from './system_traffic';

/** How busy each hour (UTC) of a working day is; lunch is at eleven. */
const WORKING_HOURS: Record<number, number> = {
  6: 0.5,
  7: 1,
  8: 1.3,
  9: 1.3,
  10: 1.1,
  11: 0.5,
  12: 1.1,
  13: 1.2,
  14: 1,
  15: 0.7,
  16: 0.3,
};

/** Administrators are on call: a little at all hours. */
const ON_CALL = 0.02;

const REQUESTS_OF_A_FLOW = 2.6;
const WORKDAYS_OF_A_WEEK = 5 / 7;

/** The address list that a corporate proxy and its client make up between them. */
const PROXY_CHAIN = ['192.0.2.10', '198.51.100.24', '10.0.16.4'];
const BY_PROXY = 'jonas.weber@example.com';

function toWheel(role: SamplePerson['role']): Flow[] {
  return FLOWS.filter((flow) => flow.roles.includes(role)).flatMap((flow) =>
    Array.from({ length: flow.weight }, () => flow)
  );
}

function toPlace(random: Random, who: SamplePerson, cluster: Cluster): FlowPlace {
  const own = cluster.workloads.filter((each) => each.startsWith(`${who.team}/`));
  const [namespace, app] = random.pick(own.length > 0 ? own : cluster.workloads).split('/');
  return { namespace, app };
}

function toBusyness(hour: Micros, who: SamplePerson): number {
  const weekend = [0, 6].includes(toWeekday(hour));
  const working = weekend ? 0 : (WORKING_HOURS[Math.floor(hour / HOUR) % 24] ?? 0);
  return Math.max(working, who.role === 'administrator' ? ON_CALL : 0);
}

/** The spelling of the day, for the person whose name the identity provider changed. */
function toNamed(
  who: SamplePerson,
  identity: Identity,
  at: Micros,
  period: SamplePeriod
): Identity {
  const former = who === NADIA && at < (period.start + period.now) / 2;
  return former
    ? { ...identity, user: { ...identity.user, username: NADIA_FORMER_NAME } }
    : identity;
}

/**
 * What persons do in working hours. Those whose month is scripted have no part in it.
 *
 * @param events about how many requests in the whole period
 */
export function personTraffic(period: SamplePeriod, events: number): HourlyTraffic {
  const busyHours = Object.values(WORKING_HOURS).reduce((sum, each) => sum + each, 0);
  const activity = PERSONS.reduce((sum, each) => sum + each.activity, 0);
  const flowsPerBusyHour =
    events / (REQUESTS_OF_A_FLOW * busyHours * activity * period.days * WORKDAYS_OF_A_WEEK);
  const random = createRandom(period.seed, 'persons');
  const wheels = {
    administrator: toWheel('administrator'),
    developer: toWheel('developer'),
    auditor: toWheel('auditor'),
  };
  const identities = new Map(PERSONS.map((who) => [who, toIdentity(who)]));

  return (hour, write) => {
    for (const who of PERSONS) {
      const flows = random.about(flowsPerBusyHour * who.activity * toBusyness(hour, who));
      for (let i = 0; i < flows; i += 1) {
        const cluster = who.role === 'developer' ? WORKLOAD_CLUSTER : random.pick(CLUSTERS);
        const place = toPlace(random, who, cluster);
        const start = hour + random.int(0, HOUR - 1);
        const by = toNamed(who, identities.get(who) ?? toIdentity(who), start, period);
        const grant = toGrant(who, place.namespace);
        const sourceIps = who.email === BY_PROXY && random.chance(0.3) ? PROXY_CHAIN : undefined;
        for (const { afterMs, unnamed, ...ask } of random
          .pick(wheels[who.role])
          .steps(random, place, who)) {
          const at = start + afterMs * MILLISECOND + random.int(0, 900);
          const caller = unnamed ? unauthenticated(who.sourceIp, who.userAgent) : by;
          write(
            toApiRequest(
              { ...ask, at, by: caller, cluster: cluster.name, grant, sourceIps },
              random
            )
          );
        }
      }
    }
  };
}
