/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { EVER, routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const at = (i: number) => new Date(Date.UTC(2026, 0, 27) + i * 10).toISOString();

function* requests(count: number) {
  for (let i = 0; i < count; i += 1) {
    const user = `user-${i % 7}@example.com`;
    yield auditRecord({ user, at: at(i), code: i % 5 === 0 ? 403 : 200 });
  }
}

it.each([9_999, 10_000, 10_001, 25_000])('%d events are counted exactly', async (count) => {
  const index = `kubeaudit-count-${count}`;
  await writeRecords(index, requests(count));
  const routes = routesAs({ indexPattern: index });
  const { body } = await routes.events({ timeRange: EVER, limit: 10, summary: true });
  expect(body.total).toEqual({ value: count, relation: 'eq' });
  expect(body.summary?.approximate).toBe(false);
  expect(body.summary?.headline.denied.total).toBe(Math.ceil(count / 5));
  const inHistogram = body.summary?.histogram.reduce((sum, bucket) => sum + bucket.count, 0);
  expect(inHistogram).toBe(count);
  await routes.close();
});

describe('more events than are counted one by one', () => {
  const routes = routesAs({
    indexPattern: 'kubeaudit-count-25000',
    options: { maxExactRecords: 5_000 },
  });
  afterAll(() => routes.close());

  it('are at least as many as were counted, about as many as there are, and said to be', async () => {
    const { body } = await routes.events({ timeRange: EVER, limit: 10, summary: true });
    expect(body.total.relation).toBe('gte');
    expect(body.total.value).toBeGreaterThan(1_000);
    expect(body.total.value).toBeLessThanOrEqual(25_000);
    expect(body.total.approximate).toBe(25_000);
    const codes = body.completeness.reasons.map(({ code }) => code);
    expect(codes).toContain('total_is_lower_bound');
    expect(codes).toContain('counts_approximate');
    expect(body.summary?.facets.users.values).toHaveLength(7);
    expect(body.summary?.facets.outcomes.values).toEqual([
      { value: 'success', count: 20_000 },
      { value: 'forbidden', count: 5_000 },
    ]);
    expect(body.summary?.facets.users.approximate).toBe(true);
  });

  it('are exact again once a filter leaves few enough', async () => {
    const filters = { users: ['user-3@example.com'], outcomes: ['forbidden' as const] };
    const { body } = await routes.events({ timeRange: EVER, filters, summary: true });
    expect(body.total).toEqual({ value: 714, relation: 'eq' });
    expect(
      body.summary?.facets.users.values.find(({ value }) => value === filters.users[0])
    ).toEqual({
      value: 'user-3@example.com',
      count: 714,
    });
    // The facet disregards its own filter, so that another user can be added.
    expect(body.summary?.facets.users.values).toHaveLength(7);
  });
});
