/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageSourceName } from '../../common/api/coverage';
import { DAY_MS, HOUR_MS, WEEK_MS } from './coverage_plan';
import type { Silence } from './find_silences';
import type { LineKey } from './read_lines';

/** Longest name that a sentence repeats; longer ones are nobody's host. */
const MAX_NAME = 100;

/** What a terminal would act on, and what turns the direction of writing: names come from the log. */
// eslint-disable-next-line no-control-regex -- these are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A name out of the log as part of a sentence. */
export function shownName(name: string): string {
  const text = name.replace(CONTROLS, '\ufffd');
  return text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}…` : text;
}

/** What a source is made of. */
export const UNITS: Record<CoverageSourceName, string> = {
  kubeaudit: 'records',
  authlog: 'lines',
};

/** So many records or lines, in words. */
export function counted(value: number, source: CoverageSourceName): string {
  return value === 1 ? `1 ${UNITS[source].slice(0, -1)}` : `${number(value)} ${UNITS[source]}`;
}

/** Who wrote: a cluster, or a host of one. */
export function subjectOf({ cluster, host }: LineKey, source: CoverageSourceName): string {
  const log = source === 'kubeaudit' ? 'API audit log' : 'login log';
  if (host !== undefined) {
    return cluster === ''
      ? `${shownName(host)} (of no named cluster)`
      : `${shownName(host)} (cluster ${shownName(cluster)})`;
  }
  return cluster === ''
    ? `The ${log} of what names no cluster`
    : `The ${log} of cluster ${shownName(cluster)}`;
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const minuteOf = (ms: number) => new Date(ms).toISOString().slice(11, 16);

/** An instant as a person reads it, in UTC. */
export function at(ms: number): string {
  return `${dayOf(ms)} ${minuteOf(ms)} UTC`;
}

/** A span of time as a person reads it, in UTC. */
export function span(fromMs: number, toMs: number): string {
  return dayOf(fromMs) === dayOf(toMs)
    ? `from ${minuteOf(fromMs)} to ${minuteOf(toMs)} UTC on ${dayOf(fromMs)}`
    : `from ${dayOf(fromMs)} ${minuteOf(fromMs)} to ${at(toMs)}`;
}

/** A length of time in words, with its article: `an hour`, `3 hours`. */
export function per(stepMs: number): string {
  if (stepMs === HOUR_MS) return 'an hour';
  if (stepMs === DAY_MS) return 'a day';
  if (stepMs === WEEK_MS) return 'a week';
  if (stepMs < DAY_MS) return `in ${stepMs / HOUR_MS} hours`;
  return stepMs % WEEK_MS === 0 ? `in ${stepMs / WEEK_MS} weeks` : `in ${stepMs / DAY_MS} days`;
}

/** How long something took, roughly. */
export function lengthOf(ms: number): string {
  if (ms >= 2 * DAY_MS) return `${Math.floor(ms / DAY_MS)} days`;
  if (ms >= 2 * HOUR_MS) return `${Math.floor(ms / HOUR_MS)} hours`;
  return `${Math.max(1, Math.floor(ms / 60_000))} minutes`;
}

/** A number of whole records as it is written in a sentence. */
export function number(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Why a silence is one: what was usual, and what was there. */
export function silenceMessage(
  key: LineKey,
  silence: Silence,
  source: CoverageSourceName,
  stepMs: number
): string {
  const { fromMs, toMs, ongoing, untilNow, usualPerBar, expected, basis } = silence;
  const rate = `about ${number(usualPerBar)} ${UNITS[source]} ${per(stepMs)}`;
  const when =
    basis === 'neighbouring_days'
      ? stepMs < DAY_MS
        ? 'at these hours of the neighbouring days'
        : 'in the time around it'
      : 'at other times (there are no neighbouring days to compare)';
  const none = ongoing
    ? untilNow
      ? `none since ${at(fromMs)}, until now`
      : `none since ${at(fromMs)}; looked at until ${at(toMs)}`
    : `none ${span(fromMs, toMs)}`;
  return `${subjectOf(key, source)} had ${rate} ${when}, and ${none}: some ${number(expected)} are missing, or nothing was written.`;
}
