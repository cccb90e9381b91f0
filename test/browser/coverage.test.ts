/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Browser, Page } from 'playwright-core';
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

const answered = (page: Page) =>
  page.locator('[data-test-subj="auditUserCoverage"]').waitFor({ timeout: 60_000 });

describe.each(Object.keys(HOST_PROFILES) as ProfileName[])('on Dashboards %s', (profile) => {
  let open: Visit;
  afterEach(async () => {
    expect(open.problems).toEqual([]);
    await open.context.close();
  });

  it.each([false, true])('a silent night is found, drawn and led to (dark: %s)', async (dark) => {
    open = await visit(browser, { profile, path: `/coverage${period}`, dark });
    const { page } = open;
    await answered(page);
    await screenshot(page, `coverage-${profile}${dark ? '-dark' : ''}`);
    expect(await violations(page)).toEqual([]);
    const row = page
      .locator('[data-test-subj="auditUserCoverageFindings"] tbody tr')
      .filter({ hasText: /cluster prod-sc .* none from 02:00 to 05:00 UTC on 2026-06-12/ });
    expect(await row.innerText()).toMatch(/^Silence/);
    const cell = page
      .locator('[data-test-subj="auditUserCoverageHeat-kubeaudit"] td')
      .filter({ hasText: '×' })
      .first();
    expect(await cell.getAttribute('title')).toMatch(/Records, and a silence within$/);
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Audit user' }).waitFor();
    const search = new URL(page.url()).searchParams;
    expect([search.get('from'), search.get('to'), search.get('clusters')]).toEqual([
      '2026-06-12T02:00:00.000Z',
      '2026-06-12T04:59:59.999Z',
      'prod-sc',
    ]);
    await settled(page);
    await page.getByRole('link', { name: 'Coverage of the logs' }).click();
    await answered(page);
    expect(new URL(page.url()).pathname).toMatch(/\/coverage$/);
    // A short period has cells without records.
    expect(
      await page
        .locator('[data-test-subj="auditUserCoverageHeat-kubeaudit"] tr')
        .filter({ hasText: 'prod-sc' })
        .locator('td')
        .allInnerTexts()
    ).toEqual(['×', '×', '×']);
    await screenshot(page, `coverage-silence-${profile}${dark ? '-dark' : ''}`);
    expect(await violations(page)).toEqual([]);
  });
});

it('a developer is told that authlog was not looked at, and nobody is told of no gaps', async () => {
  const path = `/coverage${period}`;
  const developer = await visit(browser, { user: 'developer', path });
  await answered(developer.page);
  const authlog = developer.page.locator('[data-test-subj="auditUserCoverage-authlog"]');
  expect(await authlog.innerText()).toContain('Whether it has gaps is not known');
  expect(await authlog.innerText()).not.toContain('No shortcomings');
  expect(
    await developer.page.locator('[data-test-subj="auditUserCoverageHeat-kubeaudit"]').count()
  ).toBe(1);
  await screenshot(developer.page, 'coverage-developer');
  await developer.context.close();
  const { page, context } = await visit(browser, { user: 'nobody', path });
  const alert = page.locator('[data-test-subj="auditUserFailure"]');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('You are not allowed to read the audit logs');
  expect(await page.locator('[data-test-subj="auditUserCoverage"]').count()).toBe(0);
  await context.close();
});
