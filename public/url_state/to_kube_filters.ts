/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';
import type { UserKind } from '../../common/kube_audit/user_kind';
import type { AuditState } from './audit_state';

/** Whose requests are shown unless system traffic is asked for. Failed authentications may be people. */
export const PEOPLE: readonly UserKind[] = ['person', 'group_account', 'unauthenticated'];

/** True when the view shows people only, because nothing else was asked for. */
export function showsPeopleOnly({ include, system }: AuditState): boolean {
  return !system && include.users === undefined && include.userKinds === undefined;
}

/** Filters of the request that goes with a state. */
export function toKubeFilters(state: AuditState): KubeFilters {
  const { include, exclude, impersonated } = state;
  return {
    ...include,
    ...(showsPeopleOnly(state) ? { userKinds: [...PEOPLE] } : {}),
    ...(impersonated === undefined ? {} : { impersonated }),
    ...(Object.keys(exclude).length > 0 ? { exclude } : {}),
  };
}
