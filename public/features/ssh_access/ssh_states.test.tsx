/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { screen } from '@testing-library/react';
import { COMPLETENESS_CODES, toCompleteness } from '../../../common/api/completeness';
import { httpError, never } from '../../components/test_render_view';
import { testAnswer, testFailures } from './test_ssh';
import { setUp } from './test_ssh_view';

jest.setTimeout(30_000);

/** An answer without sessions. */
const nothing = (lines: number) =>
  testAnswer({
    sessions: [],
    total: { value: 0, relation: 'eq' },
    histogram: { intervalMs: 1, bars: [] },
    failures: testFailures({ attempts: 0, groups: [] }),
    figures: { ...testAnswer().figures, sessions: 0, identified: 0, lines },
  });

describe('an SSH view without sessions', () => {
  it('says that it searches, and claims nothing', () => {
    setUp({ sessions: never });
    expect(screen.getByTestId('auditUserLoading')).toHaveTextContent('Searching authlog');
    expect(screen.queryByTestId('auditUserNothing')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'forbidden', /not allowed to read authlog/],
    [404, 'index_missing', /There is no authlog here/],
    [504, 'timeout', /took too long/],
    [503, 'upstream_unavailable', /cannot be reached/],
    [500, 'internal', /authlog could not be searched/],
  ])('tells %i (%s) from everything else', async (status, code, title) => {
    setUp({ sessions: () => Promise.reject(httpError(status, code)) });
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    expect(screen.queryByTestId('auditUserNothing')).not.toBeInTheDocument();
    expect(screen.queryByTestId('auditUserSshSessions')).not.toBeInTheDocument();
  });

  it('says to a developer that authlog is not for the role, instead of showing nothing', async () => {
    setUp({ sessions: () => Promise.reject(httpError(403, 'forbidden')) });
    expect(await screen.findByTestId('auditUserFailure')).toHaveTextContent(
      'Your role may read the Kubernetes audit log but not authlog'
    );
  });

  it('opens no session over a failure', async () => {
    setUp(
      { sessions: () => Promise.reject(httpError(403, 'forbidden')) },
      '?from=now-7d&to=now&session=s1'
    );
    await screen.findByTestId('auditUserFailure');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it.each([
    ['', 0, 'authlog is empty for this period'],
    ['', 1234, 'No session in this period'],
    ['&accounts=root', 1234, 'No session matches these filters'],
  ])('tells the kinds of nothing apart (%s, %d lines)', async (filters, lines, title) => {
    setUp({ sessions: () => nothing(lines) }, `?from=now-7d&to=now${filters}`);
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    expect(screen.getByTestId('auditUserNothing')).toHaveTextContent(
      '2026-01-20 12:00:00.000 UTC to 2026-01-27 12:00:00.000 UTC'
    );
  });

  it('is not sure of nothing when the answer is not complete', async () => {
    const reason = { code: 'scan_limit_reached', message: 'Only the newest lines.' } as const;
    setUp({
      sessions: () => ({ ...nothing(1234), completeness: toCompleteness([reason]) }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'No session found in the part of authlog that could be read',
      })
    ).toBeInTheDocument();
  });

  it.each(COMPLETENESS_CODES)('says in words what is missing for %s', async (code) => {
    const reason = { code, message: 'The words of the server.' };
    setUp({ sessions: () => testAnswer({ completeness: toCompleteness([reason]) }) });
    expect(await screen.findByTestId('auditUserCompleteness')).toHaveTextContent(
      'The words of the server.'
    );
  });
});
