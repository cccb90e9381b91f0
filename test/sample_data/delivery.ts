/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { UserKind } from '../../common/kube_audit/user_kind';
import type { AuditDocument } from './audit_document';
import type { AuthlogDocument } from './authlog_document';
import type { ClusterName } from './clusters';
import { HOUR, type Micros } from './instants';
import { createRandom } from './random';
import type { SamplePeriod } from './sample_period';

interface Delivered {
  /** When the record was written on its host; orders the delivery and names the index. */
  at: Micros;
  cluster: ClusterName;
}

/** A record of one of the two kinds, and what the generator knows about it. */
export type SampleRecord = Delivered &
  (
    | { log: 'kubeaudit'; source: AuditDocument; userKind: UserKind }
    | { log: 'authlog'; source: AuthlogDocument }
  );

/** Takes records in any order within some hours, hands them out hour by hour as fluentd would. */
export interface Delivery {
  add(record: SampleRecord): void;
  /** The records delivered in an hour, in the order of delivery. */
  take(hour: Micros): SampleRecord[];
}

/** Share of records that a retried chunk delivers again. */
const REPEATED = 0.003;

/** Records of a chunk that is sent again. */
const CHUNK = 24;

/** Share of records that arrive hours late, from a node that had lost its connection. */
const LATE = 0.0004;

/** A period in which a log holds nothing of one cluster. */
export interface Silence {
  log: SampleRecord['log'];
  cluster: ClusterName;
  from: Micros;
  to: Micros;
}

/**
 * @param silences in which records are lost
 * @param retriedAt instants whose chunk on the workload cluster is sure to be sent twice
 */
export function createDelivery(
  period: SamplePeriod,
  silences: readonly Silence[],
  retriedAt: readonly Micros[]
): Delivery {
  // A stream for each log, so that a change in one leaves the delivery of the other as it was.
  const randoms = {
    kubeaudit: createRandom(period.seed, 'delivery of kubeaudit'),
    authlog: createRandom(period.seed, 'delivery of authlog'),
  };
  // Chunks to be sent again, carried on from hour to hour: chance alone would give a small sample none.
  const due = { kubeaudit: 0, authlog: 0 };
  const pending = new Map<number, SampleRecord[]>();
  const lastHour = Math.floor(period.now / HOUR);
  let nextHour = Math.floor(period.start / HOUR);

  const put = (hour: number, record: SampleRecord) => {
    const bucket = pending.get(hour);
    if (bucket) bucket.push(record);
    else pending.set(hour, [record]);
  };

  const isLost = ({ at, log, cluster }: SampleRecord) =>
    silences.some(
      (each) => each.log === log && each.cluster === cluster && at >= each.from && at < each.to
    );

  /** A chunk holds the records of one log of one cluster, one after the other. */
  const toChunk = (records: readonly SampleRecord[], from: number, size: number) => {
    const first = records[from];
    const alike = records
      .slice(from)
      .filter((each) => each.log === first.log && each.cluster === first.cluster);
    return alike.slice(0, size);
  };

  const retry = (records: SampleRecord[], from: number, size: number) => {
    const chunk = toChunk(records, from, size);
    const after = records.indexOf(chunk[chunk.length - 1], from) + 1;
    records.splice(after, 0, ...chunk);
  };

  const retryAtRandom = (records: SampleRecord[], log: SampleRecord['log']) => {
    const random = randoms[log];
    const own = records.filter((each) => each.log === log);
    if (own.length === 0) return;
    const size = Math.min(CHUNK, own.length);
    due[log] += (REPEATED * own.length) / size;
    for (; due[log] >= 1; due[log] -= 1) retry(records, records.indexOf(random.pick(own)), size);
  };

  return {
    add(record) {
      if (record.at > period.now || record.at < period.start || isLost(record)) return;
      const hour = Math.floor(record.at / HOUR);
      const random = randoms[record.log];
      const late = random.chance(LATE) ? hour + random.int(1, 4) : hour;
      // What was written just before an hour that has been handed out goes with the next.
      put(Math.max(nextHour, Math.min(late, lastHour)), record);
    },
    take(hour) {
      const number = Math.floor(hour / HOUR);
      const records = pending.get(number) ?? [];
      pending.delete(number);
      nextHour = number + 1;
      records.sort((a, b) => a.at - b.at);
      retryAtRandom(records, 'kubeaudit');
      retryAtRandom(records, 'authlog');
      for (const at of retriedAt) {
        const from = records.findIndex(
          (each) => each.at >= at && each.cluster === 'prod-wc' && each.log === 'kubeaudit'
        );
        if (Math.floor(at / HOUR) === number && from >= 0) retry(records, from, 5);
      }
      return records;
    },
  };
}
