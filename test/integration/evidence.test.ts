/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { readFileSync } from 'fs';
import { join } from 'path';
import { openSearchRequest } from '../opensearch';
import { auditRecord } from './support/audit_record';
import { checkPackage, isWholeZip, recordsOf, takePackage } from './support/evidence_package';
import { adminConnection } from './support/connections';
import { routesAs, type RouteSettings } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const lines = (name: string) =>
  readFileSync(join(__dirname, '../fixtures', name), 'utf8')
    .trim()
    .split('\n');

const RECORDED = { from: '2026-11-01T00:00:00Z', to: '2026-11-30T23:59:59.999Z' };
const BEFORE_THE_LOG =
  'The oldest of the records that are kept is of 2026-11-23 09:28 UTC: nothing is known about the time before.';
const recorded = () => lines('kubeaudit.ndjson').map((line) => JSON.parse(line) as object);

const as = (settings: Partial<RouteSettings> = {}) =>
  routesAs({
    indexPattern: 'kubeaudit-evidence-*',
    authlogPattern: 'authlog-evidence-*',
    directoryIndex: 'audit-user-directory-evidence',
    now: new Date('2026-11-24T00:00:00Z'),
    ...settings,
  });

beforeAll(async () => {
  await writeRecords('kubeaudit-evidence-1', recorded());
  await writeRecords(
    'authlog-evidence-1',
    lines('authlog.ndjson').map((line) => JSON.parse(line) as object)
  );
});

describe.each(['1', '2'] as const)(
  'a package of the recorded log, through opensearch-js %s',
  (library) => {
    it('holds every record to the letter, and every event once in its reading copy', async () => {
      const routes = as({ library });
      const found = await takePackage(routes, {
        timeRange: RECORDED,
        parts: { kube: {} },
        redaction: 'none',
      });
      await routes.close();
      const records = recordsOf(found, 'events.ndjson');
      const sorted = (documents: object[]) => documents.map((each) => JSON.stringify(each)).sort();
      expect(sorted(records.map(({ _source }) => _source))).toEqual(sorted(recorded()));
      expect(
        records.every(({ _index, _id }) => _index === 'kubeaudit-evidence-1' && _id !== '')
      ).toBe(true);
      const { manifest } = found;
      expect(manifest.sources).toMatchObject([
        {
          source: 'kubeaudit',
          countedBefore: 358,
          read: 358,
          written: 358,
          setAside: 0,
          countedAfter: 358,
          agree: true,
          distinctRequests: 267,
          redacted: 0,
          consistency: 'point_in_time',
        },
      ]);
      // The period begins before the log does, and that is all that is missing.
      expect([manifest.status, manifest.limits]).toEqual(['with_limits', [BEFORE_THE_LOG]]);
      expect(manifest.extractedBy).toBe('auditor');
      expect(manifest.files.find(({ name }) => name === 'events.csv')?.rows).toBe(267);
      expect(isWholeZip(found.zip)).toBe(true);
      expect(checkPackage(found.files)).toMatchObject({ sha256sum: true });
      expect(checkPackage(found.files).verify).toContain('Everything holds.');
    });
  }
);

describe('a package', () => {
  it('has the same records and hashes each time, also at a point in time', async () => {
    const question = { timeRange: RECORDED, parts: { kube: { clusters: ['prod-wc'] } } };
    const reader = as({ user: 'plain-reader' });
    const admin = as();
    const [one, two, frozen] = [
      await takePackage(reader, question),
      await takePackage(reader, question),
      await takePackage(admin, question),
    ];
    await Promise.all([reader.close(), admin.close()]);
    const hashes = ({ manifest }: typeof one) =>
      manifest.files
        .filter(({ name }) => name.startsWith('events'))
        .map(({ name, sha256 }) => [name, sha256]);
    expect(hashes(two)).toEqual(hashes(one));
    expect(hashes(frozen)).toEqual(hashes(one));
    expect(one.manifest.sources[0].consistencyNote).toContain('you may not freeze the index');
    expect(frozen.manifest.sources[0].consistency).toBe('point_in_time');
  });

  it('shows when a byte, a row or the manifest is tampered with', async () => {
    const routes = as();
    const { files } = await takePackage(routes, { timeRange: RECORDED, parts: { kube: {} } });
    await routes.close();
    const changed = (name: string, change: (text: string) => string) =>
      checkPackage(new Map([...files, [name, change(files.get(name) ?? '')]]));
    const flipped = changed('events.csv', (text) => text.replace('alice', 'alicf'));
    expect(flipped).toMatchObject({ sha256sum: false });
    expect(flipped.verify).toContain('FAILED events.csv: was changed');
    const shorter = changed('events.ndjson', (text) => text.slice(text.indexOf('\n') + 1));
    expect(shorter).toMatchObject({ sha256sum: false });
    const relabelled = changed('manifest.json', (text) => text.replace('"auditor"', '"somebody"'));
    expect(relabelled).toMatchObject({ sha256sum: false });
    const without = checkPackage(new Map([...files].filter(([name]) => name !== 'manifest.json')));
    expect(without.verify).toContain('manifest.json: missing');
    const added = checkPackage(new Map([...files, ['extra.txt', 'x']]));
    expect(added.verify).toContain('FAILED extra.txt: not of this package');
  });

  it('that somebody recounted after changing hashes too still does not hold', async () => {
    const routes = as();
    const { files } = await takePackage(routes, { timeRange: RECORDED, parts: { kube: {} } });
    await routes.close();
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const records = (files.get('events.ndjson') ?? '').split('\n').slice(1).join('\n');
    const sums = (files.get('SHA256SUMS') ?? '').replace(
      hash(files.get('events.ndjson') ?? ''),
      hash(records)
    );
    const forged = checkPackage(
      new Map([...files, ['events.ndjson', records], ['SHA256SUMS', sums]])
    );
    expect(forged.sha256sum).toBe(true);
    expect(forged.verify).toContain('manifest and SHA256SUMS do not agree');
    expect(forged.verify).toContain('357 records, the manifest says 358');
  });

  it('holds what matches as a whole, and says what it left aside', async () => {
    const routes = as();
    const { manifest, files } = await takePackage(routes, {
      timeRange: RECORDED,
      parts: { kube: { outcomes: ['forbidden', 'unauthenticated'] } },
      control: '8.5',
    });
    const { body } = await routes.events({
      timeRange: RECORDED,
      filters: { outcomes: ['forbidden', 'unauthenticated'] },
      limit: 1000,
    });
    await routes.close();
    expect(manifest.sources[0].distinctRequests).toBe(body.total.value);
    expect(manifest.control).toMatchObject({ id: '8.5', iso27019: '9.4.2' });
    expect(manifest.limits).toEqual([
      expect.stringContaining('The record holds the stages of a request that match the filters'),
      BEFORE_THE_LOG,
    ]);
    const rows = (files.get('events.csv') ?? '').split('\r\n').slice(1, -1);
    expect(rows).toHaveLength(body.total.value);
    expect(
      rows.every((row) => row.includes(',forbidden,') || row.includes(',unauthenticated,'))
    ).toBe(true);
  });

  it('masks secrets unless told otherwise, and says in which records', async () => {
    const secret = auditRecord({ uri: '/api/v1/namespaces/a/pods?password=S3cr3tValue' });
    await writeRecords('kubeaudit-secret-evidence', [secret]);
    const routes = as({ indexPattern: 'kubeaudit-secret-evidence' });
    const timeRange = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };
    const masked = await takePackage(routes, { timeRange, parts: { kube: {} } });
    const open = await takePackage(routes, { timeRange, parts: { kube: {} }, redaction: 'none' });
    await routes.close();
    expect([...masked.files.values()].join('')).not.toContain('S3cr3tValue');
    expect(masked.manifest.sources[0].redacted).toBe(1);
    expect(recordsOf(masked, 'events.ndjson')[0]).toMatchObject({ _redacted: true });
    expect(open.files.get('events.ndjson')).toContain('S3cr3tValue');
  });

  it('keeps numbers that JavaScript cannot hold', async () => {
    const record = JSON.stringify(auditRecord({ auditId: 'long-number' }));
    const body = '"moreNumbers":{"big":12345678901234567890,"exact":1.0}';
    const connection = adminConnection();
    await openSearchRequest({
      ...connection,
      method: 'PUT',
      path: '/kubeaudit-bigint',
      body: { mappings: { properties: { moreNumbers: { type: 'object', enabled: false } } } },
    });
    await openSearchRequest({
      ...connection,
      method: 'POST',
      path: '/kubeaudit-bigint/_bulk?refresh=true',
      ndjson: `{"index":{}}\n${record.slice(0, -1)},${body}}\n`,
    });
    const routes = as({ indexPattern: 'kubeaudit-bigint' });
    const timeRange = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };
    const { files } = await takePackage(routes, { timeRange, parts: { kube: {} } });
    await routes.close();
    expect(files.get('events.ndjson')).toContain('"big":12345678901234567890,"exact":1.0');
  });

  it('draws the same sample for the same seed', async () => {
    const routes = as();
    const draw = async (seed: number) =>
      (
        await takePackage(routes, {
          timeRange: RECORDED,
          parts: { kube: {} },
          sample: { size: 25, seed },
        })
      ).files.get('sample.csv');
    const [a, again, other] = [await draw(7), await draw(7), await draw(8)];
    await routes.close();
    expect(again).toBe(a);
    expect(other).not.toBe(a);
    expect((a ?? '').split('\r\n')).toHaveLength(27);
  });
});
