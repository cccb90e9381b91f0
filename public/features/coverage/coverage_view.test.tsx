/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CoverageFinding, CoverageRequest } from '../../../common/api/coverage';
import { ENDPOINTS } from '../../../common/api/endpoints';
import { httpError, never, renderView, type FakeServer } from '../../components/test_render_view';
import { CoverageView } from './coverage_view';
import { testCoverage, testForbidden, testHour, testLine, testSource } from './test_coverage';

jest.setTimeout(60_000);

const setUp = (server: FakeServer, address = '/coverage?from=now-7d&to=now') =>
  renderView(<CoverageView />, address, server);

const answering = (...sources: Parameters<typeof testCoverage>[0]): FakeServer => ({
  [ENDPOINTS.coverage]: () => testCoverage(sources),
});

const silence: CoverageFinding = {
  kind: 'silence',
  source: 'kubeaudit',
  cluster: 'prod-wc',
  from: testHour(2),
  to: testHour(4),
  expected: 20,
  message: 'prod-wc had about 10 records an hour, and none from 02:00 to 04:00 UTC.',
};

const silent = testLine({ counts: [10, 10, 0, 0, 10, 10], records: 40, findings: [silence] });

describe('the coverage of the logs', () => {
  it('asks for the period of the address', async () => {
    const { sentTo } = setUp(answering(testSource(), testSource({ source: 'authlog' })));
    await screen.findByTestId('auditUserCoverage');
    expect(sentTo<CoverageRequest>(ENDPOINTS.coverage)).toEqual([
      { timeRange: { from: 'now-7d', to: 'now' } },
    ]);
  });

  it('asks for the clusters of the address, and says that others are not shown', async () => {
    const { sentTo } = setUp(
      answering(testSource(), testSource({ source: 'authlog' })),
      '/coverage?from=now-7d&to=now&clusters=prod-wc&clusters=prod-sc'
    );
    await screen.findByTestId('auditUserCoverage');
    expect(sentTo<CoverageRequest>(ENDPOINTS.coverage)).toEqual([
      { timeRange: { from: 'now-7d', to: 'now' }, clusters: ['prod-wc', 'prod-sc'] },
    ]);
    expect(screen.getByText(/Only what names these clusters is shown/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Prove this/ })).toHaveAttribute(
      'href',
      expect.stringContaining('clusters=prod-wc&clusters=prod-sc')
    );
  });

  it('asks anew for a cluster that is chosen, and keeps the others on offer', async () => {
    const { sentTo } = setUp(answering(testSource(), testSource({ source: 'authlog' })));
    await screen.findByTestId('auditUserCoverage');
    expect(screen.queryByText(/Only what names these clusters/)).not.toBeInTheDocument();
    const box = screen.getByRole('textbox', { name: 'Cluster' });
    await userEvent.type(box, 'prod-wc{enter}');
    expect(await screen.findByText(/Only what names these clusters/)).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByTestId('auditUserCoverage')).toHaveAttribute('aria-busy', 'false')
    );
    expect(sentTo<CoverageRequest>(ENDPOINTS.coverage)).toEqual([
      { timeRange: { from: 'now-7d', to: 'now' } },
      { timeRange: { from: 'now-7d', to: 'now' }, clusters: ['prod-wc'] },
    ]);
  });

  it('says that nothing was found only with what was looked for and what cannot be seen', async () => {
    setUp(answering(testSource(), testSource({ source: 'authlog' })));
    expect(
      await screen.findByText('No shortcomings of the logs were found in this period')
    ).toBeInTheDocument();
    const log = within(screen.getByTestId('auditUserCoverage-kubeaudit'));
    expect(log.getByText('No shortcomings of this log were found.')).toBeInTheDocument();
    expect(log.getByText(/Looked for were silences of clusters and nodes/)).toBeInTheDocument();
    expect(
      log.getByText('Silences shorter than 1 h 0 min cannot be seen here (1: prod-wc).')
    ).toBeInTheDocument();
  });

  it('does not take a log without records for one without shortcomings', async () => {
    const quiet = testLine({ counts: [0, 0, 0, 0, 0, 0], records: 0, expectedPerBar: 0 });
    const authlog = testSource({ source: 'authlog', records: 0, lines: [quiet] });
    setUp(answering(testSource(), authlog));
    expect(
      await screen.findByText(
        'A log has no records in this period, and too little is known to say whether that is usual'
      )
    ).toBeInTheDocument();
    expect(screen.getByTestId('auditUserCoverage-authlog')).not.toHaveTextContent(
      'No shortcomings'
    );
  });

  it('does not say that a log has no gaps where it may not be read', async () => {
    setUp(answering(testSource(), testForbidden()));
    expect(
      await screen.findByText('Not every log could be looked at. Shortcomings of the rest: 0')
    ).toBeInTheDocument();
    const log = screen.getByTestId('auditUserCoverage-authlog');
    expect(log).toHaveTextContent('This log was not looked at');
    expect(log).toHaveTextContent('authlog* may not be read.');
    expect(log).toHaveTextContent('Whether it has gaps is not known.');
    expect(log).not.toHaveTextContent('No shortcomings');
    expect(screen.getByTestId('auditUserCoverage-kubeaudit')).toHaveTextContent(
      'No shortcomings of this log were found.'
    );
  });

  it('lists all findings, most serious first, and leads to the time of each', async () => {
    const unparsed: CoverageFinding = {
      kind: 'unparsed',
      source: 'kubeaudit',
      count: 3,
      message: '3 of 40 records cannot be read.',
    };
    const stopped: CoverageFinding = {
      kind: 'stopped_reporting',
      source: 'authlog',
      cluster: 'prod-wc',
      host: 'node-1',
      from: testHour(1),
      to: testHour(6),
      ongoing: true,
      message: 'node-1 has been silent.',
    };
    const node = testLine({ kind: 'host', host: 'node-1', findings: [stopped] });
    setUp(
      answering(
        testSource({ lines: [silent], findings: [unparsed] }),
        testSource({ source: 'authlog', lines: [testLine(), node] })
      )
    );
    const list = within(await screen.findByTestId('auditUserCoverageFindings'));
    const rows = list.getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell')[4].textContent)).toEqual([
      expect.stringContaining('node-1 has been silent.'),
      expect.stringContaining('and none from 02:00 to 04:00 UTC.'),
      expect.stringContaining('3 of 40 records cannot be read.'),
    ]);
    expect(list.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/ssh?from=2026-01-27T01%3A00%3A00.000Z&to=2026-01-27T05%3A59%3A59.999Z&clusters=prod-wc&hosts=node-1',
      '/?from=2026-01-27T02%3A00%3A00.000Z&to=2026-01-27T03%3A59%3A59.999Z&clusters=prod-wc&system=true',
      '/?from=now-7d&to=now&system=true',
    ]);
  });

  it('draws a silence with a sign, and tells period and records of every cell', async () => {
    setUp(answering(testSource({ lines: [silent] }), testForbidden()));
    const map = within(await screen.findByTestId('auditUserCoverageHeat-kubeaudit'));
    const row = within(map.getByRole('rowheader', { name: /prod-wc/ }).closest('tr')!);
    const cells = row.getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['', '', '×', '×', '', '']);
    expect(cells[0].title).toMatch(/2026-01-27 .* to 2026-01-27 .*: 10 records$/);
    expect(cells[2].title).toMatch(
      /: 0 records\. Silence: nothing where records were to be expected$/
    );
    expect(map.getByRole('region')).toHaveAttribute('tabindex', '0');
    expect(map.getByTestId('auditUserCoverageLegend')).toHaveTextContent(
      'Silence: nothing where records were to be expected'
    );
  });

  it('says why a figure is not known, and what is not listed', async () => {
    const authlog = testSource({
      source: 'authlog',
      repaired: 7,
      linesBeyond: 12,
      duplicates: undefined,
      unknown: [{ what: 'duplicates', message: 'Lines have no id.' }],
      lines: [testLine({ expectedPerBar: undefined })],
    });
    setUp(answering(testSource(), authlog));
    const log = await screen.findByTestId('auditUserCoverage-authlog');
    expect(log).toHaveTextContent('Delivered more than oncenot known: Lines have no id.');
    expect(log).toHaveTextContent('With a misread time stamp, besides7');
    expect(log).toHaveTextContent(
      'About 12 more clusters or nodes are not listed: nothing is said about their silences.'
    );
    expect(log).toHaveTextContent(
      '1 usually write nothing in a column, or too little is known to say what is usual: they may have been silent without being named (prod-wc).'
    );
  });

  it('shows names out of the log as text', async () => {
    const cluster = '<img src=x onerror=alert(1)>\u202Egpj';
    const { container } = setUp(answering(testSource({ lines: [testLine({ cluster })] })));
    await screen.findByTestId('auditUserCoverage');
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).not.toContain('\u202E');
    expect(screen.getByRole('rowheader')).toHaveTextContent(
      '<img src=x onerror=alert(1)>⟨U+202E⟩gpj'
    );
  });

  it('leads to the evidence for logging in the same period', async () => {
    setUp(answering(testSource()));
    expect(await screen.findByRole('link', { name: 'Prove this' })).toHaveAttribute(
      'href',
      '/evidence?from=now-7d&to=now&control=8.15'
    );
  });

  it('says that it is looking', async () => {
    setUp({ [ENDPOINTS.coverage]: never });
    expect(await screen.findByTestId('auditUserLoading')).toBeInTheDocument();
    expect(screen.queryByText(/shortcomings/i)).not.toBeInTheDocument();
  });

  it.each([
    [httpError(403, 'forbidden'), 'You are not allowed to read the audit logs'],
    [httpError(404, 'index_missing'), 'There are no audit logs here'],
    [httpError(504, 'timeout'), 'The search took too long and was stopped'],
  ])('tells a failure by its name', async (error, title) => {
    setUp({ [ENDPOINTS.coverage]: () => Promise.reject(error) });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.queryByText(/shortcomings/i)).not.toBeInTheDocument();
  });
});
