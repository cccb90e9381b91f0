/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Period } from '../time/resolve_time_range';
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

/** User names of Kubernetes that are the person's, as the log of the period writes them. */
export async function kubeNames(
  names: readonly string[],
  period: Period,
  search: ScopedSearch,
  options: KubeAuditOptions,
  now: Date
): Promise<string[]> {
  const timeRange = {
    from: new Date(period.fromMs).toISOString(),
    to: new Date(period.toMs).toISOString(),
  };
  const answers = await Promise.all(
    names
      .slice(0, MAX_NAMES)
      .map((name) =>
        listUsers(
          { timeRange, search: name.slice(0, 256), kinds: ['person'], limit: 1000 },
          search,
          options,
          now
        ).then(({ users }) => users.map((user) => user.name).filter((user) => isNameOf(user, name)))
      )
  );
  const shared = new Set(options.groupAccounts);
  return [...new Set(answers.flat())].filter((name) => !shared.has(name)).slice(0, MAX_NAMES);
}
