/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Browser } from 'playwright-core';
import { launch, screenshot, settled, visit, type VisitOptions } from './support/browser';
import { SAMPLE_RANGE } from './support/sample';

const period = `?from=${SAMPLE_RANGE.from}&to=${SAMPLE_RANGE.to}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function read(options: VisitOptions): Promise<string> {
  const { page, context } = await visit(browser, options);
  await settled(page);
  const text = await page.locator('main').innerText();
  await context.close();
  return text;
}

it('a user without rights is told that they may not look', async () => {
  const text = await read({ user: 'nobody', path: period });
  expect(text).toMatch(/not allowed|no permission|may not/i);
  expect(text).not.toMatch(/nothing found|no requests/i);
});

it('a missing index is no empty log', async () => {
  const text = await read({ url: process.env.AUDIT_USER_TEST_NO_INDEX, path: period });
  expect(text).toContain('kubeaudit-there-is-none*');
  expect(text).not.toMatch(/nothing found|no requests/i);
});

it('nothing found says what was searched', async () => {
  const text = await read({ path: `${period}&users=nobody-of-this-name&clusters=prod-wc` });
  expect(text).toMatch(/no requests|nothing/i);
  expect(text).toContain('nobody-of-this-name');
  // Half past in Stockholm is two hours later than in UTC, and both are said.
  expect(text).toContain('2026-05-31 00:00:00.000 UTC');
  expect(text).toMatch(/\d[\d,]* records/);
});

it('a period that begins before the log does is marked', async () => {
  const text = await read({ path: '?from=2026-01-01T00:00:00.000Z&to=2026-06-30T15:00:00.000Z' });
  expect(text).toContain('The log does not reach back this far');
});

it('document-level security narrows the view to what is allowed', async () => {
  const text = await read({ user: 'workload-developer', path: `${period}&system=true` });
  expect(text).toContain('prod-wc');
  expect(text).not.toContain('prod-sc');
});

it('hostile values in the address are refused by name and break nothing', async () => {
  const { page, context, problems } = await visit(browser, {
    path: `${period}&outcomes=%3Cscript%3Ealert(1)%3C/script%3E&users=%E2%80%AEevil&event=%2F`,
  });
  await settled(page);
  expect(await page.locator('[data-test-subj="auditUserDropped"]').innerText()).toMatch(/outcome/i);
  expect(problems).toEqual([]);
  expect(await page.locator('main').innerText()).not.toContain('\u202e');
  await context.close();
});

it('a narrow window shows everything without a sideways scroll', async () => {
  const { page, context } = await visit(browser, {
    path: period,
    viewport: { width: 480, height: 900 },
  });
  await settled(page);
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]);
  await screenshot(page, 'narrow');
  await context.close();
});
