/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactElement } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import { Router } from 'react-router-dom';
import { createAuditClient } from '../api/audit_client';
import { createQueryClient } from '../api/query_client';
import type { CoreStart, HttpOptions } from '../host_types';
import { ServicesProvider } from './services_context';

// Slow machines, and the attribute that Dashboards uses for tests.
configure({ asyncUtilTimeout: 15_000, testIdAttribute: 'data-test-subj' });

/** A request as the server gets it. */
export interface SentRequest {
  path: string;
  body: unknown;
  signal?: AbortSignal;
}

/** The server: what it answers on a path. A path that is not there never answers. */
export type FakeServer = Partial<Record<string, (body: never, request: SentRequest) => unknown>>;

/** The failure of the host's client that goes with an answer of the server. */
export function httpError(statusCode: number, code: string, message = 'words of the server') {
  const body = { statusCode, error: 'Error', message, attributes: { code } };
  return Object.assign(new Error('HttpFetchError'), { body });
}

/** An answer that never comes. */
export const never = () => new Promise<never>(() => undefined);

/** Shows a view at an address with this server behind it. Nothing but the host's HTTP client is faked. */
export function renderView(view: ReactElement, address: string, server: FakeServer) {
  const requests: SentRequest[] = [];
  const send = async (path: string, { body, signal }: HttpOptions = {}) => {
    const request = { path, body: body === undefined ? undefined : JSON.parse(body), signal };
    requests.push(request);
    const answer = server[path];
    return answer ? answer(request.body as never, request) : never();
  };
  const core = {
    http: { basePath: { prepend: (path: string) => path }, post: send, get: send },
    application: { capabilities: {}, getUrlForApp: () => '/' },
    chrome: { setBreadcrumbs: jest.fn(), docTitle: { change: jest.fn() } },
    uiSettings: { get: () => undefined },
    notifications: { toasts: { addWarning: jest.fn() } },
    savedObjects: { client: { find: async () => ({ savedObjects: [] }) } },
  } as unknown as CoreStart;
  const history = createMemoryHistory({ initialEntries: [address] });
  const rendered = render(
    <ServicesProvider services={{ core, auditClient: createAuditClient(core.http) }}>
      <QueryClientProvider client={createQueryClient()}>
        <Router history={history}>{view}</Router>
      </QueryClientProvider>
    </ServicesProvider>
  );
  return {
    ...rendered,
    core,
    requests,
    /** Bodies sent to one path, in order. */
    sentTo: <Body,>(path: string) =>
      requests.filter((request) => request.path === path).map(({ body }) => body as Body),
    history,
    input: userEvent.setup(),
    address: () => new URLSearchParams(history.location.search),
  };
}
