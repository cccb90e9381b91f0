/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import { Router } from 'react-router-dom';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { KubeEventsRequest, KubeEventsResponse } from '../../../common/api/kube_events';
import {
  FACETS,
  type Facet,
  type FacetName,
  type KubeSummary,
} from '../../../common/api/kube_summary';
import { createAuditClient } from '../../api/audit_client';
import { createQueryClient } from '../../api/query_client';
import { ServicesProvider } from '../../components/services_context';
import type { CoreStart, HttpOptions } from '../../host_types';
import { AuditUserView } from './audit_user_view';
import { testEvent } from './event_words/test_event';

// Slow machines, and the attribute that Dashboards uses for tests.
configure({ asyncUtilTimeout: 15_000, testIdAttribute: 'data-test-subj' });

/** The period that the server makes of a question. */
export const RANGE = { from: '2026-01-20T12:00:00.000Z', to: '2026-01-27T12:00:00.000Z' };

const NO_VALUES: Facet = { values: [], moreValues: 0, approximate: false };

/** A summary with these facets. */
export function summary(
  facets: Partial<Record<FacetName, Facet>> = {},
  changes: Partial<KubeSummary> = {}
): KubeSummary {
  const none = Object.fromEntries(FACETS.map((name) => [name, NO_VALUES]));
  return {
    requests: { value: 1, relation: 'eq' },
    histogram: [
      {
        from: '2026-01-27T10:00:00.000Z',
        to: '2026-01-27T11:00:00.000Z',
        count: 1,
        byOutcome: { success: 1 },
      },
    ],
    facets: { ...(none as Record<FacetName, Facet>), ...facets },
    headline: {
      users: 1,
      denied: { total: 0 },
      unauthenticated: 0,
      errors: 0,
      streaming: 0,
      impersonated: 0,
      writes: 0,
    },
    approximate: false,
    ...changes,
  };
}

/** An answer of one event, complete unless changed. */
export function answer(changes: Partial<KubeEventsResponse> = {}): KubeEventsResponse {
  return {
    range: RANGE,
    total: { value: 1, relation: 'eq' },
    events: [testEvent()],
    beganEarlier: 0,
    recordsInRange: 1234,
    completeness: { complete: true, reasons: [] },
    summary: summary(),
    ...changes,
  };
}

/** An answer without events. */
export const nothing = (changes: Partial<KubeEventsResponse> = {}) =>
  answer({ events: [], total: { value: 0, relation: 'eq' }, ...changes });

/** The failure of the host's client that goes with an answer of the server. */
export function httpError(statusCode: number, code: string, message = 'words of the server') {
  const body = { statusCode, error: 'Error', message, attributes: { code } };
  return Object.assign(new Error('HttpFetchError'), { body });
}

/** The server, as a function. */
export type Ask = (
  request: KubeEventsRequest,
  signal?: AbortSignal
) => KubeEventsResponse | Promise<KubeEventsResponse>;

/** Shows the view at an address, with this server behind it. Nothing but the host's HTTP client is faked. */
export function setUp(ask: Ask, search = '') {
  const requests: KubeEventsRequest[] = [];
  const signals: AbortSignal[] = [];
  const post = jest.fn(async (path: string, { body = '{}', signal }: HttpOptions = {}) => {
    if (path !== ENDPOINTS.kubeEvents) return new Promise(() => undefined);
    const request = JSON.parse(body) as KubeEventsRequest;
    requests.push(request);
    if (signal) signals.push(signal);
    return ask(request, signal);
  });
  const core = {
    http: { post },
    application: { capabilities: {}, getUrlForApp: () => '/' },
    chrome: { setBreadcrumbs: jest.fn(), docTitle: { change: jest.fn() } },
    uiSettings: { get: () => undefined },
    savedObjects: { client: { find: async () => ({ savedObjects: [] }) } },
  } as unknown as CoreStart;
  const history = createMemoryHistory({ initialEntries: [`/${search}`] });
  const view = render(
    <ServicesProvider services={{ core, auditClient: createAuditClient(core.http) }}>
      <QueryClientProvider client={createQueryClient()}>
        <Router history={history}>
          <AuditUserView />
        </Router>
      </QueryClientProvider>
    </ServicesProvider>
  );
  return {
    ...view,
    requests,
    signals,
    history,
    input: userEvent.setup(),
    last: () => requests[requests.length - 1],
    address: () => new URLSearchParams(history.location.search),
  };
}

/** The row of the event whose words contain this. */
export const openButton = (words: RegExp) => screen.findByRole('button', { name: words });
