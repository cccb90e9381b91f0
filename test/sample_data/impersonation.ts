/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toExecQuery } from './exec_query';
import { ANNA, DIANA, HUGO, toGrant, toIdentity } from './persons';
import { refusedByAuthorizer } from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, type Script } from './script';

/** Acting as somebody else: on all stages, on the last one only, and with groups of one's own choice. */
export function impersonation(script: Script, period: SamplePeriod): void {
  const day = period.workday(0.63);
  const by = toIdentity(ANNA, { grant: toGrant(HUGO, 'payments') });
  const actsAs = { username: HUGO.email, groups: ['system:authenticated'] };
  const payments = { namespace: 'payments', actsAs };
  script.ask('prod-wc', clock(day, '08:40:12'), by, {
    ...payments,
    verb: 'list',
    resource: 'secrets',
    query: 'limit=500',
  });
  script.ask('prod-wc', clock(day, '08:41:55'), by, {
    ...payments,
    verb: 'get',
    resource: 'pods',
    subresource: 'exec',
    name: 'payments-api-0',
    query: toExecQuery(['id'], { container: 'payments-api' }),
    durationMs: 420,
    actsAsOnLastStageOnly: true,
  });
  script.ask('prod-wc', clock(day, '08:43:20'), by, {
    verb: 'list',
    resource: 'pods',
    namespace: 'monitoring',
    actsAs,
    ends: refusedByAuthorizer,
  });
  script.ask('prod-sc', clock(day, '14:05:09'), toIdentity(DIANA, { grant: toGrant(DIANA) }), {
    verb: 'get',
    resource: 'configmaps',
    namespace: 'harbor',
    name: 'harbor-core',
    actsAs: {
      username: 'system:serviceaccount:harbor:harbor-core',
      groups: ['system:serviceaccounts', 'system:masters'],
    },
  });
}
