/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HistogramBucket } from '../../../../common/api/kube_summary';
import { ServicesProvider } from '../../../components/services_context';
import type { CoreStart } from '../../../host_types';
import type { AuditClient } from '../../../api/audit_client';
import { Activity } from './activity';

const BUCKETS: HistogramBucket[] = [
  {
    from: '2026-01-27T10:00:00.000Z',
    to: '2026-01-27T11:00:00.000Z',
    count: 1203,
    byOutcome: { success: 1200, forbidden: 3 },
  },
  {
    from: '2026-01-27T11:00:00.000Z',
    to: '2026-01-27T12:00:00.000Z',
    count: 0,
    byOutcome: {},
  },
];

function setUp(buckets = BUCKETS, approximate = false) {
  const uiSettings = { get: (_key: string, usual?: unknown) => usual };
  const services = { core: { uiSettings } as unknown as CoreStart, auditClient: {} as AuditClient };
  const onNarrow = jest.fn();
  const view = render(
    <ServicesProvider services={services}>
      <Activity buckets={buckets} approximate={approximate} onNarrow={onNarrow} />
    </ServicesProvider>
  );
  return { ...view, onNarrow, input: userEvent.setup() };
}

describe('the activity', () => {
  it('is there as a table of figures too, without the steps in which nothing happened', async () => {
    const { input } = setUp();
    await input.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = screen.getByRole('table');
    // OUI writes the caption a moment later.
    expect(await screen.findByText(/Requests over time by outcome/)).toBeInTheDocument();
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveTextContent(/1,203/);
    expect(rows[1]).toHaveTextContent(/1,200/);
    expect(within(table).getByRole('columnheader', { name: 'Denied' })).toBeInTheDocument();
    expect(within(table).queryByRole('columnheader', { name: /server error/ })).toBeNull();
  });

  it('narrows the period to a step without the first instant of the next', async () => {
    const { input, onNarrow } = setUp();
    await input.click(screen.getByRole('button', { name: 'Show as table' }));
    await input.click(screen.getByRole('button', { name: /Narrow the period to the step/ }));
    expect(onNarrow).toHaveBeenCalledWith({
      from: '2026-01-27T10:00:00.000Z',
      to: '2026-01-27T10:59:59.999Z',
    });
  });

  it('says when the bars are estimates', () => {
    setUp(BUCKETS, true);
    expect(screen.getByText(/Estimated: too many requests/)).toBeInTheDocument();
  });

  it('is left out when there is nothing to draw', () => {
    expect(setUp([]).container).toBeEmptyDOMElement();
  });
});
