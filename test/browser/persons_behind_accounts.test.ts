/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Browser, Page } from 'playwright-core';
import { HOST_PROFILES, type ProfileName } from '../host/host_profiles';
import { sampleDirectory } from '../sample_data';
import { launch, screenshot, visit, type Visit } from './support/browser';
import { SAMPLE, SAMPLE_RANGE } from './support/sample';
import { violations } from './support/violations';

const period = `?from=${SAMPLE_RANGE.from}&to=${SAMPLE_RANGE.to}`;
const [{ person = '' }] = sampleDirectory(SAMPLE).entries.filter(
  (entry) => entry.kind === 'ssh_key'
);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const subject = (name: string) => `[data-test-subj="${name}"]`;

describe.each(Object.keys(HOST_PROFILES) as ProfileName[])('on Dashboards %s', (profile) => {
  let open: Visit;
  const go = async (path: string, waitFor: string, more: Parameters<typeof visit>[1] = {}) => {
    open = await visit(browser, { profile, path, ...more });
    await open.page.waitForSelector(waitFor, { timeout: 60_000 });
    return open.page;
  };
  afterEach(async () => {
    expect(open.problems).toEqual([]);
    await open.context.close();
  });

  it('SSH access costs one request, and a session opens with its lines', async () => {
    const page = await go(`/ssh${period}`, subject('auditUserSshLines'));
    expect(open.asked).toEqual(['ssh_sessions']);
    await screenshot(page, `ssh-${profile}`);
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: /show the session of/i })
      .first()
      .click();
    await page.getByRole('dialog').locator(subject('auditUserAuthlogLines')).waitFor();
    await screenshot(page, `ssh-session-${profile}`);
    expect(await violations(page)).toEqual([]);
    expect(new URL(page.url()).searchParams.get('session')).not.toBeNull();
  });

  it('group accounts cost one request, and a use opens with its reasons', async () => {
    const page = await go(`/group-accounts${period}`, subject('auditUserGroupUses'));
    expect(open.asked).toEqual(['group_accounts']);
    const accounts = await page.locator(subject('auditUserGroupAccounts')).innerText();
    for (const account of ['ubuntu', 'root', 'kubernetes-admin'])
      expect(accounts).toContain(account);
    await screenshot(page, `group-accounts-${profile}`);
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: /show the use of/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('region', { name: 'Who it was' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('the assessment is ready to be signed', async () => {
    const page = await go(
      `/group-accounts${period}&tab=assessment`,
      subject('auditUserAssessment')
    );
    const text = await page.locator(subject('auditUserAssessment')).innerText();
    expect(text).toContain('Assessment of the use of group accounts');
    expect(text).toMatch(/attributed to exactly one person\s+\d+/);
    await screenshot(page, `assessment-${profile}`);
    expect(await violations(page)).toEqual([]);
  });

  it('a timeline costs one request, zooms by keyboard, and goes back', async () => {
    const path = `/people/${encodeURIComponent(person)}${period}`;
    const page = await go(path, subject('auditUserTimelineEntries'));
    expect(open.asked).toEqual(['person_timeline']);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(person);
    await screenshot(page, `timeline-${profile}`);
    expect(await violations(page)).toEqual([]);
    const before = page.url();
    await page.getByRole('button', { name: 'Zoom in' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.toString() !== before);
    await page.goBack();
    expect(page.url()).toBe(before);
  });
});

it('an unknown key is filed with two clicks and a name, and is unknown no more', async () => {
  const path = `/group-accounts${period}&tab=unknown`;
  const { page, context, problems } = await visit(browser, { user: 'compliance', path });
  await page.waitForSelector(subject('auditUserUnknownKeys'), { timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
  const rows = page.locator(`${subject('auditUserUnknownKeys')} tbody tr`);
  const before = await rows.count();
  await page
    .getByRole('button', { name: /^File it… SHA256/ })
    .first()
    .click();
  await page.getByLabel('Person', { exact: true }).last().fill('new@example.com');
  await page.getByRole('button', { name: 'File it', exact: true }).click();
  await page.waitForFunction(
    ([selector, count]) => document.querySelectorAll(`${selector} tbody tr`).length < Number(count),
    [subject('auditUserUnknownKeys'), before] as const
  );
  await page.getByRole('tab', { name: 'Directory' }).click();
  await page.getByRole('link', { name: 'new@example.com' }).waitFor();
  await screenshot(page, 'directory');
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

const forbiddenWords = (page: Page) => page.locator(subject('auditUserFailure')).innerText();

it('a developer is told what they may not look at, and never shown nothing', async () => {
  const ssh = await visit(browser, { user: 'developer', path: `/ssh${period}` });
  await ssh.page.waitForSelector(subject('auditUserFailure'));
  expect(await forbiddenWords(ssh.page)).toContain('You are not allowed to read authlog');
  await ssh.context.close();
  const uses = await visit(browser, { user: 'developer', path: `/group-accounts${period}` });
  await uses.page.waitForSelector(subject('auditUserGroupUses'));
  const said = await uses.page.locator(subject('auditUserCompleteness')).innerText();
  expect(said).toContain('You may not read authlog');
  expect(said).toContain('directory');
  await uses.context.close();
  const timeline = await visit(browser, {
    user: 'developer',
    path: `/people/${encodeURIComponent(person)}${period}`,
  });
  await timeline.page.waitForSelector(subject('auditUserTimeline'));
  expect(await timeline.page.locator(subject('auditUserTimeline')).innerText()).toContain(
    'You may not look: authlog is not allowed for you'
  );
  await timeline.context.close();
});

it.each([
  ['dark', { dark: true }],
  ['narrow', { viewport: { width: 480, height: 1000 } }],
] as const)('the views hold in a %s window', async (name, options) => {
  const paths = [
    ['ssh', `/ssh${period}`, 'auditUserSshLines'],
    ['group-accounts', `/group-accounts${period}`, 'auditUserGroupUses'],
    ['timeline', `/people/${encodeURIComponent(person)}${period}`, 'auditUserTimelineEntries'],
  ];
  for (const [view, path, wait] of paths) {
    const { page, context } = await visit(browser, { path, ...options });
    await page.waitForSelector(subject(wait), { timeout: 60_000 });
    await screenshot(page, `${view}-${name}`);
    expect([view, await violations(page)]).toEqual([view, []]);
    await context.close();
  }
});
