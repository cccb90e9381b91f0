/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';

/** Error body of OpenSearch: an object, or plain text on a 401. */
interface UpstreamBody {
  error?: {
    type?: string;
    reason?: string;
    root_cause?: Array<{ type?: string; reason?: string }>;
  };
}

/** Longest piece of OpenSearch's own words that is passed on. */
const MAX_REASON = 300;

/** Exceptions by which OpenSearch says that it has too much to do right now. */
const OVERLOADED = /circuit_breaking|rejected_execution|too_many_requests/;

/** Exceptions that a mapping which differs from the expected one causes. */
const MAPPING =
  /can't (?:sort|merge)|failed to parse|Fielddata is disabled|aggregation type|illegal_argument|class_cast|number_format|mapping/i;

/**
 * Names what OpenSearch answered instead of results.
 *
 * @param status HTTP status of the answer, or of the item within `_msearch`
 * @param index pattern that was asked, for the message
 */
export function toUpstreamError(status: number, body: unknown, index: string): AuditError {
  const error =
    typeof body === 'object' && body !== null ? (body as UpstreamBody).error : undefined;
  const cause = error?.root_cause?.[0] ?? error;
  const type = String(cause?.type ?? error?.type ?? 'unknown').slice(0, MAX_REASON);
  const reason = String(cause?.reason ?? error?.reason ?? '').slice(0, MAX_REASON);
  const details = { index, upstreamStatus: status, upstreamType: type };
  if (status === 401) {
    return new AuditError('forbidden', 'OpenSearch did not accept your session: log in again', {
      ...details,
      authentication: true,
    });
  }
  if (status === 403) {
    return new AuditError(
      'forbidden',
      `You may not search ${index}: ask for a role that grants read access to it`,
      details
    );
  }
  if (status === 404) {
    return new AuditError(
      'index_missing',
      `No index matches ${index}, or none that you may see`,
      details
    );
  }
  if (status === 429 || status === 503 || OVERLOADED.test(type)) {
    return new AuditError(
      'upstream_unavailable',
      `OpenSearch has no capacity for this search right now (${type}): try again, or a shorter period`,
      details
    );
  }
  if (status === 408 || status === 504)
    return new AuditError('timeout', 'OpenSearch took too long', details);
  const hint = MAPPING.test(`${type} ${reason}`)
    ? '. An index may have another mapping than the others: see the Coverage of the logs or ask your administrator'
    : '';
  return new AuditError(
    'upstream_error',
    `OpenSearch could not answer (${type}): ${reason || `status ${status}`}${hint}`,
    details
  );
}

/** Shape of errors that opensearch-js throws, 1.x and 2.x. */
interface ClientError {
  name?: string;
  message?: string;
  statusCode?: number;
  meta?: { statusCode?: number | null; body?: unknown };
}

/** Names what the client threw: no connection, no answer in time, an aborted request, or an error status. */
export function fromClientError(thrown: unknown, index: string): AuditError {
  if (thrown instanceof AuditError) return thrown;
  const error = (thrown ?? {}) as ClientError;
  const status = error.meta?.statusCode ?? error.statusCode;
  switch (error.name) {
    case 'TimeoutError':
      return new AuditError('timeout', 'OpenSearch did not answer in time: try a shorter period', {
        index,
      });
    case 'RequestAbortedError':
      return new AuditError('timeout', 'The search was cancelled', { index, cancelled: true });
    case 'ConnectionError':
    case 'NoLivingConnectionsError':
      return new AuditError('upstream_unavailable', 'OpenSearch cannot be reached', { index });
    case 'DeserializationError':
      return new AuditError('upstream_error', 'The answer of OpenSearch could not be read', {
        index,
      });
    default:
      if (typeof status === 'number') return toUpstreamError(status, error.meta?.body, index);
      throw thrown;
  }
}

/**
 * OpenSearch refuses every write, or every new index, whoever asks: disks are nearly full, or somebody made it so
 * (`index.blocks`, `cluster.blocks`). It answers with the status of a right that is missing, or of too little capacity.
 */
export const isWriteBlock = ({ details }: AuditError): boolean =>
  details.upstreamType === 'cluster_block_exception' ||
  details.upstreamType === 'index_create_block_exception';
