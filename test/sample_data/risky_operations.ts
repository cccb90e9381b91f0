/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { SERVICE_CLUSTER, toNode } from './clusters';
import { anonymous, kubernetesAdmin, unauthenticated } from './identity';
import { SECOND } from './instants';
import { ANNA, BJORN, CARL, DIANA, HUGO, JONAS, OSKAR, toGrant, toIdentity } from './persons';
import {
  BAD_TOKEN,
  failure,
  refusedByAdmission,
  refusedByAuthorizer,
  UNAUTHORIZED,
} from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, createScript, type Script } from './script';
import { serviceAccount, TERRAFORM } from './service_accounts';

/** Somebody on the internet who tries API servers. */
export const SCANNER = '192.0.2.66';

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
    clock(period.workday(0.36), '19:40:10'),
    kubernetesAdmin(toNode('prod-sc-control-plane-0')),
    { verb: 'list', resource: 'nodes', query: 'limit=500' }
  );
  script.ask(
    'prod-sc',
    clock(period.workday(0.36), '19:42:51'),
    kubernetesAdmin(toNode('prod-sc-control-plane-0')),
    {
      verb: 'delete',
      resource: 'pods',
      namespace: 'opensearch-system',
      name: 'opensearch-master-1',
    }
  );
  script.ask(
    'prod-sc',
    clock(period.workday(0.7), '07:15:00'),
    serviceAccount(SERVICE_CLUSTER, TERRAFORM),
    { verb: 'update', resource: `roles.${rbac}`, namespace: 'harbor', name: 'harbor-robot' }
  );
}

/** What developers were refused, by each kind of check that there is. */
function refusedDevelopers(script: Script, period: SamplePeriod): void {
  const hugo = toIdentity(HUGO);
  const jonas = toIdentity(JONAS);
  const oskar = toIdentity(OSKAR);
  const create = { verb: 'create', namespace: 'storefront' };
  script.ask('prod-wc', clock(period.workday(0.8), '09:02:00'), jonas, {
    ...create,
    resource: 'pods',
    name: 'load-test',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        'exceeded quota: compute, requested: limits.memory=64Gi, used: limits.memory=30Gi, limited: limits.memory=48Gi'
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.68), '09:47:00'), jonas, {
    ...create,
    resource: 'rolebindings.rbac.authorization.k8s.io',
    name: 'jonas-admin',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        `user "${JONAS.email}" (groups=["storefront" "welkin-users" "system:authenticated"]) is attempting to grant RBAC permissions not currently held: {APIGroups:["*"], Resources:["*"], Verbs:["*"]}`
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.56), '13:09:00'), oskar, {
    ...create,
    resource: 'deployments.apps',
    name: 'canary',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        "ValidatingAdmissionPolicy 'require-team-label' with binding 'require-team-label' denied request: label \"team\" is required"
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.56), '13:12:00'), oskar, {
    ...create,
    resource: 'pods',
    name: 'shell',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        'violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "shell" must set securityContext.allowPrivilegeEscalation=false)'
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.44), '10:31:00'), hugo, {
    verb: 'create',
    resource: 'cronjobs.batch',
    namespace: 'payments',
    name: 'nightly-report',
  });
  script.ask('prod-wc', clock(period.workday(0.44), '10:40:00'), hugo, {
    verb: 'delete',
    resource: 'persistentvolumeclaims',
    namespace: 'payments',
    name: 'reports-old',
  });
  script.ask('prod-wc', clock(period.workday(0.25), '10:55:00'), hugo, {
    ...create,
    namespace: 'payments',
    resource: 'services',
    name: 'broken',
    body: '{"spec":{"type":"Loadbalancer"}}',
    ends: () =>
      failure(
        422,
        'Invalid',
        'Service "broken" is invalid: spec.type: Unsupported value: "Loadbalancer"',
        { name: 'broken', kind: 'Service' }
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.25), '10:57:00'), hugo, {
    verb: 'create',
    namespace: 'payments',
    resource: 'services',
    ends: () =>
      failure(
        400,
        'BadRequest',
        "the object provided is unrecognized (must be of type Service): couldn't get version/kind"
      ),
  });
  // A burst that looks around: what may I do?
  for (let i = 0; i < 12; i += 1) {
    script.ask('prod-wc', clock(period.workday(0.6), '15:20:00') + i * SECOND, oskar, {
      verb: 'create',
      resource: 'selfsubjectaccessreviews.authorization.k8s.io',
    });
  }
}

/** Requests from outside that name nobody, or nobody that exists. */
function probes(script: Script, period: SamplePeriod): void {
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

/** High-risk operations, refusals of every kind, and probes from outside, spread over the period. */
export function riskyRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'risky operations');
  byAdministrators(script, period);
  refusedDevelopers(script, period);
  probes(script, period);
  return script.requests;
}
