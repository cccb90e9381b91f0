/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { toExecQuery } from './exec_query';
import {
  certificateIdentity,
  ERIK,
  GRETA,
  HUGO,
  INES,
  KARIN,
  LIAM,
  ANNA,
  DIANA,
  toGrant,
  toIdentity,
} from './persons';
import { HOUR, MINUTE, SECOND } from './instants';
import { refusedByAuthorizer } from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, createScript, type Script } from './script';

/** An Audit-ID that a client chose itself and sent with three different requests. */
export const FORGED_AUDIT_ID = '11111111-2222-4333-8444-555555555555';

/** The instants, as shares of the period before its end, of the quiet administrator's three requests. */
const QUIET_SHARES = [0.78, 0.4, 0.13];

/** Three requests in a month: whoever samples the log does not see her. */
function quietAdministrator(script: Script, period: SamplePeriod): void {
  const by = toIdentity(GRETA, { grant: toGrant(GRETA) });
  const asks = [
    { verb: 'list', resource: 'nodes', query: 'limit=500' },
    {
      verb: 'get',
      resource: 'clusterrolebindings.rbac.authorization.k8s.io',
      name: 'platform-admins',
    },
    { verb: 'list', resource: 'pods', namespace: 'dex', query: 'limit=500' },
  ];
  asks.forEach((ask, i) =>
    script.ask('prod-sc', clock(period.workday(QUIET_SHARES[i]), `09:1${i}:24`), by, ask)
  );
}

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

/** One Audit-ID for three requests, two persons and two days. */
function forgedAuditIds(script: Script, period: SamplePeriod): void {
  const day = period.workday(0.55);
  const auditId = FORGED_AUDIT_ID;
  const pods = { resource: 'pods', namespace: 'analytics', userAgent: 'curl/8.5.0', auditId };
  const liam = toIdentity(LIAM);
  script.ask('prod-wc', clock(day, '13:04:10'), liam, { ...pods, verb: 'list' });
  script.ask('prod-wc', clock(day, '13:04:52'), liam, {
    ...pods,
    verb: 'delete',
    name: 'ingest-2',
  });
  script.ask('prod-wc', clock(period.workday(0.5), '09:30:00'), toIdentity(HUGO), {
    ...pods,
    namespace: 'payments',
    verb: 'list',
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

/** Acting as somebody else: on all stages, on the last one only, and with groups of one's own choice. */
function impersonation(script: Script, period: SamplePeriod): void {
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

/** `kubectl apply -f` of a folder: many requests within a few milliseconds. */
function applyOfFolder(script: Script, period: SamplePeriod): void {
  const start = clock(period.workday(0.7), '12:30:00');
  const by = toIdentity(INES);
  for (let i = 0; i < 48; i += 1) {
    const name = `payments-feature-${i}`;
    script.ask('prod-wc', start + Math.floor(i / 8) * 1_000, by, {
      verb: 'patch',
      resource: 'configmaps',
      namespace: 'payments',
      name,
      query: 'fieldManager=kubectl-client-side-apply&fieldValidation=Strict',
    });
  }
}

/** The same person by a certificate made by hand, and one that names a purpose instead of a person. */
function certificates(script: Script, period: SamplePeriod): void {
  const erik = certificateIdentity(
    'erik',
    '0d5b7c2f9e1a4863b7d2c5f8e1a4b7d0c3f6e9b2a5d8c1f4e7b0a3d6c9f2e5b8',
    ERIK.sourceIp
  );
  const backup = certificateIdentity(
    'backup-operator',
    '9a8b7c6d5e4f30211203f4e5d6c7b8a99a8b7c6d5e4f30211203f4e5d6c7b8a9',
    '10.0.8.40'
  );
  script.ask('prod-sc', clock(period.workday(0.45), '20:11:08'), erik, {
    verb: 'list',
    resource: 'pods',
    namespace: 'dex',
    query: 'limit=500',
  });
  script.ask('prod-sc', clock(period.workday(0.45), '20:12:30'), erik, {
    verb: 'get',
    resource: 'configmaps',
    namespace: 'dex',
    name: 'dex',
  });
  for (let days = 1; days < period.days; days += 1) {
    script.ask('prod-sc', period.now - days * 24 * HOUR + 7 * SECOND, backup, {
      verb: 'list',
      resource: 'persistentvolumeclaims',
      query: 'limit=500',
    });
  }
}

/** A handler that died, and an answer of a custom resource that is logged whole and is large. */
function accidents(script: Script, period: SamplePeriod): void {
  const message = "apiserver panic'd on GET /api/v1/namespaces/analytics/services/reports";
  script.ask('prod-wc', clock(period.workday(0.35), '14:20:00'), toIdentity(LIAM), {
    verb: 'get',
    resource: 'services',
    namespace: 'analytics',
    name: 'reports',
    panics: true,
    ends: {
      decision: 'allow',
      status: { metadata: {}, status: 'Failure', message, reason: 'InternalError', code: 500 },
    },
  });
  const items = Array.from({ length: 900 }, (_, i) => ({
    metadata: { name: `certificate-${i}`, namespace: 'storefront' },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  }));
  script.ask(
    'prod-wc',
    clock(period.workday(0.2), '10:02:17'),
    toIdentity(ANNA, { grant: toGrant(ANNA) }),
    {
      verb: 'list',
      resource: 'certificates.cert-manager.io',
      query: 'limit=500',
      responseBody: JSON.stringify({
        kind: 'CertificateList',
        apiVersion: 'cert-manager.io/v1',
        items,
      }),
    }
  );
}

/** Records that a reader of the log is likely to read wrongly. */
export function oddRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'odd records');
  quietAdministrator(script, period);
  openSessions(script, period);
  forgedAuditIds(script, period);
  longUris(script, period);
  impersonation(script, period);
  applyOfFolder(script, period);
  certificates(script, period);
  accidents(script, period);
  return script.requests;
}
