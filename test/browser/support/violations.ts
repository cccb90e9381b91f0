/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary?: string }> }>;
}

/** What axe has against the application, by the rules of WCAG 2.2 A and AA. */
export async function violations(page: Page): Promise<string[]> {
  // In the middle of a transition a colour is none of the design.
  await page.addStyleTag({
    content: '* { transition: none !important; animation: none !important }',
  });
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
