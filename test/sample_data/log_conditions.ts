/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { DAY, HOUR, MINUTE, toMidnight, type Micros } from './instants';
import { toNode, type ClusterName, type ClusterNode } from './clusters';
import type { Silence } from './delivery';
import type { SamplePeriod } from './sample_period';

/** A stretch of time: from inclusive, to exclusive. */
export interface Stretch {
  cluster: ClusterName;
  from: Micros;
  to: Micros;
}

/** The night in which the service cluster's audit log was silent, for a little over four hours. */
export function toOutage(period: SamplePeriod): Stretch {
  const day = toMidnight(period.workday(0.57));
  const from = day + HOUR + 10 * MINUTE;
  return { cluster: 'prod-sc', from, to: from + 4 * HOUR + 15 * MINUTE };
}

/** Records that never arrive. */
export function toSilences(period: SamplePeriod): Silence[] {
  return [{ ...toOutage(period), log: 'kubeaudit' }];
}

/** Three days in which the service cluster's audit policy logged `RequestReceived` too. */
export function toReceiptPeriod(period: SamplePeriod): Stretch {
  const from = toMidnight(period.now - Math.max(4, Math.round(period.days * 0.7)) * DAY) + 7 * HOUR;
  return { cluster: 'prod-sc', from, to: from + 3 * DAY };
}

/** The hour in which one node still ran an older collector, made for traditional time stamps. */
export function toOlderCollector(period: SamplePeriod): {
  node: ClusterNode;
  from: Micros;
  to: Micros;
} {
  const from = toMidnight(period.start) + DAY + 30 * MINUTE;
  return { node: toNode('prod-sc-worker-0'), from, to: from + HOUR };
}
