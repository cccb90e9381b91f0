/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from '../authlog_record';
import { TimeOrder } from './time_order';

let delivered = 0;

/** A line at that time; its text is its own unless it is given. */
function line(time: string, more: Partial<AuthlogLine> = {}): AuthlogLine {
  delivered += 1;
  const timeMs = Date.parse(time);
  return {
    index: 'a',
    id: `d${delivered}`,
    cluster: 'wc',
    host: 'node-1',
    ident: 'sshd',
    message: 'text',
    timeMs,
    timeToMs: timeMs,
    time,
    precision: 'exact',
    repaired: false,
    order: delivered,
    ...more,
  };
}

const repaired = (time: string, more: Partial<AuthlogLine> = {}) =>
  line(time, { repaired: true, precision: 'second', ...more });

/** What is handed on of lines that were delivered twice: how many, marked ones as `perhaps`. */
function taken(lines: readonly AuthlogLine[], misread: AuthlogLine[] = []) {
  const found: string[] = [];
  const order = new TimeOrder(misread, ({ perhapsRepeated }) =>
    found.push(perhapsRepeated ? 'perhaps' : 'taken')
  );
  lines.forEach((each) => order.add(each));
  order.finish();
  return { found, duplicates: order.duplicates };
}

const FINE = '2026-01-27T08:15:02.123456Z';
const WHOLE = '2026-01-27T08:15:02Z';
const PADDED = '2026-01-27T08:15:02.000000000+00:00';

describe('a line that was delivered twice', () => {
  it('counts once where its time has a fraction', () => {
    expect(taken([line(FINE), line(FINE, { index: 'b' })])).toEqual({
      found: ['taken'],
      duplicates: 1,
    });
  });

  it.each([WHOLE, PADDED])('counts once where it has a pid and the time %s', (time) => {
    const twice = [line(time, { pid: '7' }), line(time, { pid: '7' }), line(time, { pid: '7' })];
    expect(taken(twice)).toEqual({ found: ['taken'], duplicates: 2 });
  });

  it('counts once where its time was repaired and it has a pid, whatever stands between', () => {
    const between = Array.from({ length: 200 }, (_, i) => repaired(WHOLE, { message: `x${i}` }));
    const twice = [repaired(WHOLE, { pid: '7' }), ...between, repaired(WHOLE, { pid: '7' })];
    expect(taken([], twice)).toMatchObject({ duplicates: 1 });
  });

  it('counts once although many others have its very time', () => {
    const others = Array.from({ length: 200 }, (_, i) => line(FINE, { message: `x${i}` }));
    expect(taken([line(FINE), ...others, line(FINE)])).toMatchObject({ duplicates: 1 });
  });

  it('is marked where two lines of one second may well be alike', () => {
    expect(taken([line(WHOLE), line(WHOLE)])).toEqual({
      found: ['taken', 'perhaps'],
      duplicates: 0,
    });
    expect(taken([], [repaired(WHOLE), repaired(WHOLE)]).found).toEqual(['taken', 'perhaps']);
  });
});

describe('a line that was delivered twice with its time written in two ways', () => {
  const MILLI = '2026-01-27T08:15:02.123Z';
  const LOCAL = '2026-01-27T10:15:02.123456+02:00';

  it('counts once where both name one instant', () => {
    expect(taken([line(FINE), line(LOCAL)])).toEqual({ found: ['taken'], duplicates: 1 });
  });

  it.each([MILLI, WHOLE, PADDED])(
    'is marked without a pid, and counts once with one: %s',
    (time) => {
      expect(taken([line(time), line(FINE)])).toEqual({
        found: ['perhaps', 'perhaps'],
        duplicates: 0,
      });
      expect(taken([line(time, { pid: '7' }), line(FINE, { pid: '7' })])).toEqual({
        found: ['taken'],
        duplicates: 1,
      });
    }
  );

  it('is marked where one of the two was misread', () => {
    expect(taken([line(FINE)], [repaired(WHOLE)]).found).toEqual(['perhaps', 'perhaps']);
    const ofDay = repaired('2026-01-27T00:00:00Z', {
      precision: 'hour_unknown',
      timeToMs: Date.parse('2026-01-27T23:59:59Z'),
      pid: '7',
    });
    expect(taken([line(FINE, { pid: '7' })], [ofDay]).found).toEqual(['taken', 'perhaps']);
    expect(taken([line('2026-01-28T08:15:02.1Z', { pid: '7' })], [ofDay]).found).toEqual([
      'taken',
      'taken',
    ]);
  });

  it('is two where the digits differ', () => {
    for (const other of ['2026-01-27T08:15:02.123457Z', '2026-01-27T08:15:02.124Z']) {
      expect(taken([line(FINE), line(other)]).found).toEqual(['taken', 'taken']);
    }
    expect(taken([line(WHOLE), line('2026-01-27T08:15:03.5Z')]).found).toEqual(['taken', 'taken']);
  });
});

describe('two lines of one second with one text', () => {
  it.each<[string, Partial<AuthlogLine>]>([
    ['pids', { pid: '8' }],
    ['hosts', { host: 'node-2' }],
    ['clusters', { cluster: 'sc' }],
    ['programs', { ident: 'sudo' }],
    ['texts', { message: 'other' }],
  ])('of different %s are two', (_, other) => {
    for (const make of [line, repaired]) {
      const two = [make(WHOLE, { pid: '7' }), make(WHOLE, { pid: '7', ...other })];
      const result = make === line ? taken(two) : taken([], two);
      expect(result).toEqual({ found: ['taken', 'taken'], duplicates: 0 });
    }
  });

  it('of different seconds are two', () => {
    const later = '2026-01-27T08:15:03Z';
    expect(taken([line(WHOLE, { pid: '7' }), line(later, { pid: '7' })]).found).toEqual([
      'taken',
      'taken',
    ]);
  });
});
