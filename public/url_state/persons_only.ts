/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';
import type { UserKind } from '../../common/kube_audit/user_kind';
import type { ViewState } from './view_state';

/** Who is asked about unless system traffic is included: everybody that may be a human being. */
const PERSON_KINDS: readonly UserKind[] = ['person', 'group_account', 'unauthenticated'];

/** Whether system traffic is left out. Whoever names users or kinds gets exactly those. */
export function isPersonsOnly({ includeSystem, filters }: ViewState): boolean {
  return !includeSystem && !filters.users && !filters.userKinds;
}

/** The filters that the server is asked with. */
export function toAskedFilters(state: ViewState): KubeFilters {
  if (!isPersonsOnly(state)) return state.filters;
  return { ...state.filters, userKinds: [...PERSON_KINDS] };
}
