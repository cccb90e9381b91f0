/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import moment from 'moment';
import type { KubeFilters } from '../../../common/api/kube_filters';
import type { TimeRange } from '../../../common/api/time_range';
import type { UserKind } from '../../../common/kube_audit/user_kind';
import type { AuditState } from '../../url_state/audit_state';

/** Whose requests are shown unless system traffic is asked for. Failed authentications may be people. */
export const PEOPLE: UserKind[] = ['person', 'group_account', 'unauthenticated'];

/** True when the view shows people only, because nothing else was asked for. */
export function showsPeopleOnly({ include, system }: AuditState): boolean {
  return !system && include.users === undefined && include.userKinds === undefined;
}

/** Filters of the request that goes with a state. */
export function toFilters(state: AuditState): KubeFilters {
  const { include, exclude, impersonated } = state;
  return {
    ...include,
    ...(showsPeopleOnly(state) ? { userKinds: PEOPLE } : {}),
    ...(impersonated === undefined ? {} : { impersonated }),
    ...(Object.keys(exclude).length > 0 ? { exclude } : {}),
  };
}

const ROUNDED = /^now((?:[+-]\d+[smhdwMy])*)\/([smhdwMy])$/;
const STEP = /([+-]\d+)([smhdwMy])/g;

/**
 * Resolves rounding date math (`now/d`) to an instant. What a day is depends on the user's zone, which the
 * browser knows and the server does not; the host has told it to moment.
 */
function resolveRounding(text: string, roundUp: boolean): string {
  const match = ROUNDED.exec(text);
  if (!match) return text;
  const [, steps, unit] = match;
  let instant = moment();
  for (const [, amount, step] of steps.matchAll(STEP)) {
    instant = instant.add(Number(amount), step as moment.unitOfTime.Base);
  }
  const rounded = roundUp
    ? instant.endOf(unit as moment.unitOfTime.StartOf)
    : instant.startOf(unit as moment.unitOfTime.StartOf);
  return rounded.toISOString();
}

/** Period of the request that goes with a state. */
export function toRequestRange({ from, to }: TimeRange): TimeRange {
  return { from: resolveRounding(from, false), to: resolveRounding(to, true) };
}
