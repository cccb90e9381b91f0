/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { screen } from '@testing-library/react';
import type { AuthlogLinesRequest, AuthlogLinesResponse } from '../../../common/api/authlog_lines';
import { ENDPOINTS } from '../../../common/api/endpoints';
import { httpError, renderView } from '../test_render_view';
import { AuthlogLines } from './authlog_lines';

const DOCUMENT = { index: 'authlog-default-2026.01.27-000001', id: 'line-1' };

/** What the server answers about one line of sudo. */
function answer(
  message: string,
  changes: Partial<AuthlogLinesResponse> = {}
): AuthlogLinesResponse {
  const source = { '@timestamp': '2026-01-27T08:15:02Z', host: 'node-1', ident: 'sshd', pid: '17' };
  return {
    lines: [{ document: DOCUMENT, source: { ...source, message }, masked: true }],
    missing: [],
    leftOut: [],
    canUnmask: true,
    completeness: { complete: true, reasons: [] },
    ...changes,
  };
}

function setUp(ask: (request: AuthlogLinesRequest) => unknown, total?: number) {
  return renderView(<AuthlogLines documents={[DOCUMENT]} total={total} />, '/', {
    [ENDPOINTS.authlogLines]: ask,
  });
}

describe('lines of authlog', () => {
  it('are shown as stored, and the whole document on demand', async () => {
    const { input } = setUp(() => answer('Accepted publickey'));
    expect(await screen.findByText('2026-01-27T08:15:02Z node-1 sshd[17]:')).toBeInTheDocument();
    expect(screen.getByText('Accepted publickey')).toBeInTheDocument();
    await input.click(screen.getByRole('button', { name: /Document authlog-default.*line-1/ }));
    expect(await screen.findByText(/"pid"/)).toBeInTheDocument();
  });

  it('that are hostile are text', async () => {
    const { container } = setUp(() => answer('<img src=x>\u001b[2Jroot\nforged'));
    expect(await screen.findByText('<img src=x>␛[2Jroot␊forged')).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  });

  it('show likely secrets only when asked to, and hide them again', async () => {
    const { input, sentTo } = setUp(({ unmask }) =>
      unmask ? answer('--token=s3cret', { canUnmask: false }) : answer('--token=***')
    );
    await input.click(await screen.findByText('Show masked values'));
    expect(await screen.findByText('--token=s3cret')).toBeInTheDocument();
    expect(sentTo(ENDPOINTS.authlogLines)).toEqual([
      { documents: [DOCUMENT] },
      { documents: [DOCUMENT], unmask: true },
    ]);
    await input.click(screen.getByText('Mask again'));
    expect(await screen.findByText('--token=***')).toBeInTheDocument();
  });

  it('offer no secrets where the configuration does not allow it', async () => {
    setUp(() => answer('--token=***', { canUnmask: false }));
    expect(await screen.findByText(/configuration does not let/)).toBeInTheDocument();
    expect(screen.queryByText('Show masked values')).not.toBeInTheDocument();
  });

  it('say how many are gone or hidden, and how many are not shown', async () => {
    setUp(() => answer('x', { lines: [], missing: [DOCUMENT] }), 12);
    expect(await screen.findByText('1 line is no longer there, or hidden from you')).toBeVisible();
    expect(screen.getByText(/11 more lines belong to it/)).toBeInTheDocument();
  });

  it('say what is left out of them', async () => {
    const reason = { code: 'scan_limit_reached' as const, message: '1 of the lines is too long' };
    setUp(() => answer('x', { completeness: { complete: false, reasons: [reason] } }));
    expect(await screen.findByText(/1 of the lines is too long/)).toBeInTheDocument();
  });

  it('say why they cannot be read', async () => {
    setUp(() => Promise.reject(httpError(403, 'forbidden')));
    expect(await screen.findByText(/not allowed to read authlog/)).toBeInTheDocument();
  });
});
