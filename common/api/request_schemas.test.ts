/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { z } from 'zod';
import { kubeEventRequestSchema } from './kube_event';
import { kubeEventsRequestSchema, MAX_EVENT_LIMIT } from './kube_events';
import { kubeFiltersSchema, MAX_FILTER_VALUES, MAX_VALUE_LENGTH } from './kube_filters';
import { kubeSummaryRequestSchema } from './kube_summary';
import { MAX_USER_LIMIT, usersRequestSchema } from './users';

const timeRange = { from: 'now-1d', to: 'now' };
const document = { index: 'kubeaudit-1', id: 'x' };

/** Path and code of every complaint; none for what is accepted. */
function complaints(schema: z.ZodTypeAny, value: unknown): string[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${[...issue.path, ...issue.keys].join('.')}: unknown`
      : `${issue.path.join('.')}: ${issue.code}`
  );
}

describe('questions', () => {
  it.each<[string, z.ZodTypeAny, object]>([
    ['users', usersRequestSchema, { timeRange }],
    ['kube_events', kubeEventsRequestSchema, { timeRange }],
    ['kube_summary', kubeSummaryRequestSchema, { timeRange }],
    ['kube_event', kubeEventRequestSchema, { document }],
  ])(
    '%s take the least that says something, and name what they do not know',
    (_, schema, least) => {
      expect(complaints(schema, least)).toEqual([]);
      expect(complaints(schema, { ...least, index: 'x', query: {} })).toEqual([
        'index.query: unknown',
      ]);
      expect(complaints(schema, undefined)).toEqual([': invalid_type']);
      expect(complaints(schema, [])).toEqual([': invalid_type']);
      expect(complaints(schema, 'x')).toEqual([': invalid_type']);
    }
  );

  it('name an unknown key of an inner object with its place', () => {
    const ask = (value: object) => complaints(kubeEventsRequestSchema, { timeRange, ...value });
    expect(ask({ filters: { user: ['x'] } })).toEqual(['filters.user: unknown']);
    expect(ask({ filters: { exclude: { impersonated: true } } })).toEqual([
      'filters.exclude.impersonated: unknown',
    ]);
    expect(ask({ timeRange: { ...timeRange, zone: 'x' } })).toEqual(['timeRange.zone: unknown']);
    expect(complaints(kubeEventRequestSchema, { document: { ...document, routing: 'x' } })).toEqual(
      ['document.routing: unknown']
    );
  });

  it('take no index name, field name or query from the browser', () => {
    const keysOf = (schema: z.ZodObject<z.ZodRawShape>) => Object.keys(schema.shape);
    const keys = [
      ...keysOf(usersRequestSchema),
      ...keysOf(kubeEventsRequestSchema),
      ...keysOf(kubeSummaryRequestSchema),
      ...keysOf(kubeFiltersSchema),
    ];
    for (const key of keys) expect(key).not.toMatch(/index|field|query|sort|script|aggs/i);
  });

  it.each([0, -1, 1.5, NaN, Infinity, '5', null])('refuse %p as a limit', (limit) => {
    expect(complaints(kubeEventsRequestSchema, { timeRange, limit })).not.toEqual([]);
    expect(complaints(usersRequestSchema, { timeRange, limit })).not.toEqual([]);
  });

  it('keep limits within bounds', () => {
    const events = (limit: number) => complaints(kubeEventsRequestSchema, { timeRange, limit });
    const users = (limit: number) => complaints(usersRequestSchema, { timeRange, limit });
    expect([events(1), events(MAX_EVENT_LIMIT), users(MAX_USER_LIMIT)]).toEqual([[], [], []]);
    expect(events(MAX_EVENT_LIMIT + 1)).toEqual(['limit: too_big']);
    expect(users(MAX_USER_LIMIT + 1)).toEqual(['limit: too_big']);
  });

  it('keep texts within bounds', () => {
    const ask = (from: string) =>
      complaints(usersRequestSchema, { timeRange: { from, to: 'now' } });
    expect([ask(''), ask('x'.repeat(65))]).toEqual([
      ['timeRange.from: too_small'],
      ['timeRange.from: too_big'],
    ]);
    expect(complaints(usersRequestSchema, { timeRange, search: 'x'.repeat(257) })).toEqual([
      'search: too_big',
    ]);
    expect(complaints(kubeEventsRequestSchema, { timeRange, cursor: '' })).toEqual([
      'cursor: too_small',
    ]);
    expect(complaints(kubeEventRequestSchema, { document: { index: '', id: '' } })).toEqual([
      'document.index: too_small',
      'document.id: too_small',
    ]);
  });
});

describe('filters', () => {
  const LISTS = ['users', 'clusters', 'verbs', 'resources', 'namespaces', 'names', 'sourceIps'];
  const ENUMS = { userKinds: 'person', outcomes: 'forbidden', denials: 'admission' };

  it.each([...LISTS, ...Object.keys(ENUMS)])('%s refuse an empty list, in exclude too', (name) => {
    expect(complaints(kubeFiltersSchema, { [name]: [] })).toEqual([`${name}: too_small`]);
    expect(complaints(kubeFiltersSchema, { exclude: { [name]: [] } })).toEqual([
      `exclude.${name}: too_small`,
    ]);
  });

  it.each(LISTS)('%s keep the number and the length of values within bounds', (name) => {
    const ask = (values: unknown) => complaints(kubeFiltersSchema, { [name]: values });
    expect(ask(Array(MAX_FILTER_VALUES).fill('x'))).toEqual([]);
    expect(ask(Array(MAX_FILTER_VALUES + 1).fill('x'))).toEqual([`${name}: too_big`]);
    expect(ask(['x'.repeat(MAX_VALUE_LENGTH)])).toEqual([]);
    expect(ask(['x'.repeat(MAX_VALUE_LENGTH + 1)])).toEqual([`${name}.0: too_big`]);
    expect(ask([''])).toEqual([`${name}.0: too_small`]);
    expect(ask('x')).toEqual([`${name}: invalid_type`]);
    expect(ask([{ $ne: 1 }])).toEqual([`${name}.0: invalid_type`]);
  });

  it.each(Object.entries(ENUMS))('%s take known values only', (name, known) => {
    expect(complaints(kubeFiltersSchema, { [name]: [known] })).toEqual([]);
    expect(complaints(kubeFiltersSchema, { [name]: ['x'] })).toEqual([
      `${name}.0: invalid_enum_value`,
    ]);
  });

  it.each([[true], [false], [['bob@example.com']]])('take %j for impersonated', (impersonated) => {
    expect(complaints(kubeFiltersSchema, { impersonated })).toEqual([]);
  });

  it.each([[[]], ['x'], [1], [null]])('refuse %j for impersonated', (impersonated) => {
    expect(complaints(kubeFiltersSchema, { impersonated })).not.toEqual([]);
  });

  it('never throw, whatever the body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(typeof kubeEventsRequestSchema.safeParse(body).success).toBe('boolean');
      })
    );
  });
});
