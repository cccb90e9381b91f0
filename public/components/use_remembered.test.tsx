/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useChartsAsTables, useRemembered } from './use_remembered';

function Rows() {
  const [rows, setRows] = useRemembered('rows.ssh', [200, 500]);
  return <button onClick={() => setRows(500)}>{`${rows} rows`}</button>;
}

function Chart() {
  const [asTable, setAsTable] = useChartsAsTables();
  return <button onClick={() => setAsTable(!asTable)}>{asTable ? 'table' : 'chart'}</button>;
}

afterEach(() => jest.restoreAllMocks());

describe('how something is shown', () => {
  it('is as it was after a reload', async () => {
    const input = userEvent.setup();
    const before = render(<Rows />);
    await input.click(screen.getByText('200 rows'));
    expect(screen.getByText('500 rows')).toBeInTheDocument();
    before.unmount();
    render(<Rows />);
    expect(screen.getByText('500 rows')).toBeInTheDocument();
  });

  it('holds for every chart, and can be changed back', async () => {
    const input = userEvent.setup();
    const before = render(<Chart />);
    await input.click(screen.getByText('chart'));
    before.unmount();
    const after = render(<Chart />);
    await input.click(screen.getByText('table'));
    after.unmount();
    render(<Chart />);
    expect(screen.getByText('chart')).toBeInTheDocument();
  });

  it.each(['1000000', 'NaN', ''])('is as usual when %j is stored', (stored) => {
    window.sessionStorage.setItem('auditUser.rows.ssh', stored);
    render(<Rows />);
    expect(screen.getByText('200 rows')).toBeInTheDocument();
  });

  it('can be changed where the browser stores nothing', async () => {
    const refuse = () => {
      throw new Error('SecurityError');
    };
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
    render(<Rows />);
    await userEvent.setup().click(screen.getByText('200 rows'));
    expect(screen.getByText('500 rows')).toBeInTheDocument();
  });
});
