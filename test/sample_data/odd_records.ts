/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import {
  certificateIdentity,
  ERIK,
  GRETA,
  HUGO,
  INES,
  LIAM,
  ANNA,
  toGrant,
  toIdentity,
} from './persons';
import { HOUR, SECOND } from './instants';
import type { SamplePeriod } from './sample_period';
import { unusualStreams } from './unusual_streams';
import { impersonation } from './impersonation';
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

/** `kubectl apply -f` of a folder: many requests within a few milliseconds. */
function applyOfFolder(script: Script, period: SamplePeriod): void {
  const start = clock(period.workday(0.7), '12:30:00');
  const by = toIdentity(INES);
  for (let i = 0; i < 48; i += 1) {
    const name = `payments-feature-${i}`;
    script.ask('prod-wc', start + Math.floor(i / 8) * 1_000, by, {
      durationMs: 3,
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
  forgedAuditIds(script, period);
  unusualStreams(script, period);
  impersonation(script, period);
  applyOfFolder(script, period);
  certificates(script, period);
  accidents(script, period);
  return script.requests;
}
