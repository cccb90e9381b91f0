/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Fragment } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import { createMemoryHistory } from 'history';
import type { AccessLogState } from '../../common/api/access_log';
import type { CoreStart, HttpOptions } from '../host_types';
import { mountApplication } from './mount';

jest.setTimeout(30_000);

/** Opens the application at an address, with a server that never answers. */
function open(path: string, accessLog?: AccessLogState) {
  const signals: AbortSignal[] = [];
  const post = jest.fn((_path: string, { signal }: HttpOptions = {}) => {
    if (signal) signals.push(signal);
    return new Promise(() => undefined);
  });
  const core = {
    http: { post },
    i18n: { Context: Fragment },
    application: { capabilities: {} },
    chrome: { setBreadcrumbs: jest.fn(), docTitle: { change: jest.fn() } },
    uiSettings: { get: (_key: string, usual?: unknown) => usual },
  } as unknown as CoreStart;
  const element = document.createElement('div');
  document.body.append(element);
  const history = createMemoryHistory({ initialEntries: [path] });
  let unmount = () => {};
  act(() => {
    unmount = mountApplication(core, { element, history }, accessLog);
  });
  return { element, post, signals, core, unmount: () => act(unmount) };
}

describe('the application', () => {
  it('shows the view while it asks, and gives up the question when it is left', async () => {
    const { element, post, signals, core, unmount } = open('/');
    expect(screen.getByRole('heading', { level: 1, name: 'Audit user' })).toBeInTheDocument();
    expect(screen.getByText('Searching the audit log …')).toBeInTheDocument();
    await waitFor(() => expect(post).toHaveBeenCalledTimes(1));
    expect(core.chrome.docTitle.change).toHaveBeenCalledWith('Audit user');
    unmount();
    expect(element).toBeEmptyDOMElement();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('still asks one question where looking is recorded, and says why', async () => {
    window.sessionStorage.setItem('auditUser.purpose', 'Incident 17');
    const { post, unmount } = open('/', { enabled: true, pseudonymise: true });
    expect(screen.getByLabelText('Purpose')).toHaveValue('Incident 17');
    await waitFor(() => expect(post).toHaveBeenCalledTimes(1));
    expect(post.mock.calls[0][1]?.headers).toEqual({ 'x-audit-user-purpose': 'Incident%2017' });
    unmount();
    window.sessionStorage.clear();
  });

  it.each([
    ['/ssh', 'SSH access'],
    ['/group-accounts', 'Group accounts'],
  ])(
    'fetches the view of %s when it is opened, below the way to the others',
    async (path, name) => {
      const { unmount } = open(path);
      expect(
        await screen.findByRole('heading', { level: 1, name }, { timeout: 15_000 })
      ).toBeInTheDocument();
      expect(screen.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
      expect(screen.getByRole('link', { name: 'Audit user' })).toBeInTheDocument();
      unmount();
    }
  );

  it('says of an unknown address that there is no such page, and asks nothing', () => {
    const { post, unmount } = open('/<b>no</b>\u202ewhere');
    expect(screen.getByRole('heading', { name: 'There is no such page' })).toBeInTheDocument();
    expect(screen.getByText('/<b>no</b>⟨U+202E⟩where')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Go to Audit user' })).toHaveAttribute('href', '/');
    expect(post).not.toHaveBeenCalled();
    unmount();
  });
});
