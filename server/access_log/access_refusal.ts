/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError, isAuditError } from '../errors/audit_error';
import { isWriteBlock } from '../search/upstream_error';

/** Rights of which one is missing, by what was refused. */
export const RIGHTS = {
  who: 'to ask OpenSearch who you are',
  make: 'to make the index (indices:admin/create)',
  add: 'to add documents to it (indices:data/write/bulk, indices:data/write/index)',
  // OpenSearch refuses both alike.
  add_or_make:
    'to add documents to it (indices:data/write/bulk, indices:data/write/index) or, where it is not there yet, to make it (indices:admin/create)',
} as const;

/**
 * Why nothing is shown: the look could not be recorded.
 *
 * @param right what was tried when it failed
 * @returns `forbidden` with the right that is missing; `upstream_unavailable` for every other failure; a session that
 *   is not accepted stays what it is. What is no {@link AuditError} is a fault of the plugin.
 */
export function toAccessRefusal(
  error: unknown,
  index: string,
  right: keyof typeof RIGHTS
): unknown {
  if (!isAuditError(error) || error.details.authentication === true) return error;
  const details = { ...error.details, accessLog: index };
  const begin = `Who looks at what is recorded here, in ${index}, and your look could not be`;
  if (error.code === 'forbidden' && !isWriteBlock(error)) {
    return new AuditError(
      'forbidden',
      `${begin}: you lack the right ${RIGHTS[right]}. Nothing is shown; ask for a role that may record, such as access_recorder`,
      { ...details, right }
    );
  }
  return new AuditError(
    'upstream_unavailable',
    `${begin} (${isWriteBlock(error) ? 'OpenSearch made the index read-only, as it does when disks are nearly full' : error.message}). Nothing is shown; try again, or tell your administrator`,
    details
  );
}
