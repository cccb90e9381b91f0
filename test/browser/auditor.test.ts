/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Browser, Page } from 'playwright-core';
import { HOST_PROFILES, type ProfileName } from '../host/host_profiles';
import { sampleStory } from '../sample_data';
import { launch, screenshot, settled, visit, type Visit } from './support/browser';
import { SAMPLE, SAMPLE_RANGE } from './support/sample';

const story = sampleStory(SAMPLE);
const period = `?from=${SAMPLE_RANGE.from}&to=${SAMPLE_RANGE.to}`;
const storyPath =
  `?from=${story.range.from}&to=${story.range.to}` +
  `&users=${encodeURIComponent(story.person)}&clusters=${story.cluster}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Rows of the table, without its head. */
const rowsOf = (page: Page) => page.locator('[data-test-subj="auditUserEvents"] tbody tr');

const announced = (page: Page) =>
  page.locator('[data-test-subj="auditUserAnnouncement"]').innerText();

describe.each(Object.keys(HOST_PROFILES) as ProfileName[])('on Dashboards %s', (profile) => {
  let open: Visit;
  const go = async (path: string, more: { user?: string; dark?: boolean } = {}) => {
    open = await visit(browser, { profile, path, ...more });
    await settled(open.page);
    return open.page;
  };
  afterEach(async () => {
    expect(open.problems).toEqual([]);
    await open.context.close();
  });

  it('the first view costs one request', async () => {
    await go(period);
    expect(open.asked).toEqual(['kube_events']);
  });

  it('an auditor picks a person and a cluster and reads all that the person did', async () => {
    const page = await go(`?from=${story.range.from}&to=${story.range.to}`);
    await page.getByRole('button', { name: /^Users: all/ }).click();
    await page
      .getByRole('option', { name: new RegExp(story.person) })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await page.locator('[data-test-subj="auditUserFilter-clusters"]').click();
    await page.getByRole('option', { name: new RegExp(story.cluster) }).click();
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (count) =>
        document
          .querySelector('[data-test-subj="auditUserAnnouncement"]')
          ?.textContent?.includes(String(count)),
      story.events.length
    );
    await settled(page);
    expect(await announced(page)).toContain(String(story.events.length));
    expect(await rowsOf(page).count()).toBe(story.events.length);
    const search = new URL(page.url()).searchParams;
    expect(search.getAll('users')).toEqual([story.person]);
    expect(search.getAll('clusters')).toEqual([story.cluster]);
    expect(await page.locator('body').innerText()).not.toContain(story.password);
    await screenshot(page, `story-${profile}`);
  });

  it('the address alone reopens the same view, and back leads back', async () => {
    const page = await go(storyPath);
    expect(await rowsOf(page).count()).toBe(story.events.length);
    const before = page.url();
    await page.reload();
    await settled(page);
    expect(page.url()).toBe(before);
    expect(await rowsOf(page).count()).toBe(story.events.length);
    await page.getByRole('button', { name: /Remove the filter .*prod-wc/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('clusters'));
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.has('clusters'));
    await settled(page);
    expect(await rowsOf(page).count()).toBe(story.events.length);
  });

  it('an event opens by keyboard, tells everything, and gives the focus back', async () => {
    const page = await go(`${storyPath}&resources=pods%2Fexec&outcomes=success`);
    const opener = rowsOf(page)
      .first()
      .getByRole('button')
      .filter({ hasText: /ran|opened|copied/ });
    await opener.first().focus();
    await page.keyboard.press('Enter');
    const flyout = page.getByRole('dialog');
    await flyout.getByRole('region', { name: 'Who' }).waitFor();
    expect(await flyout.innerText()).toContain(story.person);
    expect(new URL(page.url()).searchParams.get('event')).toMatch(/^kubeaudit-default-/);
    await screenshot(page, `flyout-${profile}`);
    await page.keyboard.press('Escape');
    await flyout.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('event')).toBe(false);
    expect(await opener.first().evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('system traffic is one click away', async () => {
    const page = await go(period);
    const people = await announced(page);
    await page.getByRole('switch', { name: /Include system traffic/ }).click();
    await page.waitForURL((url) => url.searchParams.get('system') === 'true');
    await page.waitForFunction(
      (text) =>
        document.querySelector('[data-test-subj="auditUserAnnouncement"]')?.textContent !== text,
      people
    );
    await settled(page);
    expect(await page.locator('body').innerText()).toMatch(/system:/);
  });

  it('more rows are loaded on demand', async () => {
    const page = await go(period);
    expect(await rowsOf(page).count()).toBe(50);
    await page.getByRole('button', { name: /more/i }).last().click();
    await page.waitForFunction(
      () => document.querySelectorAll('[data-test-subj="auditUserEvents"] tbody tr').length === 100
    );
    expect(open.asked).toEqual(['kube_events', 'kube_events']);
  });
});
