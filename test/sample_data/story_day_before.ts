/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { refusedByAuthorizer } from './response_status';
import type { TimedAsk } from './script';
import { DATABASE, exec, get, list, SELF_REVIEW, VIEW } from './story_asks';

/** The afternoon before: what is she allowed to see? */
export const DAY_BEFORE: readonly TimedAsk[] = [
  ['15:40:02', list('pods', 'lists the pods of payments', { grant: VIEW })],
  ['15:41:10', list('secrets', 'is refused the list of secrets', { ends: refusedByAuthorizer })],
  [
    '15:41:31',
    get('secrets', 'payments-db-credentials', 'is refused one secret by its name', {
      ends: refusedByAuthorizer,
    }),
  ],
  [
    '15:42:04',
    {
      verb: 'create',
      resource: 'selfsubjectaccessreviews.authorization.k8s.io',
      grant: SELF_REVIEW,
      told: 'asks whether she may list secrets',
    },
  ],
  [
    '15:42:20',
    {
      verb: 'create',
      resource: 'selfsubjectrulesreviews.authorization.k8s.io',
      grant: SELF_REVIEW,
      told: 'asks for all that she may do',
    },
  ],
  [
    '15:43:47',
    exec(DATABASE, ['sh'], 'is refused a shell in the database pod', { ends: refusedByAuthorizer }),
  ],
  [
    '15:43:47.2',
    exec(DATABASE, ['sh'], 'is refused the same by the fallback of kubectl', {
      verb: 'create',
      ends: refusedByAuthorizer,
    }),
  ],
  [
    '15:46:12',
    {
      verb: 'list',
      resource: 'nodes',
      query: 'limit=500',
      ends: refusedByAuthorizer,
      told: 'is refused the list of nodes',
    },
  ],
];
