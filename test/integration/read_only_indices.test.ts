/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { because, looksIn, lookers } from './support/access_steps';
import { auditRecord } from './support/audit_record';
import { startExport, takePackage } from './support/evidence_package';
import { EVER } from './support/plugin_routes';
import { admin, countOf } from './support/review_steps';
import { writeRecords } from './support/write_records';

const { as, close } = lookers({
  indexPattern: 'kubeaudit-readonly-*',
  authlogPattern: 'authlog-readonly-*',
});

/** What OpenSearch does to every index of a node whose disk is beyond the flood stage. */
const flood = (index: string, value: true | null) =>
  admin('PUT', `/${index}/_settings`, { 'index.blocks.read_only_allow_delete': value });

beforeAll(() =>
  writeRecords('kubeaudit-readonly-1', [
    auditRecord({ user: 'alice@example.com' }),
    auditRecord({ user: 'bob' }),
  ])
);
afterAll(close);

/** What is said of a directory that cannot be written to. */
const TAKES_NOTHING = {
  status: 503,
  body: {
    message: expect.stringMatching(
      /takes no documents at the moment \(OpenSearch made it read-only.*0 were written\)/
    ) as unknown,
    attributes: { code: 'upstream_unavailable' },
  },
};

/** Both records, and every count of them. */
const WHOLE = { countedBefore: 2, written: 2, countedAfter: 2, agree: true };

const KUBE = { timeRange: EVER, parts: { kube: {} } };

describe('disks that are nearly full', () => {
  it('a look that cannot be recorded shows nothing, by view or by export, until the index takes it', async () => {
    const index = 'audit-user-access-flooded';
    const routes = as('recorded', index, { headers: because('Incident 17') });
    expect((await routes.users({ timeRange: EVER })).status).toBe(200);
    await flood(index, true);
    const refusal = {
      status: 503,
      body: {
        message: expect.stringMatching(
          /OpenSearch made the index read-only, as it does when disks are nearly full.*Nothing is shown/
        ) as unknown,
        attributes: { code: 'upstream_unavailable', accessLog: index },
      },
    };
    expect(await routes.users({ timeRange: EVER })).toMatchObject(refusal);
    expect(await startExport(routes, KUBE)).toMatchObject(refusal);
    await flood(index, null);
    expect(await looksIn(index)).toHaveLength(1);
    expect((await routes.users({ timeRange: EVER })).status).toBe(200);
    expect((await takePackage(routes, KUBE)).manifest.sources).toMatchObject([WHOLE]);
    expect(await looksIn(index)).toHaveLength(3);
  });

  it('logs that became read-only are read and exported as ever', async () => {
    const auditor = as('auditor');
    const before = (await auditor.users({ timeRange: EVER })).body;
    await flood('kubeaudit-readonly-1', true);
    const { status, body } = await auditor.users({ timeRange: EVER });
    expect(status).toBe(200);
    expect(body.users.map(({ name }) => name).sort()).toEqual(['alice@example.com', 'bob']);
    expect(body.completeness).toEqual(before.completeness);
    const { manifest } = await takePackage(auditor, KUBE);
    expect(manifest.sources).toMatchObject([WHOLE]);
    await flood('kubeaudit-readonly-1', null);
  });

  it('a directory that became read-only takes nothing and says so, and takes it afterwards', async () => {
    const directoryIndex = 'audit-user-directory-flooded';
    const editor = as('compliance', undefined, { directoryIndex });
    const add = (value: string) =>
      editor.changeDirectory({
        action: 'add',
        entry: { kind: 'account', value, person: 'alice@example.com', shared: false },
      });
    expect((await add('first')).status).toBe(200);
    await flood(directoryIndex, true);
    const refused = await add('second');
    await flood(directoryIndex, null);
    expect(refused).toMatchObject(TAKES_NOTHING);
    expect(await countOf(directoryIndex)).toBe(1);
    expect((await add('second')).status).toBe(200);
    expect(await countOf(directoryIndex)).toBe(2);
  });

  it('a directory of which the index cannot be made says so, and is no missing right', async () => {
    const directoryIndex = 'audit-user-directory-unmade';
    const editor = as('compliance', undefined, { directoryIndex });
    const add = () =>
      editor.changeDirectory({
        action: 'add',
        entry: { kind: 'account', value: 'first', person: 'alice@example.com', shared: false },
      });
    const blocks = (value: true | null) =>
      admin('PUT', '/_cluster/settings', { persistent: { 'cluster.blocks.create_index': value } });
    await blocks(true);
    const refused = await add().finally(() => blocks(null));
    expect(refused).toMatchObject(TAKES_NOTHING);
    expect((await add()).status).toBe(200);
    expect(await countOf(directoryIndex)).toBe(1);
  });
});
