/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Period } from '../time/resolve_time_range';
import type { CompletenessReason } from '../../common/api/completeness';
import { MAX_USER_LIMIT } from '../../common/api/users';
import type { DirectoryPicture } from '../directory/directory_service';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { listUsers } from '../kube_audit/users_service';
import type { ScopedSearch } from '../search/scoped_search';

/** Names asked of Kubernetes for one person: a filter takes no more. */
const MAX_NAMES = 50;

/**
 * A user name of Kubernetes is the person's: the same without regard to case, or after the prefix of an
 * OpenID Connect issuer (`oidc:alice@…`, `https://issuer#alice@…`; Kubernetes: `--oidc-username-prefix`).
 */
export function isNameOf(user: string, name: string): boolean {
  const own = name.toLowerCase();
  const other = user.toLowerCase();
  return (
    other === own || (own.includes('@') && (other.endsWith(`:${own}`) || other.endsWith(`#${own}`)))
  );
}

/** Names by which the directory knows a person. */
export function directoryNames(person: string, { directory }: DirectoryPicture): string[] {
  const accounts = directory
    .identitiesOf(person)
    .filter(({ kind, shared }) => kind === 'account' && !shared)
    .map(({ value }) => value);
  return [...new Set([person, ...accounts])];
}

/** User names of Kubernetes under which a person is looked for, and what stands against their being all. */
export interface KubeNames {
  names: string[];
  reasons: CompletenessReason[];
}

function cutReason(what: string, all: number, why: string): CompletenessReason[] {
  if (all <= MAX_NAMES) return [];
  return [
    {
      code: 'scan_limit_reached',
      source: 'kubeaudit',
      count: all - MAX_NAMES,
      message: `${what}: only ${MAX_NAMES} of ${all} ${why}. Requests under the others are not in this answer.`,
    },
  ];
}

/** User names of Kubernetes that are the person's, as the log of the period writes them. */
export async function kubeNames(
  names: readonly string[],
  clusters: readonly string[] | undefined,
  period: Period,
  search: ScopedSearch,
  options: KubeAuditOptions,
  now: Date
): Promise<KubeNames> {
  const timeRange = {
    from: new Date(period.fromMs).toISOString(),
    to: new Date(period.toMs).toISOString(),
  };
  const answers = await Promise.all(
    names.slice(0, MAX_NAMES).map(async (name) => {
      const { users, completeness } = await listUsers(
        {
          timeRange,
          search: name.slice(0, 256),
          kinds: ['person'],
          limit: MAX_USER_LIMIT,
          ...(clusters ? { clusters: [...clusters] } : {}),
        },
        search,
        options,
        now
      );
      const own = users.map((user) => user.name).filter((user) => isNameOf(user, name));
      return { own, reasons: completeness.reasons };
    })
  );
  const shared = new Set(options.groupAccounts);
  const found = [...new Set(answers.flatMap(({ own }) => own))].filter((name) => !shared.has(name));
  return {
    names: found.slice(0, MAX_NAMES),
    reasons: [
      ...cutReason(
        'Accounts of this person in the directory',
        names.length,
        'were looked for in Kubernetes'
      ),
      ...cutReason('Kubernetes users of this person', found.length, 'were asked for'),
      // How often each user made requests is not looked at here.
      ...answers
        .flatMap(({ reasons }) => reasons)
        .filter(({ code }) => code !== 'counts_approximate' && code !== 'total_is_lower_bound'),
    ],
  };
}
