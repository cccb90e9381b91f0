/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorBoundary } from './error_boundary';

describe('a view that cannot be drawn', () => {
  it('says so instead of leaving an empty page, and can be tried again', async () => {
    // React tells the console of every error that it hands to a boundary.
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let broken = true;
    function View() {
      if (broken) throw new Error('a record that nobody thought of');
      return <p>the view</p>;
    }
    render(
      <ErrorBoundary>
        <View />
      </ErrorBoundary>
    );
    expect(screen.getByRole('alert')).toHaveTextContent('This view cannot be shown');
    expect(screen.getByRole('alert')).toHaveTextContent('says nothing about what happened');
    broken = false;
    await userEvent.setup().click(screen.getByRole('button', { name: 'Show it again' }));
    expect(screen.getByText('the view')).toBeInTheDocument();
    log.mockRestore();
  });
});
