/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ENDPOINTS } from '../../common/api/endpoints';
import type { ErrorCode } from '../../common/api/error_codes';
import type { KubeEventRequest, KubeEventResponse } from '../../common/api/kube_event';
import type { KubeEventsRequest, KubeEventsResponse } from '../../common/api/kube_events';
import type { StatusResponse } from '../../common/api/status';
import type { UsersRequest, UsersResponse } from '../../common/api/users';
import type { HttpStart } from '../host_types';
import { toApiError } from './to_api_error';

/** Why a request failed; undefined when no answer came at all. */
export function errorCode(error: unknown): ErrorCode | undefined {
  return error instanceof Error && 'code' in error ? (error.code as ErrorCode) : undefined;
}

/** The server's words for a failure. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Asks the server of the plugin. */
export interface AuditClient {
  users(request: UsersRequest, signal?: AbortSignal): Promise<UsersResponse>;
  kubeEvents(request: KubeEventsRequest, signal?: AbortSignal): Promise<KubeEventsResponse>;
  kubeEvent(request: KubeEventRequest, signal?: AbortSignal): Promise<KubeEventResponse>;
  status(signal?: AbortSignal): Promise<StatusResponse>;
}

/** Makes the client. Questions travel in the body of a POST, so that user names stay out of access logs. */
export function createAuditClient(http: HttpStart): AuditClient {
  const named = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request;
    } catch (error) {
      throw toApiError(error);
    }
  };
  const ask =
    <Request, Response>(path: string) =>
    (request: Request, signal?: AbortSignal) =>
      named(http.post<Response>(path, { body: JSON.stringify(request), signal }));
  return {
    users: ask(ENDPOINTS.users),
    kubeEvents: ask(ENDPOINTS.kubeEvents),
    kubeEvent: ask(ENDPOINTS.kubeEvent),
    status: (signal) => named(http.get<StatusResponse>(ENDPOINTS.status, { signal })),
  };
}
