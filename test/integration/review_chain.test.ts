/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewRecord } from '../../common/api/review_record';
import { sealed } from '../../server/review/review_documents';
import { auditRecord } from './support/audit_record';
import {
  admin,
  countOf,
  draftOf,
  list,
  makeChangeable,
  prepare,
  reviewers,
  sign,
  WEEK,
} from './support/review_steps';
import { writeRecords } from './support/write_records';

const { as, close } = reviewers({
  indexPattern: 'kubeaudit-chain-*',
  authlogPattern: 'authlog-chain-*',
});
let indices = 0;
const newIndex = () => `audit-user-reviews-chain-${(indices += 1)}`;

beforeAll(async () => {
  await writeRecords('kubeaudit-chain-1', [
    auditRecord({ at: '2025-12-01T10:00:00.000000Z' }),
    auditRecord({ at: '2026-01-20T10:00:00.000000Z', code: 403, decision: 'forbid' }),
    auditRecord({ at: '2026-01-21T10:00:00.000000Z' }),
  ]);
  await writeRecords('authlog-chain-1', [
    { '@timestamp': '2026-01-20T10:00:00Z', host: 'node-1', ident: 'sshd', message: 'x' },
  ]);
});
afterAll(close);

/** Signs so many reviews of the same week. */
async function signed(index: string, count: number): Promise<ReviewRecord[]> {
  const records: ReviewRecord[] = [];
  for (let i = 0; i < count; i += 1) {
    const reviewer = as('reviewer', index);
    const draft = draftOf((await prepare(reviewer)).body);
    const { status, body } = await sign(reviewer, draft);
    expect(status).toBe(200);
    records.push(body.record);
  }
  return records;
}

describe('what is refused', () => {
  it('two who sign at once: one record is there, and the other is told', async () => {
    const index = newIndex();
    await signed(index, 1);
    const both = [as('reviewer', index), as('second-reviewer', index)];
    const drafts = await Promise.all(both.map(async (each) => draftOf((await prepare(each)).body)));
    const answers = await Promise.all(both.map((each, i) => sign(each, drafts[i])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      message: expect.stringContaining('Somebody else signed') as unknown,
      attributes: { code: 'conflict', conflict: 'somebody_signed' },
    });
    expect(await countOf(index)).toBe(2);
    expect((await list(as('review-reader', index))).body.chain).toMatchObject({
      intact: true,
      records: 2,
    });
  });

  it('two who sign the first record at once, so that both make the index', async () => {
    const index = newIndex();
    const both = [as('reviewer', index), as('second-reviewer', index)];
    const drafts = await Promise.all(both.map(async (each) => draftOf((await prepare(each)).body)));
    const answers = await Promise.all(both.map((each, i) => sign(each, drafts[i])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await countOf(index)).toBe(1);
  });

  it('a finding without a verdict, a harmless one without a reason, an escalated one without a reference', async () => {
    const reviewer = as('reviewer', newIndex());
    const draft = draftOf((await prepare(reviewer)).body);
    const withFirst = (change: object) => ({
      ...draft,
      findings: draft.findings.map((each) =>
        each.id === 'search:403' ? { ...each, verdict: undefined, ...change } : each
      ),
    });
    for (const [change, words] of [
      [{}, 'no verdict for search:403'],
      [{ verdict: 'harmless' }, 'harmless because of what'],
      [{ verdict: 'escalated' }, 'name the ticket'],
    ] as const) {
      const { status, body } = await sign(reviewer, withFirst(change));
      expect([status, (body as unknown as { message: string }).message]).toEqual([
        400,
        expect.stringContaining(words),
      ]);
    }
    const left = draft.findings.filter(({ id }) => id !== 'search:403');
    expect((await sign(reviewer, { ...draft, findings: left })).status).toBe(400);
    const twice = [...draft.findings, draft.findings[0]];
    expect((await sign(reviewer, { ...draft, findings: twice })).status).toBe(400);
    const accepted = await sign(reviewer, withFirst({ verdict: 'harmless', because: 'A test.' }));
    expect(accepted.body.record.findings.find(({ id }) => id === 'search:403')).toMatchObject({
      verdict: 'harmless',
      because: 'A test.',
      figures: { count: 1 },
    });
    expect(accepted.body.record.findings.find(({ id }) => id === 'search:blocked')).toMatchObject({
      verdict: 'nothing_found',
      figures: { count: 0, looked: 'whole' },
    });
  });

  it('figures that the browser made up, with what differs', async () => {
    const index = newIndex();
    const reviewer = as('reviewer', index);
    const draft = draftOf((await prepare(reviewer)).body);
    const findings = draft.findings.map((each) =>
      each.id === 'search:403' ? { ...each, figures: { ...each.figures, count: 0 } } : each
    );
    const { status, body } = await sign(reviewer, { ...draft, findings });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      attributes: {
        conflict: 'figures_differ',
        differences: [{ id: 'search:403', was: { count: 0 }, now: { count: 1 } }],
        differencesLeftOut: 0,
      },
    });
    expect((await list(as('review-reader', index))).body.chain.state).toBe('missing');
  });

  it('a period that has not ended, and one of more than a quarter', async () => {
    const reviewer = as('reviewer', newIndex());
    const draft = draftOf((await prepare(reviewer)).body);
    const running = { ...draft.period, to: '2026-01-26T09:00:00.000Z' };
    expect((await sign(reviewer, { ...draft, period: running })).status).toBe(400);
    const long = { from: '2025-01-01T00:00:00.000Z', to: WEEK.to };
    expect((await sign(reviewer, { ...draft, period: long })).status).toBe(400);
  });

  it('who may only read reviews, and who may not even read them', async () => {
    const index = newIndex();
    await signed(index, 1);
    const reader = as('review-reader', index);
    const { status, body } = await sign(reader, draftOf((await prepare(reader)).body));
    expect(status).toBe(403);
    expect(body).toMatchObject({ attributes: { code: 'forbidden' } });
    const stranger = as('auditor', index);
    const prepared = await prepare(stranger);
    expect(prepared.body).toMatchObject({
      chain: { state: 'forbidden', intact: false },
      previousMissing: expect.stringContaining('may not read') as unknown,
    });
    expect((await sign(stranger, draftOf(prepared.body))).status).toBe(403);
    const listed = await list(stranger);
    expect(listed.status).toBe(200);
    expect(new Set(listed.body.periods.map(({ state }) => state))).toEqual(new Set(['unknown']));
    expect(listed.body.completeness.reasons[0]).toMatchObject({
      code: 'sources_forbidden',
      source: 'reviews',
    });
    expect(await countOf(index)).toBe(1);
  });
});

describe('what the chain says of records that were tampered with', () => {
  const problemsAfter = async (index: string) => {
    await admin('POST', `/${index}/_refresh`);
    const { body } = await list(as('review-reader', index));
    expect(body.chain.intact).toBe(false);
    return {
      problems: body.chain.problems.map(({ code, sequence }) => [code, sequence]),
      valid: body.records.map(({ sequence, valid }) => [sequence, valid]),
      states: body.periods
        .filter(({ pattern, range }) => pattern === 'kubeaudit' && range.from === WEEK.from)
        .map(({ state }) => state),
    };
  };

  it('a conclusion that was changed later', async () => {
    const index = newIndex();
    await makeChangeable(index);
    await signed(index, 1);
    await admin('POST', `/${index}/_update/00000001`, { doc: { conclusion: 'All is well.' } });
    expect(await problemsAfter(index)).toEqual({
      problems: [
        ['altered', 1],
        ['overwritten', 1],
      ],
      valid: [[1, false]],
      states: ['open'],
    });
  });

  it('a record that was changed with its hash: the next one does not follow it', async () => {
    const index = newIndex();
    await makeChangeable(index);
    const [record] = await signed(index, 2);
    const forged = sealed({ ...record, conclusion: 'All is well.' });
    await admin('PUT', `/${index}/_doc/00000001`, forged);
    expect((await problemsAfter(index)).problems).toEqual([
      ['overwritten', 1],
      ['broken', 2],
    ]);
  });

  it('a record that was deleted', async () => {
    const index = newIndex();
    await makeChangeable(index);
    await signed(index, 3);
    await admin('DELETE', `/${index}/_doc/00000002`);
    expect(await problemsAfter(index)).toEqual({
      problems: [['missing', 3]],
      valid: [
        [3, false],
        [1, true],
      ],
      states: ['reviewed'],
    });
  });

  it('a second record in the same place, and a document that is none', async () => {
    const index = newIndex();
    await makeChangeable(index);
    const [record] = await signed(index, 1);
    await admin('PUT', `/${index}/_doc/other`, record);
    await admin('PUT', `/${index}/_doc/none`, { sequence: 9 });
    expect((await problemsAfter(index)).problems).toEqual([
      ['forked', 1],
      ['unreadable', undefined],
    ]);
  });
});
