/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { render, screen } from '@testing-library/react';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { testEvent } from '../event_words/test_event';
import { OutcomeCell } from './outcome_cell';
import { SourceCell } from './source_cell';
import { TimeCell } from './time_cell';

const FORMAT = 'YYYY-MM-DD HH:mm:ss.SSS';

describe('where a request came from', () => {
  const show = (sourceIps: string[]) =>
    render(<SourceCell event={testEvent({ sourceIps })} onFilter={jest.fn()} />);
  const addresses = () => screen.getAllByRole('button').map((button) => button.textContent?.trim());

  it('is the one address of a direct request', () => {
    const { container } = show(['198.51.100.7']);
    expect(container).toHaveTextContent(/^198\.51\.100\.7$/);
  });

  it('is first of all what the API server saw, since a client can write the others', () => {
    const { container } = show(['8.8.8.8', '10.0.0.1', '198.51.100.7']);
    expect(addresses()).toEqual(['198.51.100.7', '8.8.8.8']);
    expect(container).toHaveTextContent('198.51.100.7claimed: 8.8.8.8 and 1 more');
  });

  it('is left empty when the log does not say', () => {
    const { container } = show([]);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('how a request ended', () => {
  const show = (changes: Partial<KubeEvent>) =>
    render(<OutcomeCell event={testEvent(changes)} onFilter={jest.fn()} />);

  it.each(['authorization', 'admission'] as const)(
    'says who refused it apart from the badge, where nothing is cut: %s',
    (denial) => {
      show({ outcome: 'forbidden', code: 403, denial });
      expect(screen.getByText('Denied (403)')).toBeInTheDocument();
      expect(screen.getByText(`by ${denial}`)).toBeInTheDocument();
    }
  );

  it('does not say who refused it when the log does not', () => {
    show({ outcome: 'forbidden', code: 403 });
    expect(screen.getByText('Denied (403)')).toBeInTheDocument();
    expect(screen.queryByText(/^by /)).toBeNull();
  });

  it('marks what is still open', () => {
    show({ code: 101, state: 'open' });
    expect(screen.getByText('Connected (101)')).toBeInTheDocument();
    expect(screen.getByText('Still open, or its end was not logged')).toBeInTheDocument();
  });
});

describe('when a request was received', () => {
  it('has UTC and the text of the log at hand', () => {
    const receivedAt = '2026-01-27T10:00:00.100123Z';
    const { container } = render(
      <TimeCell event={testEvent({ receivedAt })} dateFormat={FORMAT} />
    );
    const time = container.querySelector('time');
    expect(time).toHaveAttribute('datetime', receivedAt);
    expect(time).toHaveAttribute('title', `2026-01-27 10:00:00.100 UTC\n${receivedAt}`);
    expect(container).not.toHaveTextContent('again');
  });

  it('says how many records were delivered again', () => {
    const { container } = render(
      <TimeCell event={testEvent({ duplicates: 2 })} dateFormat={FORMAT} />
    );
    expect(container).toHaveTextContent('2 records delivered again, counted once');
  });
});
