/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { createDelivery, type SampleRecord } from './delivery';
import { HOUR, toIndexDay, type Micros } from './instants';
import { toOlderCollector, toReceiptPeriod, toSilences } from './log_conditions';
import { personTraffic } from './person_traffic';
import { toSamplePeriod, type SampleOptions, type SamplePeriod } from './sample_period';
import { clock } from './script';
import { attackLines } from './ssh_attacks';
import { everydayLines, toLineWriter } from './ssh_everyday';
import { toReserved } from './ssh_scene';
import { scriptedLines, sshScenes } from './ssh_script';
import { scriptedRequests } from './scripted_requests';
import { systemTraffic } from './system_traffic';
import { writeStages } from './write_stages';

/** One document to index; it has no id, since OpenSearch gives one to every delivery. */
export interface SampleDocument {
  index: string;
  source: object;
}

/** Share of the persons in all requests: more than in a real log, where they drown. */
const PERSONS_SHARE = 0.05;

/** Lines of auth.log per API request. */
const LINES_SHARE = 0.15;

/** Share of lines that are attacks from outside. */
const ATTACKS_SHARE = 0.12;

function byHour<T extends { at: Micros }>(items: readonly T[]): Map<number, T[]> {
  const hours = new Map<number, T[]>();
  for (const item of items) {
    const hour = Math.floor(item.at / HOUR);
    const known = hours.get(hour);
    if (known) known.push(item);
    else hours.set(hour, [item]);
  }
  return hours;
}

/** Walks the period hour by hour, so that only an hour's records are in memory, and some open ends. */
function* deliverHours(period: SamplePeriod): Generator<SampleRecord> {
  const scripted = scriptedRequests(period);
  const scriptedByHour = byHour(scripted);
  const personEvents = period.events * PERSONS_SHARE;
  const persons = personTraffic(period, personEvents);
  const systems = systemTraffic(period, period.events - personEvents - scripted.length);
  const receipts = toReceiptPeriod(period);
  // The dump of the story, and the grant before it, are among the records that arrive twice.
  const retriedAt = [clock(period.storyDay, '18:04:50'), clock(period.storyDay, '06:41:18')];
  const delivery = createDelivery(period, toSilences(period), retriedAt);

  const write = (request: ApiRequest): void => {
    // Whatever began before the data or comes after it is not in it, not even with its end.
    if (request.at < period.start || request.at > period.now) return;
    const { spec, at } = request;
    const { cluster } = spec;
    const logsReceipt = cluster === receipts.cluster && at >= receipts.from && at < receipts.to;
    writeStages(request, logsReceipt, (written, source) =>
      delivery.add({ at: written, cluster, log: 'kubeaudit', source, userKind: spec.by.kind })
    );
  };

  const lines = period.events * LINES_SHARE;
  const scenes = sshScenes(period);
  const everyday = everydayLines(period, lines, toReserved(scenes));
  const attacks = attackLines(period, lines * ATTACKS_SHARE);
  const linesByHour = byHour(scriptedLines(period, scenes));
  const writeLine = toLineWriter(toOlderCollector(period), delivery.add);

  for (let hour = Math.floor(period.start / HOUR) * HOUR; hour <= period.now; hour += HOUR) {
    systems(hour, write);
    persons(hour, write);
    scriptedByHour.get(Math.floor(hour / HOUR))?.forEach(write);
    everyday(hour, writeLine);
    attacks(hour, writeLine);
    linesByHour.get(Math.floor(hour / HOUR))?.forEach(writeLine);
    yield* delivery.take(hour);
  }
}

/** The records of a period with what the generator knows about them, for the truth. */
export function* generateRecords(
  options: SampleOptions
): Generator<SampleRecord & { index: string }> {
  const period = toSamplePeriod(options);
  const indexNames = new Map<string, string>();
  let number = 0;
  let lastDay = '';
  for (const record of deliverHours(period)) {
    const day = toIndexDay(record.at);
    if (day > lastDay) {
      number += 1;
      lastDay = day;
    }
    // The write alias has moved on by the time a late record arrives.
    const key = `${record.log}-default-${lastDay}`;
    let index = indexNames.get(key);
    if (!index) {
      index = `${key}-${String(number).padStart(6, '0')}`;
      indexNames.set(key, index);
    }
    yield { ...record, index };
  }
}

/**
 * Writes the sample data: audit records and auth.log lines of two clusters, for some days up to `now`,
 * in the shape in which fluentd delivers them. The same options give the same documents.
 *
 * Documents come hour by hour in the order of delivery: by time, but for a few that arrive late. Those
 * that a retried chunk delivered twice come twice.
 *
 * @throws RangeError when an option is out of bounds
 */
export function* generateSampleData(options: SampleOptions): Generator<SampleDocument> {
  for (const { index, source } of generateRecords(options)) yield { index, source };
}
