/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { existsSync, mkdirSync } from 'fs';
import { join } from 'path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { ProfileName } from '../../host/host_profiles';
import { SITE_VARIABLE } from './global_setup';

/** Where Chromium is; Debian's package, or what the variable says. */
const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path)
);

/** Quiet, offline, and able to run as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SCREENSHOTS = join(__dirname, '..', 'screenshots');

interface Site {
  hosts: Record<ProfileName, string>;
  users: Record<string, string>;
}

function site(): Site {
  const text = process.env[SITE_VARIABLE];
  if (!text) throw new Error('Browser tests need their global setup');
  return JSON.parse(text) as Site;
}

/** Starts Chromium. */
export async function launch(): Promise<Browser> {
  if (!CHROMIUM) throw new Error('Chromium is missing: apt-get install chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** How a page is opened. */
export interface VisitOptions {
  profile?: ProfileName;
  user?: string;
  /** Below the application, such as `?from=now-1h`. */
  path?: string;
  dark?: boolean;
  viewport?: { width: number; height: number };
  /** Another host than that of the profile. */
  url?: string;
}

/** A page with what went wrong on it: a test that looks at it expects nothing. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  problems: string[];
  /** Requests to the API of the plugin, by the last part of their path. */
  asked: string[];
  address: string;
}

/** Logs in and opens the application. */
export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { profile = '2.19', user = 'auditor', path = '', dark = false } = options;
  const { hosts, users } = site();
  const url = options.url ?? hosts[profile];
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1400, height: 1000 },
    timezoneId: 'Europe/Stockholm',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (dark) {
    await context.addCookies([{ name: 'host_dark_mode', value: 'true', url: new URL(url).origin }]);
  }
  const page = await context.newPage();
  const problems: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const name = /\/api\/audit_user\/(\w+)/.exec(request.url())?.[1];
    if (name) asked.push(name);
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) {
      problems.push(`asked ${request.url()}`);
    }
  });
  await page.goto(`${url}/login`);
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password').fill(users[user]);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(`${url}/`);
  const address = `${url}/app/auditUser${path.startsWith('/') ? '' : '/'}${path}`;
  await page.goto(address);
  return { page, context, problems, asked, address };
}

/** Keeps a picture for people; no test compares it. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** The answer is there, of whatever kind. */
export async function settled(page: Page): Promise<void> {
  const kinds = ['auditUserEvents', 'auditUserNothing', 'auditUserFailure'];
  const selector = kinds.map((kind) => `[data-test-subj="${kind}"]`).join(', ');
  await page.waitForSelector(selector, { timeout: 60_000 });
  await page.waitForSelector('[data-test-subj="auditUserStale"]', { state: 'detached' });
}
