/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toExecQuery } from './exec_query';
import { MINUTE } from './instants';
import { HUGO, INES, KARIN, LIAM, toIdentity } from './persons';
import type { SamplePeriod } from './sample_period';
import { clock, type Script } from './script';

/** Sessions that are still open at the end, and one of a kubectl that posts. */
function openSessions(script: Script, period: SamplePeriod): void {
  const shell = { resource: 'pods', subresource: 'exec', namespace: 'payments' };
  const hugo = toIdentity(HUGO);
  const query = toExecQuery(['bash'], { container: 'payments-api', interactive: true });
  script.ask('prod-wc', period.now - 25 * MINUTE, hugo, {
    ...shell,
    verb: 'get',
    name: 'payments-api-0',
    query,
    durationMs: 'never_logged',
  });
  script.ask('prod-wc', period.now - 52 * MINUTE, toIdentity(INES), {
    ...shell,
    subresource: 'portforward',
    verb: 'get',
    name: 'payments-db-1',
    durationMs: 'never_logged',
  });
  script.ask('prod-wc', period.now - 95 * MINUTE, toIdentity(KARIN), {
    ...shell,
    namespace: 'storefront',
    verb: 'create',
    name: 'web-2',
    query: toExecQuery(['sh'], { container: 'web', interactive: true }),
    durationMs: 'never_logged',
  });
}

/** URIs too long for `.keyword` (256 characters), and one that is over a thousand. */
function longUris(script: Script, period: SamplePeriod): void {
  const day = period.workday(0.3);
  const hugo = toIdentity(HUGO);
  const checks = [
    'df -h',
    'free -m',
    'cat /proc/loadavg',
    'ls -la /var/lib/postgresql/data/base',
    'psql -U payments -c "select count(*) from customers"',
    'tail -n 200 /var/log/postgresql/postgresql.log',
  ];
  const exec = {
    verb: 'get',
    resource: 'pods',
    subresource: 'exec',
    namespace: 'payments',
    name: 'payments-db-1',
  };
  script.ask('prod-wc', clock(day, '10:15:03'), hugo, {
    ...exec,
    query: toExecQuery(['sh', '-c', checks.join(' && ')], { container: 'payments-db' }),
    durationMs: 1_900,
  });
  const restore = Array.from(
    { length: 40 },
    (_, i) => `--exclude-table-data=public.event_log_part_${i + 1}`
  );
  script.ask('prod-wc', clock(day, '10:21:45'), hugo, {
    ...exec,
    query: toExecQuery(['pg_dump', '--schema-only', ...restore, 'payments'], {
      container: 'payments-db',
    }),
    durationMs: 8_100,
  });
  const names = Array.from({ length: 60 }, (_, i) => `storefront-canary-${i}`).join(',');
  script.ask('prod-wc', clock(day, '11:02:00'), toIdentity(LIAM), {
    verb: 'list',
    resource: 'pods',
    query: new URLSearchParams({ labelSelector: `app in (${names})` }).toString(),
  });
  // A password with an equals sign and one in a connection string: both to be masked.
  script.ask('prod-wc', clock(day, '11:20:31'), hugo, {
    ...exec,
    query: toExecQuery(
      [
        'psql',
        'postgresql://payments:Lingon-1234-demo@localhost:5432/payments',
        '-c',
        'select now()',
      ],
      { container: 'payments-db' }
    ),
    durationMs: 700,
  });
}

/** Open sessions, and URIs that are long or hold a password. */
export function unusualStreams(script: Script, period: SamplePeriod): void {
  openSessions(script, period);
  longUris(script, period);
}
