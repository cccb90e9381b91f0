/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';

const QUARTER_MS = 15 * 60_000;

/** How far a zone is from UTC at an instant. */
interface Offset {
  /** East of UTC. */
  minutes: number;
  /** As `UTC+01:00`. */
  label: string;
}

/** Writes instants in UTC and in the zone of the reader. */
export class LocalColumns {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, Offset>();

  /** @throws AuditError `invalid_request` for a zone that this server does not know */
  constructor(readonly timeZone: string) {
    try {
      this.format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new AuditError('invalid_request', `timeZone: "${timeZone}" is no time zone`);
    }
  }

  /** Local time and offset such as `2026-01-27T11:00:00.100`, `UTC+01:00`: a cell that begins with a sign is a formula. */
  of(ms: number): [string, string] {
    if (Number.isNaN(ms)) return ['', ''];
    const { minutes, label } = this.offset(ms);
    return [new Date(ms + minutes * 60_000).toISOString().slice(0, -1), label];
  }

  /** No zone changes within a quarter of an hour. */
  private offset(ms: number): Offset {
    const quarter = Math.floor(ms / QUARTER_MS);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    const at = quarter * QUARTER_MS;
    const parts = Object.fromEntries(
      this.format.formatToParts(at).map(({ type, value }) => [type, Number(value)])
    );
    const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
    const minutes = Math.round((local - at) / 60_000);
    if (this.offsets.size > 10_000) this.offsets.clear();
    const absolute = Math.abs(minutes);
    const two = (value: number) => String(value).padStart(2, '0');
    const label = `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
    const offset = { minutes, label };
    this.offsets.set(quarter, offset);
    return offset;
  }
}
