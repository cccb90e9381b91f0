/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiErrorBody, ErrorCode } from '../../common/api/error_codes';

/** A refusal or failure of the server, by its name. */
export class AuditApiError extends Error {
  constructor(
    message: string,
    readonly code: ErrorCode | undefined,
    readonly statusCode: number | undefined,
    /** Not logged in, or no longer: a matter of the session, not of rights. */
    readonly loggedOut = false,
    /** What the plugin's server said besides; undefined where the answer is not its own, or none came. */
    readonly details?: Readonly<Record<string, unknown>>
  ) {
    super(message);
    this.name = 'AuditApiError';
  }
}

/** Whether a request failed because nobody is logged in. */
export function isLoggedOut(error: unknown): boolean {
  return error instanceof AuditApiError && error.loggedOut;
}

/**
 * What a status means when it does not come from the plugin: a proxy that gave up, or Dashboards itself. A 404
 * is not among them: it would be a missing route, not a missing index.
 */
const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  403: 'forbidden',
  408: 'timeout',
  413: 'too_large',
  502: 'upstream_unavailable',
  503: 'upstream_unavailable',
  504: 'timeout',
};

/** What the host's client throws, as far as it is used here. A proxy's page is a body that is no object. */
interface HttpFetchError {
  name?: string;
  message?: string;
  body?: Partial<ApiErrorBody> | string;
  response?: { status?: number };
}

/** Names what the host's client threw. An aborted request is passed on as it is. */
export function toApiError(thrown: unknown): unknown {
  const { name, message, body, response } = (thrown ?? {}) as HttpFetchError;
  if (name === 'AbortError') return thrown;
  const answer: Partial<ApiErrorBody> = typeof body === 'object' && body !== null ? body : {};
  const status = answer.statusCode ?? response?.status;
  return new AuditApiError(
    answer.message ?? message ?? String(thrown),
    answer.attributes?.code ?? (status === undefined ? undefined : CODE_BY_STATUS[status]),
    status,
    status === 401 || answer.attributes?.authentication === true,
    answer.attributes
  );
}
