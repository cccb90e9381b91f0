/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ErrorCode } from '../../common/api/error_codes';

/** HTTP status of each error code: its one home. */
export const STATUS_BY_CODE: Record<ErrorCode, number> = {
  invalid_request: 400,
  forbidden: 403,
  index_missing: 404,
  conflict: 409,
  too_large: 413,
  timeout: 504,
  upstream_unavailable: 503,
  upstream_error: 502,
  internal: 500,
};

/**
 * A named failure of this plugin. Domains throw it, `register_route` maps it to HTTP once.
 * The message is shown to the user: it must not carry log content or OpenSearch's own text beyond
 * a type and a reason.
 */
export class AuditError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {}
  ) {
    super(message);
    this.name = 'AuditError';
  }

  /** HTTP status that goes with the code. */
  get statusCode(): number {
    return STATUS_BY_CODE[this.code];
  }
}

/** True for an {@link AuditError}, also one of another copy of this module. */
export function isAuditError(error: unknown): error is AuditError {
  return error instanceof Error && error.name === 'AuditError' && 'code' in error;
}
