/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ENDPOINTS } from '../../common/api/endpoints';
import { kubeEventRequestSchema } from '../../common/api/kube_event';
import { kubeEventsRequestSchema } from '../../common/api/kube_events';
import { kubeSummaryRequestSchema } from '../../common/api/kube_summary';
import { usersRequestSchema } from '../../common/api/users';
import { readKubeEvent } from '../kube_audit/event_service';
import { listKubeEvents, summariseKubeEvents } from '../kube_audit/events_service';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { listUsers } from '../kube_audit/users_service';
import { readStatus, type StatusOptions } from '../status/status_service';
import { registerGet, registerRoute, type RouteDeps } from './register_route';

/** Registers every route of the plugin. */
export function registerRoutes(
  deps: RouteDeps,
  kubeAudit: KubeAuditOptions,
  status: StatusOptions
): void {
  registerRoute(deps, {
    path: ENDPOINTS.users,
    schema: usersRequestSchema,
    handle: (request, { search, now }) => listUsers(request, search, kubeAudit, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.kubeEvents,
    schema: kubeEventsRequestSchema,
    handle: (request, { search, now }) => listKubeEvents(request, search, kubeAudit, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.kubeSummary,
    schema: kubeSummaryRequestSchema,
    handle: (request, { search, now }) => summariseKubeEvents(request, search, kubeAudit, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.kubeEvent,
    schema: kubeEventRequestSchema,
    handle: (request, { search }) => readKubeEvent(request, search, kubeAudit),
  });
  registerGet(deps, ENDPOINTS.status, ({ search }) => readStatus(search, status));
}
