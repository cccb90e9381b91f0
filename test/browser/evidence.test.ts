/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { readFileSync } from 'fs';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import type { EvidenceManifest } from '../../common/evidence/manifest';
import { HOST_PROFILES, type ProfileName } from '../host/host_profiles';
import { launch, screenshot, settled, visit, type Visit } from './support/browser';
import { SAMPLE_RANGE } from './support/sample';
import { violations } from './support/violations';

const period = `?from=${SAMPLE_RANGE.from}&to=${SAMPLE_RANGE.to}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Presses the button and takes what the browser saves. */
async function take(page: Page) {
  const download = page.waitForEvent('download', { timeout: 90_000 });
  await page.getByRole('button', { name: 'Make the package' }).click();
  const file = await download;
  const zip = readFileSync(await file.path());
  const files = unzipSync(zip);
  const text = (name: string) => Buffer.from(files[name]).toString('utf8');
  const manifest = JSON.parse(text('manifest.json')) as EvidenceManifest;
  return { name: file.suggestedFilename(), zip, manifest, text };
}

describe.each(Object.keys(HOST_PROFILES) as ProfileName[])('on Dashboards %s', (profile) => {
  let open: Visit;
  afterEach(async () => {
    expect(open.problems).toEqual([]);
    await open.context.close();
  });

  it('a control becomes a file that arrives whole, with its hash', async () => {
    open = await visit(browser, { profile, path: `/evidence${period}` });
    const { page } = open;
    await page.getByText('Control 8.2', { exact: true }).click();
    await screenshot(page, `evidence-${profile}`);
    expect(await violations(page)).toEqual([]);
    const { name, zip, manifest, text } = await take(page);
    expect(name).toBe('evidence-8.2-2026-05-31-2026-06-30.zip');
    expect(manifest).toMatchObject({
      extractedBy: 'auditor',
      control: { id: '8.2' },
      redaction: { level: 'secrets' },
      sampling: { size: 25 },
    });
    expect(manifest.sources.map(({ source, agree }) => [source, agree])).toEqual([
      ['kubeaudit', true],
      ['authlog', true],
    ]);
    for (const line of text('SHA256SUMS').trim().split('\n')) {
      const [sum, file] = line.split('  ');
      expect([file, createHash('sha256').update(text(file)).digest('hex')]).toEqual([file, sum]);
    }
    const saved = page.locator('[data-test-subj="auditUserPackageSaved"]');
    await saved.waitFor();
    expect(await saved.innerText()).toContain(createHash('sha256').update(zip).digest('hex'));
    expect(await saved.innerText()).toContain('The package has limits');
    await screenshot(page, `evidence-saved-${profile}`);
    expect(await violations(page)).toEqual([]);
  });

  it('what a view shows is proved with the same filters, period and count', async () => {
    open = await visit(browser, {
      profile,
      path: `${period}&resources=pods%2Fexec&clusters=prod-wc`,
    });
    const { page } = open;
    await settled(page);
    const rows = await page.locator('[data-test-subj="auditUserEvents"] tbody tr').count();
    await page.getByRole('link', { name: 'Prove this' }).click();
    await page.getByRole('heading', { level: 1, name: 'Evidence packages' }).waitFor();
    const { manifest, text } = await take(page);
    expect(manifest.asked.parts.kube).toMatchObject({
      resources: ['pods/exec'],
      clusters: ['prod-wc'],
      userKinds: ['person', 'group_account', 'unauthenticated'],
    });
    expect(manifest.sources[0].distinctRequests).toBe(rows);
    expect(text('events.csv').trim().split('\r\n')).toHaveLength(rows + 1);
  });
});

it('who may not read authlog is told so in the package, and who may read nothing gets none', async () => {
  const path = `/evidence${period}&control=8.5`;
  const developer = await visit(browser, { user: 'developer', path });
  const { manifest } = await take(developer.page);
  expect(manifest.limits.join(' ')).toMatch(/Not allowed: authlog\S* may not be read/);
  await developer.context.close();
  const { page, context } = await visit(browser, { user: 'nobody', path });
  await page.getByRole('button', { name: 'Make the package' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('You are not allowed to take this package');
  await context.close();
});
