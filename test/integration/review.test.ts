/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewPrepareResponse, ReviewReadResponse } from '../../common/api/review';
import { FIRST_PREVIOUS_HASH } from '../../common/api/review_record';
import { auditRecord } from './support/audit_record';
import { authlogLine, sessionLines } from './support/authlog_lines';
import { draftOf, list, MONDAY, prepare, reviewers, sign } from './support/review_steps';
import { writeRecords } from './support/write_records';

const { as: reviewAs, close } = reviewers({
  indexPattern: 'kubeaudit-review-*',
  authlogPattern: 'authlog-review-*',
});
const as = (user: string, index = 'audit-user-reviews-test', now = MONDAY) =>
  reviewAs(user, index, { now });

const at = (day: number, hour: number) =>
  `2026-01-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000000Z`;

beforeAll(async () => {
  const usual = Array.from({ length: 40 }, (_, i) =>
    auditRecord({ auditId: `usual-${i}`, at: at(1 + (i % 24), i % 24), user: 'alice@example.com' })
  );
  await writeRecords('kubeaudit-review-1', [
    auditRecord({ auditId: 'old', at: '2025-12-10T00:00:00.000000Z', user: 'alice@example.com' }),
    ...usual,
    ...Array.from({ length: 30 }, (_, i) =>
      auditRecord({
        auditId: `exec-${i}`,
        at: at(20, i % 24),
        user: 'mallory@example.com',
        sourceIps: ['203.0.113.66'],
        resource: 'pods',
        subresource: 'exec',
        verb: 'create',
        code: 101,
        uri: '/api/v1/namespaces/production/pods/db/exec?command=mysql&command=--password%3Dhunter2',
      })
    ),
    auditRecord({ auditId: 'refused', at: at(21, 1), code: 403, decision: 'forbid' }),
    auditRecord({ auditId: 'as', at: at(22, 1), impersonated: 'root@example.com' }),
  ]);
  await writeRecords('authlog-review-1', [
    authlogLine('2025-12-10T00:00:00Z', 'systemd-logind', 'Removed session 1.'),
    ...sessionLines('usual', '101', '2025-12-22T10:00:00Z', '2025-12-22T11:00:00Z'),
    ...sessionLines('usual', '102', '2026-01-20T10:00:00Z', '2026-01-20T11:00:00Z'),
    ...sessionLines('fresh', '103', '2026-01-21T10:00:00Z', '2026-01-21T11:00:00Z'),
    authlogLine(
      '2026-01-22T10:00:00Z',
      'sshd',
      'Failed password for invalid user admin from 203.0.113.5 port 40022 ssh2',
      { pid: '104' }
    ),
    authlogLine(
      '2026-01-22T11:00:00Z',
      'sudo',
      'bob : user NOT in sudoers ; TTY=pts/0 ; PWD=/home/bob ; USER=root ; COMMAND=/usr/bin/id'
    ),
  ]);
});
afterAll(close);

const findingOf = ({ findings }: ReviewPrepareResponse, id: string) => {
  const found = findings.find((finding) => finding.id === id);
  if (!found) throw new Error(`no finding ${id} among ${findings.map((each) => each.id).join()}`);
  return found;
};

describe('what a review of kubeaudit must look at', () => {
  it('counts searches and high-risk operations, by user, with a sample that can be drawn again', async () => {
    const { status, body } = await prepare(as('reviewer'));
    expect(status).toBe(200);
    const exec = findingOf(body, 'risk:exec');
    expect(exec.figures).toMatchObject({
      count: 30,
      requests: 30,
      relation: 'eq',
      looked: 'whole',
      byUser: [{ name: 'mallory@example.com', count: 30 }],
      byOthers: 0,
      sample: { size: 10, of: 30, seed: 7 },
    });
    expect(exec.sample).toHaveLength(10);
    expect(exec.sample[0]).toMatchObject({
      who: 'mallory@example.com',
      what: 'create pods/exec production',
      cluster: 'prod-wc',
    });
    expect(findingOf(body, 'search:403').figures.count).toBe(1);
    expect(findingOf(body, 'risk:impersonation').figures.count).toBe(1);
    expect(findingOf(body, 'search:blocked')).toMatchObject({
      needsVerdict: false,
      figures: { count: 0, looked: 'whole' },
    });
    const again = await prepare(as('second-reviewer'));
    expect(findingOf(again.body, 'risk:exec').sample).toEqual(exec.sample);
    const other = await prepare(as('reviewer'), 'kubeaudit', 8);
    expect(findingOf(other.body, 'risk:exec').sample).not.toEqual(exec.sample);
  });

  it('says what is there for the first time, with the time it was compared with', async () => {
    const { body } = await prepare(as('reviewer'));
    const users = findingOf(body, 'first_seen:user');
    expect(users.figures).toMatchObject({ count: 1, looked: 'whole', unit: 'values' });
    expect(users.figures.facts).toEqual([
      {
        subject: 'mallory@example.com',
        detail: 'Not there in the 30 days before; on prod-wc',
        count: 30,
        time: '2026-01-20T00:00:00.000Z',
      },
    ]);
    expect(users.basis).toContain('since 2025-12-20T00:00:00.000Z');
    expect(
      findingOf(body, 'first_seen:operation').figures.facts.map(({ subject }) => subject)
    ).toEqual(['create pods/exec']);
    expect(findingOf(body, 'first_seen:source').figures.facts[0]).toMatchObject({
      subject: '203.0.113.66',
      detail: 'Not there in the 30 days before; by mallory@example.com on prod-wc',
    });
    expect(findingOf(body, 'first_seen:cluster').figures.count).toBe(0);
  });

  it('says nothing to be first where too little is kept of the time before', async () => {
    const { body } = await as('reviewer').reviews<ReviewPrepareResponse>({
      action: 'prepare',
      pattern: 'kubeaudit',
      timeRange: { from: '2025-12-10T06:00:00Z', to: '2025-12-12T00:00:00Z' },
    });
    expect(findingOf(body, 'first_seen:user').figures).toMatchObject({
      count: 0,
      looked: 'not',
      facts: [],
      limits: [
        'The oldest record that is kept is of 2025-12-10T00:00:00.000Z: nothing can be said to be there for the first time.',
      ],
    });
    expect(findingOf(body, 'first_seen:user').needsVerdict).toBe(true);
  });

  it('who reviews own activity is told so', async () => {
    const { body } = await prepare(as('alice@example.com'));
    expect(body.signer).toEqual({ name: 'alice@example.com', authenticated: true });
    expect(body.ownActivity).toMatchObject({
      state: 'found',
      found: [{ name: 'alice@example.com' }],
    });
    expect((await prepare(as('reviewer'))).body.ownActivity.state).toBe('not_found');
  });
});

describe('what a review of authlog must look at', () => {
  it('holds failed logins, refused sudo, unknown keys and first keys', async () => {
    const { status, body } = await prepare(as('reviewer'), 'authlog');
    expect(status).toBe(200);
    expect(findingOf(body, 'login:failed').figures).toMatchObject({
      count: 1,
      byUser: [{ name: 'admin', count: 1 }],
    });
    expect(findingOf(body, 'login:sudo_refused').figures.count).toBe(1);
    expect(findingOf(body, 'search:failed').figures).toMatchObject({ count: 1, unit: 'records' });
    expect(findingOf(body, 'group_account:unknown_keys').figures).toMatchObject({ count: 2 });
    expect(findingOf(body, 'group_account:unidentified').figures.count).toBeGreaterThan(0);
    const keys = findingOf(body, 'first_seen:key').figures;
    expect(keys.facts.map(({ subject }) => subject)).toEqual(['SHA256:fresh']);
  });
});

describe('signing', () => {
  it('keeps who signed what, tied to the record before', async () => {
    const index = 'audit-user-reviews-sign';
    const reviewer = as('reviewer', index);
    const prepared = (await prepare(reviewer)).body;
    expect(prepared.chain).toMatchObject({ state: 'missing', intact: true, records: 0 });
    expect(prepared.previousHash).toBe(FIRST_PREVIOUS_HASH);
    const signed = await sign(reviewer, draftOf(prepared));
    expect(signed.status).toBe(200);
    expect(signed.body).toMatchObject({
      alreadySigned: false,
      record: {
        sequence: 1,
        signer: { name: 'reviewer', authenticated: true },
        signedAt: '2026-01-26T08:00:00.000Z',
        previousHash: FIRST_PREVIOUS_HASH,
        chainBefore: { intact: true, problems: 0 },
        ownActivity: { state: 'not_found' },
      },
    });
    const second = (await prepare(as('second-reviewer', index), 'authlog')).body;
    expect(second.previousHash).toBe(signed.body.record.hash);
    expect((await sign(as('second-reviewer', index), draftOf(second))).body.record.sequence).toBe(
      2
    );

    const listed = await list(as('review-reader', index));
    expect(listed.body.chain).toMatchObject({ state: 'readable', intact: true, records: 2 });
    expect(
      listed.body.periods
        .filter(({ pattern }) => pattern === 'kubeaudit')
        .map(({ range, state, sequences }) => [range.from.slice(0, 10), state, sequences])
    ).toEqual([
      ['2026-01-05', 'missed', []],
      ['2026-01-12', 'missed', []],
      ['2026-01-19', 'reviewed', [1]],
      ['2026-01-26', 'open', []],
    ]);
    const read = await as('review-reader', index).reviews<ReviewReadResponse>({
      action: 'read',
      sequence: 1,
    });
    expect(read.body).toMatchObject({ valid: true, problems: [], record: signed.body.record });
  });

  it('a secret of the log is in no record', async () => {
    const { body } = await prepare(as('reviewer'));
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('the next review is compared with the last one', async () => {
    const index = 'audit-user-reviews-compare';
    const reviewer = as('reviewer', index);
    await sign(reviewer, draftOf((await prepare(reviewer)).body));
    const { body } = await as(
      'reviewer',
      index,
      new Date('2026-02-03T00:00:00Z')
    ).reviews<ReviewPrepareResponse>({
      action: 'prepare',
      pattern: 'kubeaudit',
      timeRange: { from: '2026-01-26T00:00:00Z', to: '2026-02-01T23:59:59.999Z' },
      seed: 1,
    });
    expect(body.previous).toMatchObject({ sequence: 1, signer: { name: 'reviewer' } });
    expect(findingOf(body, 'risk:exec').change).toEqual({
      previousCount: 30,
      perDay: 0,
      previousPerDay: 4.29,
      jump: 'down',
    });
  });
});
