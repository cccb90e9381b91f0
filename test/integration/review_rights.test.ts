/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewPrepareResponse } from '../../common/api/review';
import { auditRecord } from './support/audit_record';
import { connectionOf } from './support/connections';
import { admin, countOf, draftOf, prepare, reviewers, sign } from './support/review_steps';
import { writeRecords } from './support/write_records';

const { as, close } = reviewers({
  indexPattern: 'kubeaudit-reviewrights-*',
  authlogPattern: 'authlog-reviewrights-*',
});
const INDEX = 'audit-user-reviews-rights';
const figuresOf = ({ findings }: ReviewPrepareResponse, id: string) =>
  findings.find((finding) => finding.id === id)?.figures;

beforeAll(async () => {
  await writeRecords('kubeaudit-reviewrights-1', [
    auditRecord({ at: '2025-12-01T10:00:00.000000Z' }),
    auditRecord({ at: '2026-01-20T10:00:00.000000Z', user: 'kubernetes-admin' }),
  ]);
  await writeRecords('authlog-reviewrights-1', [
    { '@timestamp': '2026-01-20T10:00:00Z', host: 'node-1', ident: 'sshd', message: 'x' },
  ]);
});
afterAll(close);

it('who may not read a log may not review it', async () => {
  const answer = await prepare(as('kube-reviewer', INDEX), 'authlog');
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ attributes: { code: 'forbidden' } });
  expect((await prepare(as('nobody', INDEX))).status).toBe(403);
});

it('who may not read authlog reviews Kubernetes, and is told that persons behind group accounts are not known', async () => {
  const { status, body } = await prepare(as('kube-reviewer', INDEX));
  expect(status).toBe(200);
  expect(figuresOf(body, 'search:403')).toMatchObject({ count: 0, looked: 'whole' });
  expect(figuresOf(body, 'group_account:unidentified')).toMatchObject({
    count: 1,
    looked: 'partly',
    limits: expect.arrayContaining([expect.stringContaining('may not read authlog')]) as unknown,
  });
  expect(body.ownActivity.state).toBe('unknown');
});

it('a hidden field is said, and nothing found by it is not nothing', async () => {
  const { body } = await prepare(as('blind-reviewer', INDEX));
  expect(figuresOf(body, 'first_seen:user')).toMatchObject({ looked: 'partly' });
  expect(figuresOf(body, 'risk:secrets')).toMatchObject({ count: 0, looked: 'partly' });
  expect(body.ownActivity.state).toBe('unknown');
});

it('a record can be changed or deleted by nobody, the administrator neither', async () => {
  const index = 'audit-user-reviews-append-only';
  const reviewer = as('reviewer', index);
  for (const sequence of [1, 2]) {
    const { status, body } = await sign(reviewer, draftOf((await prepare(reviewer)).body));
    expect([status, body.record.sequence]).toEqual([200, sequence]);
  }
  const attempts = [
    () => admin('POST', `/${index}/_update/00000001`, { doc: { conclusion: 'x' } }),
    () => admin('PUT', `/${index}/_doc/00000001`, { conclusion: 'x' }),
    () => admin('DELETE', `/${index}/_doc/00000001`),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow('append_only');
  expect(await countOf(index)).toBe(2);
});

it('a signer may neither change nor delete a record', async () => {
  const reviewer = as('reviewer', INDEX);
  await sign(reviewer, draftOf((await prepare(reviewer)).body));
  const { url, authorization } = connectionOf('reviewer');
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${url}/${INDEX}/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).then(({ status }) => status);
  expect(await ask('DELETE', '_doc/00000001')).toBe(403);
  expect(await ask('POST', '_update/00000001', { doc: { conclusion: 'x' } })).toBe(403);
});
