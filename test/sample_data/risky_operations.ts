/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { SERVICE_CLUSTER } from './clusters';
import { ANNA, BJORN, CARL, DIANA, toGrant, toIdentity } from './persons';
import { refusedByAdmission } from './response_status';
import type { SamplePeriod } from './sample_period';
import { probes } from './probes';
import { refusedDevelopers } from './refused_developers';
import { clock, createScript, type Script } from './script';
import { serviceAccount, TERRAFORM } from './service_accounts';

/** Operations of administrators that a reviewer would want to see. */
function byAdministrators(script: Script, period: SamplePeriod): void {
  const anna = toIdentity(ANNA, { grant: toGrant(ANNA) });
  const bjorn = toIdentity(BJORN, { grant: toGrant(BJORN) });
  const carl = toIdentity(CARL, { grant: toGrant(CARL) });
  const diana = toIdentity(DIANA, { grant: toGrant(DIANA) });
  const rbac = 'rbac.authorization.k8s.io';
  const requests = 'certificatesigningrequests.certificates.k8s.io';
  script.ask('prod-wc', clock(period.workday(0.85), '08:20:00'), bjorn, {
    verb: 'create',
    resource: `clusterrolebindings.${rbac}`,
    name: 'grafana-agent',
    query: 'fieldManager=kubectl-create',
  });
  script.ask('prod-wc', clock(period.workday(0.82), '12:44:31'), anna, {
    verb: 'update',
    resource: `clusterroles.${rbac}`,
    name: 'developers-extra',
  });
  script.ask('prod-sc', clock(period.workday(0.75), '13:10:05'), carl, {
    verb: 'create',
    resource: requests,
    name: 'backup-operator',
  });
  script.ask('prod-sc', clock(period.workday(0.75), '13:11:40'), carl, {
    verb: 'update',
    resource: requests,
    subresource: 'approval',
    name: 'backup-operator',
  });
  script.ask('prod-wc', clock(period.workday(0.66), '09:51:00'), diana, {
    verb: 'create',
    resource: 'daemonsets.apps',
    namespace: 'monitoring',
    name: 'node-debug',
  });
  script.ask('prod-wc', clock(period.workday(0.66), '10:20:00'), diana, {
    verb: 'delete',
    resource: 'daemonsets.apps',
    namespace: 'monitoring',
    name: 'node-debug',
  });
  script.ask('prod-wc', clock(period.workday(0.58), '14:31:00'), bjorn, {
    verb: 'get',
    resource: 'nodes',
    subresource: 'proxy',
    name: 'prod-wc-worker-1',
    durationMs: 90,
  });
  script.ask('prod-sc', clock(period.workday(0.52), '11:05:00'), anna, {
    verb: 'delete',
    resource: 'namespaces',
    name: 'sandbox-anna',
  });
  script.ask('prod-sc', clock(period.workday(0.48), '15:12:09'), carl, {
    verb: 'deletecollection',
    resource: 'configmaps',
    namespace: 'thanos',
    query: 'labelSelector=app%3Dthanos-ruler',
  });
  script.ask('prod-wc', clock(period.workday(0.43), '08:05:00'), diana, {
    verb: 'watch',
    resource: 'secrets',
    namespace: 'payments',
    query: 'watch=true',
    durationMs: 310_000,
  });
  script.ask('prod-wc', clock(period.workday(0.27), '13:33:00'), anna, {
    verb: 'delete',
    resource: 'daemonsets.apps',
    namespace: 'fluentd-system',
    name: 'fluentd-forwarder',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        'admission webhook "validation.gatekeeper.sh" denied the request: [k8sprotectlogging] objects of logging systems may not be deleted'
      ),
  });
  script.ask(
    'prod-sc',
    clock(period.workday(0.7), '07:15:00'),
    serviceAccount(SERVICE_CLUSTER, TERRAFORM),
    { verb: 'update', resource: `roles.${rbac}`, namespace: 'harbor', name: 'harbor-robot' }
  );
}

/** High-risk operations, refusals of every kind, and probes from outside, spread over the period. */
export function riskyRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'risky operations');
  byAdministrators(script, period);
  refusedDevelopers(script, period);
  probes(script, period);
  return script.requests;
}
