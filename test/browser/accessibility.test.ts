/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Browser } from 'playwright-core';
import { launch, screenshot, settled, visit } from './support/browser';
import { SAMPLE_RANGE } from './support/sample';
import { violations } from './support/violations';

const period = `?from=${SAMPLE_RANGE.from}&to=${SAMPLE_RANGE.to}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([
  ['2.19', false],
  ['2.19', true],
  ['3.6', false],
  ['3.6', true],
] as const)('Dashboards %s, dark: %s', (profile, dark) => {
  it('the view has no violation', async () => {
    const { page, context } = await visit(browser, { profile, dark, path: period });
    await settled(page);
    await screenshot(page, `view-${profile}-${dark ? 'dark' : 'light'}`);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('an opened event has no violation', async () => {
    const { page, context } = await visit(browser, {
      profile,
      dark,
      path: `${period}&resources=pods%2Fexec`,
    });
    await settled(page);
    await page
      .locator('[data-test-subj="auditUserEvents"] tbody tr')
      .first()
      .getByRole('button')
      .filter({ hasText: /\w/ })
      .first()
      .waitFor();
    const opener = page
      .locator('[data-test-subj="auditUserEvents"] tbody tr button')
      .filter({ hasText: /ran|opened|copied|tried/ });
    await opener.first().click();
    await page.getByRole('dialog').getByRole('region', { name: 'Who' }).waitFor();
    await screenshot(page, `event-${profile}-${dark ? 'dark' : 'light'}`);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('the coverage page has no violation in a narrow window, which does not scroll sideways', async () => {
    const { page, context } = await visit(browser, { profile, dark, path: `/coverage${period}` });
    await page.setViewportSize({ width: 480, height: 900 });
    await page.locator('[data-test-subj="auditUserCoverage"]').waitFor({ timeout: 60_000 });
    await screenshot(page, `coverage-narrow-${profile}-${dark ? 'dark' : 'light'}`);
    expect(await violations(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    ).toBeLessThanOrEqual(0);
    await context.close();
  });

  it('a prepared review has no violation', async () => {
    const week = 'from=2026-06-15T00:00:00.000Z&to=2026-06-21T23:59:59.999Z';
    const { page, context } = await visit(browser, {
      profile,
      dark,
      user: 'reviewer',
      path: `/reviews/prepare?${week}&pattern=kubeaudit`,
    });
    await page.waitForSelector('[data-test-subj="auditUserPreparedReview"]', { timeout: 90_000 });
    await page
      .locator('label', { hasText: /^Harmless because/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /^Read the sample/ })
      .first()
      .click();
    await screenshot(page, `review-${profile}-${dark ? 'dark' : 'light'}`);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
