/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import userEvent from '@testing-library/user-event';
import type { KubeEventRequest, KubeEventResponse } from '../../../../common/api/kube_event';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { testEvent } from '../event_words/test_event';
import { renderWithServices } from '../event_words/test_render';
import { EventFlyout } from './event_flyout';

/** The record that tests click. */
export const DOCUMENT = { index: 'kubeaudit-default-2026.01.27-000001', id: 'doc-1' };

/** An answer of the server about `event`, complete unless changed. */
export function answer(
  event: KubeEvent = testEvent(),
  changes: Partial<KubeEventResponse> = {}
): KubeEventResponse {
  return {
    event,
    stages: [
      {
        _index: DOCUMENT.index,
        _id: DOCUMENT.id,
        _source: {
          stage: 'ResponseComplete',
          '@timestamp': '2026-01-27T10:00:00.104211000+00:00',
          responseStatus: { code: 200 },
          auditID: event.auditId,
        },
      },
    ],
    masked: false,
    unmaskAllowed: false,
    completeness: { complete: true, reasons: [] },
    ...changes,
  };
}

/** The server, as a function. */
export type Ask = (request: KubeEventRequest, signal?: AbortSignal) => Promise<KubeEventResponse>;

/** What the host offers. */
export interface Host {
  discover?: boolean;
  patterns?: Array<{ id: string; attributes: { title: string } }>;
}

/** Shows the flyout with this server behind it. */
export function setUp(ask: Ask, { discover = false, patterns = [] }: Host = {}) {
  const kubeEvent = jest.fn(ask);
  const find = jest.fn(async () => ({ savedObjects: patterns }));
  const onClose = jest.fn();
  const onFilter = jest.fn();
  const services = {
    auditClient: { kubeEvent },
    core: {
      application: {
        capabilities: discover ? { discover: { show: true } } : {},
        getUrlForApp: (app: string, { path }: { path: string }) => `/base/app/${app}/${path}`,
      },
      savedObjects: { client: { find } },
    },
  };
  const flyout = (document = DOCUMENT) => (
    <MemoryRouter>
      <EventFlyout document={document} onClose={onClose} onFilter={onFilter} />
    </MemoryRouter>
  );
  const { rerender } = renderWithServices(flyout(), services);
  return {
    kubeEvent,
    find,
    onClose,
    onFilter,
    input: userEvent.setup(),
    show: (document: typeof DOCUMENT) => rerender(flyout(document)),
  };
}

/** The section with this heading, once it is there. */
export const section = async (name: string) => within(await screen.findByRole('region', { name }));

/** A server that fails with this code. */
export const failure = (code: string) => async () => {
  throw Object.assign(new Error('the words of the server'), { code });
};
