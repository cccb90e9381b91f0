/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createAuditClient } from '../../api/audit_client';
import { PurposeStore, withPurpose } from '../../api/purpose_store';
import { createQueryClient } from '../../api/query_client';
import type { CoreStart, HttpOptions } from '../../host_types';
import { ServicesProvider, useServices } from '../services_context';
import { PurposeBar } from './purpose_bar';

beforeEach(() => window.sessionStorage.clear());

function Directory() {
  const { auditClient } = useServices();
  const { data } = useQuery({ queryKey: ['x'], queryFn: () => auditClient.directory() });
  return <p>{data ? 'answered' : 'asked'}</p>;
}

function open(pseudonymise: boolean | undefined) {
  const get = jest.fn(async (_path: string, _options?: HttpOptions) => ({}));
  const core = { http: { get, post: get } } as unknown as CoreStart;
  const purpose = new PurposeStore();
  const recorded = pseudonymise !== undefined;
  const http = recorded ? withPurpose(core.http, purpose) : core.http;
  render(
    <ServicesProvider
      services={{
        core,
        auditClient: createAuditClient(http),
        ...(recorded ? { access: { purpose, pseudonymise } } : {}),
      }}
    >
      <QueryClientProvider client={createQueryClient()}>
        <PurposeBar />
        <Directory />
      </QueryClientProvider>
    </ServicesProvider>
  );
  const headers = () => get.mock.calls.map(([, options]) => options?.headers);
  return { get, headers, input: userEvent.setup() };
}

it('shows nothing and sends nothing where nothing is recorded', async () => {
  const { headers } = open(undefined);
  await screen.findByText('answered');
  expect(screen.queryByLabelText('Purpose')).not.toBeInTheDocument();
  expect(headers()).toEqual([undefined]);
});

it('says that looking is recorded, and asks nothing of its own', async () => {
  const { headers } = open(false);
  await screen.findByText('answered');
  expect(screen.getByText(/It is recorded who looks at what here, and why/)).toBeInTheDocument();
  expect(headers()).toEqual([{}]);
});

it('says that names are pseudonyms, and asks again once a purpose is given', async () => {
  const { headers, input } = open(true);
  await screen.findByText('answered');
  expect(screen.getByRole('status')).toHaveTextContent('give a purpose to see them');
  await input.type(screen.getByLabelText('Purpose'), 'Incident 17: Å');
  await input.click(screen.getByRole('button', { name: 'Ask for this purpose' }));
  await waitFor(() => expect(headers()).toHaveLength(2));
  expect(headers()[1]).toEqual({ 'x-audit-user-purpose': 'Incident%2017%3A%20%C3%85' });
  expect(screen.getByRole('status')).toHaveTextContent('Names are shown for the purpose');
  expect(new PurposeStore().get()).toBe('Incident 17: Å');
});

it('takes a purpose back, and with it what was shown for it', async () => {
  window.sessionStorage.setItem('auditUser.purpose', 'Incident 17');
  const { headers, input } = open(true);
  await screen.findByText('answered');
  expect(headers()).toEqual([{ 'x-audit-user-purpose': 'Incident%2017' }]);
  await input.clear(screen.getByLabelText('Purpose'));
  await input.click(screen.getByRole('button', { name: 'Ask for this purpose' }));
  await waitFor(() => expect(headers()).toHaveLength(2));
  expect(headers()[1]).toEqual({});
});

it('does not send what the server would refuse', async () => {
  const { headers, input } = open(true);
  await screen.findByText('answered');
  await input.click(screen.getByLabelText('Purpose'));
  await input.paste('x'.repeat(501));
  expect(screen.getByText(/At most 500 characters/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Ask for this purpose' })).toBeDisabled();
  expect(headers()).toHaveLength(1);
});
