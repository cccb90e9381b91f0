/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'react-router-dom';
import type { AccessLogState } from '../../common/api/access_log';
import { createAuditClient } from '../api/audit_client';
import { PurposeStore, withPurpose } from '../api/purpose_store';
import { createQueryClient } from '../api/query_client';
import { ServicesProvider, type Services } from '../components/services_context';
import type { AppMountParameters, CoreStart } from '../host_types';
import { AppRoutes } from './app_routes';
import { ErrorBoundary } from './error_boundary';
import { renderRoot } from './render_root';

function toServices(core: CoreStart, accessLog: AccessLogState | undefined): Services {
  if (!accessLog?.enabled) return { core, auditClient: createAuditClient(core.http) };
  const purpose = new PurposeStore();
  return {
    core,
    auditClient: createAuditClient(withPurpose(core.http, purpose)),
    access: { purpose, pseudonymise: accessLog.pseudonymise },
  };
}

/**
 * Shows the application.
 *
 * @returns what the host calls when the user leaves
 */
export function mountApplication(
  core: CoreStart,
  { element, history }: AppMountParameters,
  accessLog?: AccessLogState
): () => void {
  const queryClient = createQueryClient();
  const services = toServices(core, accessLog);
  const unmount = renderRoot(
    <core.i18n.Context>
      <ServicesProvider services={services}>
        <QueryClientProvider client={queryClient}>
          <Router history={history}>
            <ErrorBoundary>
              <AppRoutes />
            </ErrorBoundary>
          </Router>
        </QueryClientProvider>
      </ServicesProvider>
    </core.i18n.Context>,
    element
  );
  return () => {
    unmount();
    // Requests on their way are aborted, and no answer stays in memory.
    void queryClient.cancelQueries();
    queryClient.clear();
  };
}
