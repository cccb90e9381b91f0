/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Microseconds since 1970, UTC. The API server and rsyslog both write microseconds. */
export type Micros = number;

export const MILLISECOND = 1_000;
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

let hourCached = Number.NaN;
let hourText = '';

/** `2026-01-27T10:00:00.104211`; most calls fall into the hour of the call before, hence the cache. */
function toMicrosText(at: Micros): string {
  const hour = Math.floor(at / HOUR);
  if (hour !== hourCached) {
    hourText = new Date(hour * 3_600_000).toISOString().slice(0, 14);
    hourCached = hour;
  }
  const rest = at - hour * HOUR;
  const minute = Math.floor(rest / MINUTE);
  const second = Math.floor((rest - minute * MINUTE) / SECOND);
  const micros = String(1_000_000 + (rest % SECOND)).slice(1);
  return `${hourText}${TWO_DIGITS[minute]}:${TWO_DIGITS[second]}.${micros}`;
}

/** As `requestReceivedTimestamp` is written by the API server: `2026-01-27T10:00:00.100000Z`. */
export function toReceivedText(at: Micros): string {
  return `${toMicrosText(at)}Z`;
}

/** As `@timestamp` is written by fluentd: `2026-01-27T10:00:00.104211000+00:00`. */
export function toStageText(at: Micros): string {
  return `${toMicrosText(at)}000+00:00`;
}

/** As Kubernetes objects hold it: `2026-01-27T10:00:00Z`. */
export function toSecondText(at: Micros): string {
  return `${toMicrosText(at).slice(0, 19)}Z`;
}

/** `2026.01.27`, as index names hold it. */
export function toIndexDay(at: Micros): string {
  return toMicrosText(at).slice(0, 10).replace(/-/g, '.');
}

/** 0 is Sunday, as in `Date`. */
export function toWeekday(at: Micros): number {
  return new Date(at / MILLISECOND).getUTCDay();
}

/** Midnight (UTC) of the day of an instant. */
export function toMidnight(at: Micros): Micros {
  return Math.floor(at / DAY) * DAY;
}

/**
 * The same second with some microseconds, as a clock shows them: whoever reads the log takes a time without any
 * for one that was cut.
 */
export function withMicros(at: Micros): Micros {
  const second = Math.floor(at / SECOND);
  return second * SECOND + 100_001 + ((second * 7_919) % 799_993);
}
