/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactElement } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createQueryClient } from '../../../api/query_client';
import { ServicesProvider, type Services } from '../../../components/services_context';

/** Renders with these services and an empty cache of answers. */
export function renderWithServices(element: ReactElement, services: unknown) {
  const client = createQueryClient();
  const wrap = (child: ReactElement) => (
    <ServicesProvider services={services as Services}>
      <QueryClientProvider client={client}>{child}</QueryClientProvider>
    </ServicesProvider>
  );
  const { rerender, ...result } = render(wrap(element));
  return { ...result, rerender: (next: ReactElement) => rerender(wrap(next)) };
}
