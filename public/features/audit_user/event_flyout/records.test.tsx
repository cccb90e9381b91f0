/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen } from '@testing-library/react';
import { testEvent } from '../event_words/test_event';
import { answer, section, setUp } from './test_flyout';

describe('bodies', () => {
  it('are said to be absent when none was logged', async () => {
    setUp(async () => answer());
    const body = await section('Request body');
    expect(body.getByText(/^None in the log/)).toBeInTheDocument();
  });

  it('are shown as they are, and never as markup', async () => {
    const text = '{"name": "<img src=x onerror=alert(1)>"}';
    setUp(async () =>
      answer(testEvent(), {
        requestObject: { text, json: true, length: text.length, truncated: false },
      })
    );
    const body = await section('Request body');
    expect(body.getByText(/<img src=x onerror/)).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });

  it('keep their lines and show what else is hidden in them', async () => {
    const text = 'first\nsec\u200bond';
    setUp(async () =>
      answer(testEvent(), {
        requestObject: { text, json: false, length: text.length, truncated: false },
      })
    );
    const body = await section('Request body');
    expect(body.getByText(/^first/).textContent).toBe('first\nsec⟨U+200B⟩ond');
  });

  it('say how long they really are when cut off', async () => {
    setUp(async () =>
      answer(testEvent(), {
        responseObject: { text: '{', json: false, length: 2_500_000, truncated: true },
      })
    );
    const body = await section('Response body');
    expect(body.getByText(/the logged text is 2,500,000 characters long/)).toBeInTheDocument();
  });

  it('show only their beginning when large, until asked for all', async () => {
    const text = 'a'.repeat(30_000) + 'END';
    const { input } = setUp(async () =>
      answer(testEvent(), {
        responseObject: { text, json: false, length: text.length, truncated: false },
      })
    );
    const body = await section('Response body');
    expect(body.queryByText(/END$/)).toBeNull();
    await input.click(body.getByRole('button', { name: 'Show all 30,003 characters' }));
    expect(body.getByText(/END$/)).toBeInTheDocument();
  });
});

describe('the records as stored', () => {
  it('are written out once opened', async () => {
    const { input } = setUp(async () => answer());
    const records = await section('Records as stored');
    expect(records.queryByText(/"auditID"/)).toBeNull();
    await input.click(records.getByRole('button', { name: /^ResponseComplete: / }));
    expect(records.getByText(/"auditID"/)).toBeInTheDocument();
  });
});

describe('completeness', () => {
  it('gives the reasons why something may be missing', async () => {
    const reasons = [{ code: 'timed_out' as const, message: 'OpenSearch stopped early.' }];
    setUp(async () => answer(testEvent(), { completeness: { complete: false, reasons } }));
    expect(await screen.findByText('OpenSearch stopped early.')).toBeInTheDocument();
  });
});

describe('the way to Discover', () => {
  it('is not offered where the user has no Discover', async () => {
    const { find } = setUp(async () => answer());
    await screen.findByRole('region', { name: 'Who' });
    expect(screen.queryByRole('link', { name: /Open in Discover/ })).toBeNull();
    expect(find).not.toHaveBeenCalled();
  });

  it('leads to the audit id in the index pattern that covers the record', async () => {
    setUp(async () => answer(), {
      discover: true,
      patterns: [
        { id: 'other', attributes: { title: 'kubeaudit-old-*' } },
        { id: 'the-pattern', attributes: { title: 'kubeaudit*' } },
      ],
    });
    const link = await screen.findByRole('link', { name: /Open in Discover/ });
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining('/base/app/data-explorer/discover#?_g=')
    );
    await screen.findByRole('region', { name: 'Who' });
    expect(screen.getByRole('link', { name: /Open in Discover/ })).toHaveAttribute(
      'href',
      expect.stringContaining("indexPattern:'the-pattern'")
    );
  });
});
