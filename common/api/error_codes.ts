/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What can go wrong, as `attributes.code` of an error body says it. */
export const ERROR_CODES = [
  'invalid_request',
  'forbidden',
  'index_missing',
  'conflict',
  'too_large',
  'timeout',
  'upstream_unavailable',
  'upstream_error',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Body of every answer that is not a success. */
export interface ApiErrorBody {
  statusCode: number;
  error: string;
  message: string;
  attributes: { code: ErrorCode; [detail: string]: unknown };
}
