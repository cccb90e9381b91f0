/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import { Router } from 'react-router-dom';
import { ViewNavigation } from './view_navigation';

function setUp(path: string) {
  const history = createMemoryHistory({ initialEntries: [path] });
  render(
    <Router history={history}>
      <ViewNavigation />
    </Router>
  );
  return { history, input: userEvent.setup() };
}

describe('the way from view to view', () => {
  it('is links, and says which view this is', () => {
    setUp('/ssh?from=now-1d&to=now');
    expect(screen.getByRole('navigation', { name: 'Views' })).toBeInTheDocument();
    const links = screen.getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Audit user',
      'SSH access',
      'Group accounts',
      'People',
      'Reviews',
      'Coverage',
      'Evidence',
    ]);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([
      null,
      'page',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('takes the period along, and no filter', async () => {
    const { history, input } = setUp('/?from=now-1d&to=now&users=alice');
    const link = screen.getByRole('link', { name: 'SSH access' });
    expect(link).toHaveAttribute('href', '/ssh?from=now-1d&to=now');
    await input.click(link);
    expect(history.location).toMatchObject({ pathname: '/ssh', search: '?from=now-1d&to=now' });
  });

  it('leaves a click with a modifier to the browser', async () => {
    const { history, input } = setUp('/?from=now-1d&to=now');
    // jsdom can open no page.
    window.addEventListener('click', (event) => event.preventDefault(), { once: true });
    await input.keyboard('{Control>}');
    await input.click(screen.getByRole('link', { name: 'SSH access' }));
    expect(history.location.pathname).toBe('/');
  });
});
