/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { ResolvedRange } from '../../../../common/api/time_range';
import type { UserKind } from '../../../../common/kube_audit/user_kind';
import { userKindLabel } from '../../../components/kube_filters/labels';
import type { ListedUsers } from './listed_users';

/** What a list of users was asked for, as far as the words need it. */
export interface AskedFor {
  search: string;
  clusters?: readonly string[];
  kinds?: readonly UserKind[];
  /** The instants that the answer used. */
  range: ResolvedRange;
}

/** How much of the whole population the list shows. */
export function populationWords({ users, population }: ListedUsers): string {
  if (users.length < population) {
    return i18n.translate('auditUser.userSelector.cut', {
      defaultMessage: 'Showing {shown} of {population} users; type to narrow.',
      values: { shown: users.length.toLocaleString(), population: population.toLocaleString() },
    });
  }
  return i18n.translate('auditUser.userSelector.whole', {
    defaultMessage: '{count, plural, one {1 user} other {{population} users}}: all that match.',
    values: { count: population, population: population.toLocaleString() },
  });
}

function scopeWords({ clusters, kinds }: AskedFor): string[] {
  const inClusters =
    clusters && clusters.length > 0
      ? i18n.translate('auditUser.userSelector.inClusters', {
          defaultMessage: 'Only these clusters were searched: {clusters}.',
          values: { clusters: clusters.join(', ') },
        })
      : undefined;
  const ofKinds =
    kinds && kinds.length > 0
      ? i18n.translate('auditUser.userSelector.ofKinds', {
          defaultMessage: 'Only these kinds of user were searched: {kinds}.',
          values: { kinds: kinds.map(userKindLabel).join(', ') },
        })
      : undefined;
  return [inClusters, ofKinds].filter((words): words is string => words !== undefined);
}

/** That nobody was found, and what was searched: the reader decides whether that was the right place. */
export function nobodyWords(asked: AskedFor): string[] {
  const values = { ...asked.range, search: asked.search };
  const nobody = asked.search
    ? i18n.translate('auditUser.userSelector.nobodyBySearch', {
        defaultMessage: 'No user with “{search}” in the name made a request from {from} to {to}.',
        values,
      })
    : i18n.translate('auditUser.userSelector.nobody', {
        defaultMessage: 'No user made a request from {from} to {to}.',
        values,
      });
  return [nobody, ...scopeWords(asked)];
}

/** Requests that name nobody cannot be chosen by user, so the list says where they are. */
export function unauthenticatedWords(requests: number): string {
  return i18n.translate('auditUser.userSelector.unauthenticated', {
    defaultMessage:
      '{count, plural, one {1 request} other {{requests} requests}} failed authentication (401) and {count, plural, one {names} other {name}} no user. Filter by kind of user to see {count, plural, one {it} other {them}}.',
    values: { count: requests, requests: requests.toLocaleString() },
  });
}

/** That nothing is known about the users, which is not that there are none. */
export function failureWords(code: string | undefined, message: string): string[] {
  const nothingKnown = i18n.translate('auditUser.userSelector.nothingKnown', {
    defaultMessage: 'This does not mean that there are no users.',
  });
  if (code === 'forbidden') {
    const forbidden = i18n.translate('auditUser.userSelector.forbidden', {
      defaultMessage: 'You are not allowed to read the Kubernetes audit log.',
    });
    return [forbidden, nothingKnown];
  }
  if (code === 'index_missing') {
    const missing = i18n.translate('auditUser.userSelector.indexMissing', {
      defaultMessage: 'There is no Kubernetes audit log here, or none that you may see.',
    });
    return [missing, nothingKnown];
  }
  const failed = i18n.translate('auditUser.userSelector.failed', {
    defaultMessage: 'The users could not be listed: {message}',
    values: { message },
  });
  return [failed, nothingKnown];
}
