/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditedUser, UsersResponse } from '../../../../common/api/users';
import type { CompletenessReason } from '../../../../common/api/completeness';

/** What the selector knows about the users of the period. */
export interface ListedUsers {
  /** Users with a name, each once. */
  users: AuditedUser[];
  /** Requests that failed authentication, and so name nobody. */
  unauthenticatedRequests: number;
  /** Users with a name that match, listed or not. */
  population: number;
  countsApproximate: boolean;
  reasons: CompletenessReason[];
}

function reasonKey({ code, source, message }: CompletenessReason): string {
  return JSON.stringify([code, source, message]);
}

/**
 * Joins the most active users with the persons and group accounts, which a long list of controllers would
 * otherwise push out of it.
 *
 * @param active answer for all kinds
 * @param people answer for persons and group accounts; absent when `active` holds everybody
 */
export function toListedUsers(active: UsersResponse, people?: UsersResponse): ListedUsers {
  const answers = people ? [active, people] : [active];
  const byName = new Map<string, AuditedUser>();
  const reasons = new Map<string, CompletenessReason>();
  for (const answer of answers) {
    for (const user of answer.users) if (!byName.has(user.name)) byName.set(user.name, user);
    for (const reason of answer.completeness.reasons) reasons.set(reasonKey(reason), reason);
  }
  const nobody = byName.get('');
  byName.delete('');
  const users = [...byName.values()];
  return {
    users,
    unauthenticatedRequests: nobody?.requests ?? 0,
    population: Math.max(active.population - (nobody ? 1 : 0), users.length),
    countsApproximate: answers.some((answer) => answer.countsApproximate),
    reasons: [...reasons.values()],
  };
}
