/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { AuditError } from '../errors/audit_error';

/** What a log told, or why this user cannot see it. */
export type Source<Value> = { value: Value } | { error: AuditError };

/** Waits for an answer; that the log may not be read, or is not there, is one. Any other failure is thrown. */
export async function ofSource<Value>(read: Promise<Value>): Promise<Source<Value>> {
  try {
    return { value: await read };
  } catch (error) {
    const known =
      error instanceof AuditError &&
      (error.code === 'forbidden' || error.code === 'index_missing') &&
      error.details.authentication !== true;
    if (known) return { error };
    throw error;
  }
}

/** Says that a log is not in an answer. */
export function sourceReason(
  source: 'authlog' | 'kubeaudit',
  error: AuditError
): CompletenessReason {
  const forbidden = error.code === 'forbidden';
  const what = source === 'authlog' ? 'SSH, sudo and su' : 'Kubernetes requests';
  return {
    code: forbidden ? 'sources_forbidden' : 'sources_missing',
    source,
    message: forbidden
      ? `You may not read ${source}: ${what} are not in this answer.`
      : `There is no ${source} that you can read: ${what} are not in this answer.`,
  };
}
