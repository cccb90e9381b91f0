/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactElement } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { ServicesProvider, type Services } from '../../../components/services_context';

/** Renders with these services and an empty query cache; a failure is not asked again. */
export function renderWithServices(element: ReactElement, services: unknown) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
    logger: { log: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const wrap = (child: ReactElement) => (
    <ServicesProvider services={services as Services}>
      <QueryClientProvider client={client}>{child}</QueryClientProvider>
    </ServicesProvider>
  );
  const { rerender, ...result } = render(wrap(element));
  return { ...result, rerender: (next: ReactElement) => rerender(wrap(next)) };
}
