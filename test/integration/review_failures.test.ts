/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewRecord } from '../../common/api/review_record';
import { auditRecord } from './support/audit_record';
import { connectionOf } from './support/connections';
import { faultyProxy, type Fault } from './support/faulty_proxy';
import { admin, countOf, draftOf, prepare, reviewers, sign } from './support/review_steps';
import { writeRecords } from './support/write_records';

const { as, close } = reviewers({
  indexPattern: 'kubeaudit-faults-*',
  authlogPattern: 'authlog-faults-*',
});
let indices = 0;
const newIndex = () => `audit-user-reviews-faults-${(indices += 1)}`;

beforeAll(async () => {
  await writeRecords('kubeaudit-faults-1', [
    auditRecord({ at: '2025-12-01T10:00:00.000000Z' }),
    auditRecord({ at: '2026-01-20T10:00:00.000000Z', code: 403, decision: 'forbid' }),
    auditRecord({ at: '2026-01-21T10:00:00.000000Z' }),
  ]);
  await writeRecords('authlog-faults-1', [
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

describe('failures on the way', () => {
  const through = async (fault: (path: string, nth: number) => Fault) =>
    faultyProxy(connectionOf('reviewer').url, fault);

  it('a connection that is lost after the write: the record is found, and signing again says so', async () => {
    const index = newIndex();
    const draft = draftOf((await prepare(as('reviewer', index))).body);
    const proxy = await through((path) => (path.endsWith('/_bulk') ? 'lose_answer' : 'pass'));
    const { status, body } = await sign(as('reviewer', index, { url: proxy.url }), draft);
    expect([status, body.record?.sequence]).toEqual([200, 1]);
    const again = await sign(as('reviewer', index), draft);
    expect(again.body).toMatchObject({ alreadySigned: true, record: { hash: body.record.hash } });
    expect(await countOf(index)).toBe(1);
    await proxy.close();
  });

  it('OpenSearch that is gone after the write: it is not known, and signing again tells', async () => {
    const index = newIndex();
    const draft = draftOf((await prepare(as('reviewer', index))).body);
    let gone = false;
    const proxy = await through((path) => {
      if (gone) return 'break';
      gone = path.endsWith('/_bulk');
      return gone ? 'lose_answer' : 'pass';
    });
    const { status, body } = await sign(as('reviewer', index, { url: proxy.url }), draft);
    expect(status).toBe(503);
    expect(body).toMatchObject({
      message: expect.stringContaining('it may be signed or not') as unknown,
      attributes: { unknownWhetherSigned: true },
    });
    expect((await sign(as('reviewer', index), draft)).body.alreadySigned).toBe(true);
    // The same draft by somebody else is another signature, and comes too late.
    expect((await sign(as('second-reviewer', index), draft)).status).toBe(409);
    expect(await countOf(index)).toBe(1);
    await proxy.close();
  });

  it.each([
    ['refuses midway', 'too_many'],
    ['goes away midway', 'break'],
  ] as const)(
    'OpenSearch that %s: no finding is made up, and nothing is signed',
    async (_name, fault) => {
      const index = newIndex();
      const draft = draftOf((await prepare(as('reviewer', index))).body);
      for (let fails = 2; fails <= 5; fails += 1) {
        const proxy = await through((path, nth) =>
          // A page of lines that was refused once is asked for again.
          path.endsWith('/_msearch') && nth >= fails ? fault : 'pass'
        );
        const routes = as('reviewer', index, { url: proxy.url });
        const { status } = await prepare(routes);
        expect(status).toBe(503);
        await proxy.close();
      }
      const proxy = await through((path) => (path.endsWith('/_bulk') ? fault : 'pass'));
      const answer = await sign(as('reviewer', index, { url: proxy.url }), draft);
      expect(answer.status).toBe(503);
      expect(await countOf(index)).toBe(0);
      expect((await sign(as('reviewer', index), draft)).status).toBe(200);
      await proxy.close();
    }
  );

  it('an index that became read-only as disks are full: nothing is signed, and that is said', async () => {
    const index = newIndex();
    await signed(index, 1);
    const reviewer = as('reviewer', index);
    const draft = draftOf((await prepare(reviewer)).body);
    const block = (value: boolean | null) =>
      admin('PUT', `/${index}/_settings`, { 'index.blocks.read_only_allow_delete': value });
    await block(true);
    const { status, body } = await sign(reviewer, draft);
    expect([status, (body as unknown as { message: string }).message]).toEqual([
      503,
      expect.stringContaining('takes no documents at the moment'),
    ]);
    await block(null);
    expect(await countOf(index)).toBe(1);
    expect((await sign(reviewer, draft)).status).toBe(200);
  });
});
