/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { anonymous, unauthenticated } from './identity';
import { SECOND } from './instants';
import { BAD_TOKEN, failure, refusedByAuthorizer, UNAUTHORIZED } from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, type Script } from './script';

/** Somebody on the internet who tries API servers. */
export const SCANNER = '192.0.2.66';

/** Requests from outside that name nobody, or nobody that exists. */
export function probes(script: Script, period: SamplePeriod): void {
  const stranger = anonymous(SCANNER, 'python-requests/2.32.3');
  const day = clock(period.workday(0.72), '03:14:07');
  script.ask('prod-wc', day, stranger, {
    verb: 'list',
    resource: 'pods',
    ends: refusedByAuthorizer,
  });
  script.ask('prod-wc', day + SECOND, stranger, {
    verb: 'list',
    resource: 'secrets',
    ends: refusedByAuthorizer,
  });
  script.ask('prod-wc', day + 2 * SECOND, stranger, {
    verb: 'get',
    resource: 'configmaps',
    namespace: 'kube-public',
    name: 'cluster-info',
  });
  ['/', '/.env', '/api/v1/../secrets', '/debug/pprof/'].forEach((path, i) =>
    script.ask('prod-wc', day + (3 + i) * SECOND, stranger, {
      verb: 'get',
      path,
      ends: () => ({
        ...failure(
          403,
          'Forbidden',
          `forbidden: User "system:anonymous" cannot get path "${path}"`
        ),
        decision: 'forbid' as const,
      }),
    })
  );
  const guess = unauthenticated(SCANNER, 'Go-http-client/2.0');
  for (let i = 0; i < 30; i += 1) {
    script.ask(
      i % 3 === 0 ? 'prod-sc' : 'prod-wc',
      clock(period.workday(0.22), '02:40:00') + i * 3 * SECOND,
      guess,
      { verb: 'list', resource: i % 2 ? 'secrets' : 'pods', ends: i % 2 ? UNAUTHORIZED : BAD_TOKEN }
    );
  }
}
