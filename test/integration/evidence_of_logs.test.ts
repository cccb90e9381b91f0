/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { auditRecord } from './support/audit_record';
import { checkPackage, takePackage } from './support/evidence_package';
import { routesAs } from './support/plugin_routes';
import {
  admin,
  draftOf,
  makeChangeable,
  MONDAY,
  prepare,
  reviewers,
  sign,
  WEEK,
} from './support/review_steps';
import { writeRecords } from './support/write_records';

const INDEX = 'audit-user-reviews-evidence';
const PATTERNS = {
  indexPattern: 'kubeaudit-whole-*',
  authlogPattern: 'authlog-whole-*',
};
const LATER = new Date('2026-02-01T00:00:00Z');
const { as, close } = reviewers(PATTERNS);

const minute = (day: number, hour: number, at: number) =>
  new Date(Date.UTC(2026, 0, day, hour, at)).toISOString();

/** A request every five minutes from 10 to 27 January, and none from 12:00 to 16:00 on the 21st. */
const steady = Array.from({ length: 17 * 24 * 12 }, (_, i) => {
  const [day, hour, at] = [10 + Math.floor(i / 288), Math.floor(i / 12) % 24, (i % 12) * 5];
  return { day, hour, at };
})
  .filter(({ day, hour }) => day !== 21 || hour < 12 || hour >= 16)
  .map(({ day, hour, at }) =>
    auditRecord({ auditId: `steady-${day}-${hour}-${at}`, at: minute(day, hour, at) })
  );

beforeAll(async () => {
  await writeRecords('kubeaudit-whole-1', steady);
  await writeRecords('authlog-whole-1', [
    { '@timestamp': minute(20, 10, 0), host: 'node-1', ident: 'sshd', message: 'x' },
  ]);
  await makeChangeable(INDEX);
  const reviewer = as('reviewer', INDEX);
  const { status } = await sign(reviewer, draftOf((await prepare(reviewer)).body));
  expect(status).toBe(200);
});
afterAll(close);

const take = async (user: string, request: Parameters<typeof takePackage>[1]) => {
  const routes = routesAs({ ...PATTERNS, reviewIndex: INDEX, now: LATER, user });
  const found = await takePackage(routes, request);
  await routes.close();
  return found;
};

describe('the completeness of the logs in a package', () => {
  it('is a limit where the log was silent, with the figures of every bar', async () => {
    const { manifest, files } = await take('auditor', {
      timeRange: { from: minute(21, 0, 0), to: minute(21, 23, 59) },
      parts: { kube: {} },
    });
    expect(manifest.status).toBe('with_limits');
    expect(manifest.limits).toEqual([expect.stringContaining('none from 12:00 to 16:00 UTC')]);
    const rows = (files.get('coverage.csv') ?? '').split('\r\n');
    expect(rows[0]).toBe('source,line,cluster,host,bar_start_utc,bar_seconds,records');
    expect(rows).toContain('kubeaudit,cluster,prod-wc,,2026-01-21T11:00:00.000Z,3600,12');
    expect(rows).toContain('kubeaudit,cluster,prod-wc,,2026-01-21T12:00:00.000Z,3600,0');
    expect(files.get('summary.html')).toContain('What is known to be missing from the logs');
    expect(checkPackage(files).verify).toContain('Everything holds.');
  });

  it('is complete where it was not', async () => {
    const { manifest } = await take('auditor', {
      timeRange: { from: minute(20, 0, 0), to: minute(20, 23, 59) },
      parts: { kube: {} },
    });
    expect([manifest.status, manifest.limits]).toEqual(['complete', []]);
    expect(manifest.sources[0].written).toBe(288);
  });

  it('of a log that the package does not take from is no limit of it', async () => {
    const { manifest } = await take('developer', {
      timeRange: { from: minute(20, 0, 0), to: minute(20, 23, 59) },
      parts: { kube: {} },
    });
    expect([manifest.status, manifest.limits]).toEqual(['complete', []]);
  });
});

describe('the reviews in a package', () => {
  const parts = { reviews: true };

  it('are those that touch the period, as they were signed', async () => {
    const found = await take('review-reader', { timeRange: WEEK, control: '8.15', parts });
    const { chain, records } = JSON.parse(found.files.get('reviews.json') ?? '') as {
      chain: { intact: boolean };
      records: Array<{ valid: boolean; record: { signer: object; conclusion: string } }>;
    };
    expect(chain.intact).toBe(true);
    expect(records).toMatchObject([
      {
        valid: true,
        record: {
          signer: { name: 'reviewer' },
          signedAt: MONDAY.toISOString(),
          conclusion: 'Nothing that needs action.',
        },
      },
    ]);
    expect(found.files.get('VERIFY.md')).toContain('RFC 8785');
    const { verify } = checkPackage(found.files);
    expect(verify).toContain('reviews.json: 1 signed reviews checked');
    expect(verify).toContain('Everything holds.');
  });

  it('are none where none touches it, which is said', async () => {
    const { files } = await take('review-reader', {
      timeRange: { from: minute(10, 0, 0), to: minute(12, 0, 0) },
      parts,
    });
    expect(files.get('reviews.json')).toContain('"records": []');
    expect(files.get('summary.html')).toContain('Signed reviews of the period: none');
  });

  it('that may not be read are a limit, not none', async () => {
    const { manifest, files } = await take('auditor', { timeRange: WEEK, parts });
    expect(manifest.limits).toContainEqual(
      'Not allowed: signed reviews (audit-user-reviews-evidence) may not be read by the user who took this package. Whether the period was reviewed is not said here.'
    );
    expect(files.has('reviews.json')).toBe(false);
  });

  it('that were changed afterwards are a limit, and the check finds them', async () => {
    const path = `/${INDEX}/_doc/00000001`;
    const { _source } = await admin<{ _source: object }>('GET', path);
    await admin('PUT', `${path}?refresh=true`, { ..._source, conclusion: 'All is fine.' });
    const { manifest, files } = await take('review-reader', { timeRange: WEEK, parts });
    expect(manifest.limits).toContainEqual(
      expect.stringContaining(
        'The chain of signed reviews does not hold: Record 1 is not what was signed'
      )
    );
    expect(checkPackage(files).verify).toContain(
      'FAILED reviews.json: record 1 is not what was signed'
    );
  });
});
