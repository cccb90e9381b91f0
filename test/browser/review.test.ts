/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Browser, Page } from 'playwright-core';
import { HOST_PROFILES, type ProfileName } from '../host/host_profiles';
import { launch, screenshot, visit, type Visit } from './support/browser';
import { violations } from './support/violations';

/** Whole weeks of the sample, one for each test: what one signs is in the chain of the next. */
const week = (monday: string): string => {
  const from = new Date(`${monday}T00:00:00.000Z`);
  const to = new Date(from.getTime() + 7 * 86_400_000 - 1);
  return `from=${from.toISOString()}&to=${to.toISOString()}`;
};
const WEEKS: Record<ProfileName, string> = {
  '2.19': week('2026-06-15'),
  '3.6': week('2026-06-22'),
};
const OTHER_WEEK = week('2026-06-08');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const subject = (name: string) => `[data-test-subj="${name}"]`;

async function open(path: string, options: Parameters<typeof visit>[1] = {}): Promise<Visit> {
  return visit(browser, { user: 'reviewer', path, ...options });
}

async function prepared(page: Page): Promise<void> {
  await page.waitForSelector(subject('auditUserPreparedReview'), { timeout: 90_000 });
}

/** Says of everything that was found that it was reviewed, and of the first that it was escalated. */
async function decideAll(page: Page, conclusion: string): Promise<void> {
  // OUI puts the radio itself out of sight; its label is what people click.
  for (const label of await page.locator('label', { hasText: /^Reviewed$/ }).all()) {
    await label.click();
  }
  await page
    .locator('label', { hasText: /^Escalated as/ })
    .first()
    .click();
  await page.getByLabel('Ticket or incident (required)').fill('INC-42');
  await page.getByLabel('Conclusion (required)').fill(conclusion);
}

async function sign(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign …' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Sign as ${name}` })
    .click();
}

const failure = (page: Page) => page.locator(subject('auditUserSignFailure'));
const record = (page: Page) => page.locator(subject('auditUserReviewRecord'));

describe.each(Object.keys(HOST_PROFILES) as ProfileName[])('on Dashboards %s', (profile) => {
  it('a review is prepared, decided, signed and read, and is in the calendar', async () => {
    const { page, context, problems, asked } = await open(
      `/reviews/prepare?${WEEKS[profile]}&pattern=kubeaudit`,
      { profile }
    );
    await prepared(page);
    expect(asked.filter((name) => name !== 'reviews')).toEqual([]);
    await page
      .getByRole('button', { name: /^Read the sample/ })
      .first()
      .click();
    await page.locator(subject('auditUserReviewSample')).first().waitFor();
    await screenshot(page, `review-prepared-${profile}`);
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Sign …' }).isDisabled()).toBe(true);

    await decideAll(page, 'One incident, nothing else.');
    await page.reload();
    await prepared(page);
    expect(await page.getByLabel('Conclusion (required)').inputValue()).toBe(
      'One incident, nothing else.'
    );
    await page.getByRole('button', { name: 'Sign …' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/You sign as\s+reviewer/);
    await screenshot(page, `review-dialog-${profile}`);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sign as reviewer' }).click();

    await record(page).waitFor({ timeout: 90_000 });
    const text = await record(page).innerText();
    expect(text).toContain('Verified just now');
    expect(text).toContain('INC-42');
    expect(text).toContain('One incident, nothing else.');
    expect(await page.locator(subject('auditUserJustSigned')).innerText()).toContain('Signed.');
    await screenshot(page, `review-record-${profile}`);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('link', { name: 'All log reviews' }).click();
    const calendar = page.locator(subject('auditUserReviewCalendar'));
    await calendar.waitFor();
    expect(await calendar.innerText()).toMatch(/Reviewed[\s\S]*signed by reviewer on/);
    expect(await page.locator(subject('auditUserChain')).innerText()).toContain(
      'was verified just now'
    );
    await screenshot(page, `review-calendar-${profile}`);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });
});

it('of two who sign at once one is told, loses nothing, and signs after the other', async () => {
  const path = `/reviews/prepare?${OTHER_WEEK}&pattern=authlog`;
  const first = await open(path);
  const second = await open(path, { user: 'compliance' });
  await prepared(first.page);
  await prepared(second.page);
  await decideAll(first.page, 'By the first.');
  await decideAll(second.page, 'By the second.');
  await sign(second.page, 'compliance');
  await record(second.page).waitFor({ timeout: 90_000 });
  await sign(first.page, 'reviewer');
  await failure(first.page).waitFor({ timeout: 90_000 });
  expect(await failure(first.page).innerText()).toContain(
    'Not signed: another review was signed meanwhile'
  );
  expect(await record(first.page).count()).toBe(0);
  await first.page.getByRole('button', { name: 'Prepare it again' }).click();
  await failure(first.page).waitFor({ state: 'detached' });
  expect(await first.page.getByLabel('Conclusion (required)').inputValue()).toBe('By the first.');
  await first.page.waitForSelector(subject('auditUserStale'), { state: 'detached' });
  await sign(first.page, 'reviewer');
  await record(first.page).waitFor({ timeout: 90_000 });
  expect(await record(first.page).innerText()).toContain('By the first.');
  await first.context.close();
  await second.context.close();
});

it('who may read and not sign is told which role is missing, and keeps what was written', async () => {
  const { page, context } = await open(`/reviews/prepare?${OTHER_WEEK}&pattern=kubeaudit`, {
    user: 'auditor',
  });
  await prepared(page);
  await decideAll(page, 'By who may not.');
  await sign(page, 'auditor');
  await failure(page).waitFor({ timeout: 90_000 });
  expect(await failure(page).innerText()).toContain('review_signer');
  expect(await page.getByLabel('Conclusion (required)').inputValue()).toBe('By who may not.');
  expect(await violations(page)).toEqual([]);
  await context.close();
});

it('who may not read reviews is told so, and never that nothing was reviewed', async () => {
  const { page, context } = await open('/reviews', { user: 'developer' });
  await page.locator(subject('auditUserChain')).waitFor();
  expect(await page.locator(subject('auditUserChain')).innerText()).toContain(
    'review_reader is missing'
  );
  const calendar = await page.locator(subject('auditUserReviewCalendar')).innerText();
  expect(calendar).toContain('Not known');
  expect(calendar).not.toContain('Missed');
  expect(await violations(page)).toEqual([]);
  await context.close();
});

it.each([
  ['dark', { dark: true }],
  ['narrow', { viewport: { width: 480, height: 1000 } }],
] as const)('the pages hold in a %s window', async (name, options) => {
  const pages = [
    ['calendar', `/reviews?${OTHER_WEEK}`, 'auditUserReviewCalendar'],
    ['prepared', `/reviews/prepare?${OTHER_WEEK}&pattern=authlog`, 'auditUserPreparedReview'],
    ['record', '/reviews/1', 'auditUserReviewRecord'],
  ];
  for (const [page, path, wait] of pages) {
    const visited = await open(path, options);
    await visited.page.waitForSelector(subject(wait), { timeout: 90_000 });
    await screenshot(visited.page, `review-${page}-${name}`);
    expect([page, await violations(visited.page)]).toEqual([page, []]);
    await visited.context.close();
  }
});
