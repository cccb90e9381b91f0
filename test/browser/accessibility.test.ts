/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import type { Browser, Page } from 'playwright-core';
import { launch, screenshot, settled, visit } from './support/browser';
import { SAMPLE_RANGE } from './support/sample';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const period = `?from=${SAMPLE_RANGE.from}&to=${SAMPLE_RANGE.to}`;

interface AxeResults {
  violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary?: string }> }>;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What axe has against the application, by the rules of WCAG 2.2 A and AA. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
    };
    return axe.run(
      // The frame around it is that of the development host.
      {
        include: ['.hostApplication', '[data-euiportal="true"]', '.euiFlyout']
          .filter((s) => document.querySelector(s))
          .map((s) => [s]),
      },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
    );
  });
  return results.violations.map(
    ({ id, nodes: [first, ...more] }) =>
      `${id} (${more.length + 1}): ${first.html.slice(0, 200)} ${first.failureSummary ?? ''}`
  );
}

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
});
