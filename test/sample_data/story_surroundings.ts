/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { toNode, WORKLOAD_CLUSTER } from './clusters';
import { kubernetesAdmin } from './identity';
import { DAY } from './instants';
import { ANNA, BJORN, MAJA, toGrant, toIdentity } from './persons';
import { notFound } from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, createScript, type TimedAsk } from './script';
import { CRONJOB_CONTROLLER, JOB_CONTROLLER, serviceAccount } from './service_accounts';

const NAMESPACE = 'payments';
const BINDING = 'payments-debug';
const BINDINGS = 'rolebindings.rbac.authorization.k8s.io';
const GATEKEEPER_WEBHOOKS = 'validatingwebhookconfigurations.admissionregistration.k8s.io';

/** The control-plane node on which `kubernetes-admin` was used. */
export const BREAK_GLASS_NODE = 'prod-wc-control-plane-0';

const BINDING_BODY = JSON.stringify({
  kind: 'RoleBinding',
  apiVersion: 'rbac.authorization.k8s.io/v1',
  metadata: { name: BINDING, namespace: NAMESPACE },
  subjects: [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: MAJA.email }],
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
});

/** The administrator who gave the rights, on the morning of the story's day. */
export function grantRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'grant');
  const by = toIdentity(BJORN, { grant: toGrant(BJORN) });
  const binding = { resource: BINDINGS, namespace: NAMESPACE, name: BINDING };
  script.ask('prod-wc', clock(period.storyDay, '06:41:17'), by, {
    verb: 'get',
    ...binding,
    ends: notFound,
    told: 'looks for the binding, which is not there',
  });
  script.ask('prod-wc', clock(period.storyDay, '06:41:18'), by, {
    verb: 'create',
    ...binding,
    body: BINDING_BODY,
    query: 'fieldManager=kubectl-create&fieldValidation=Strict',
    told: `binds ${MAJA.email} to the role admin in payments`,
  });
  return script.requests;
}

/**
 * When each part of the break-glass use happens (UTC, on the story's day). One administrator is logged
 * in on the node from 18:02, the other from 18:20; the first leaves at 18:55, the second at 19:06.
 */
export const BREAK_GLASS_LOGINS = {
  first: { from: '18:02:10', to: '18:55:03' },
  second: { from: '18:20:36', to: '19:06:21' },
} as const;

const WHILE_ONE_IS_THERE: readonly TimedAsk[] = [
  [
    '18:05:02',
    {
      verb: 'list',
      resource: 'pods',
      namespace: NAMESPACE,
      query: 'limit=500',
      told: 'lists the pods of payments',
    },
  ],
  [
    '18:07:40',
    { verb: 'get', resource: 'nodes', name: 'prod-wc-worker-1', told: 'looks at a node' },
  ],
];

const WHILE_BOTH_ARE_THERE: readonly TimedAsk[] = [
  [
    '18:24:11',
    {
      verb: 'list',
      resource: GATEKEEPER_WEBHOOKS,
      query: 'limit=500',
      told: 'lists the admission webhooks',
    },
  ],
  [
    '18:25:37',
    {
      verb: 'patch',
      resource: GATEKEEPER_WEBHOOKS,
      name: 'gatekeeper-validating-webhook-configuration',
      query: 'fieldManager=kubectl-edit',
      body: '{"webhooks":[{"name":"validation.gatekeeper.sh","failurePolicy":"Ignore"}]}',
      told: 'makes Gatekeeper fail open',
    },
  ],
  [
    '18:31:20',
    {
      verb: 'patch',
      resource: 'deployments.apps',
      subresource: 'scale',
      namespace: NAMESPACE,
      name: 'payments-worker',
      body: '{"spec":{"replicas":0}}',
      told: 'scales the payments worker to none',
    },
  ],
  [
    '18:38:09',
    {
      verb: 'get',
      resource: 'secrets',
      namespace: NAMESPACE,
      name: 'payments-db-credentials',
      told: 'reads the password of the database',
    },
  ],
  [
    '18:44:55',
    {
      verb: 'patch',
      resource: 'deployments.apps',
      subresource: 'scale',
      namespace: NAMESPACE,
      name: 'payments-worker',
      body: '{"spec":{"replicas":2}}',
      told: 'scales the payments worker back',
    },
  ],
  [
    '18:49:30',
    {
      verb: 'delete',
      resource: 'persistentvolumeclaims',
      namespace: NAMESPACE,
      name: 'payments-scratch',
      told: 'deletes a volume claim',
    },
  ],
];

const WHILE_THE_OTHER_IS_THERE: readonly TimedAsk[] = [
  [
    '19:01:12',
    {
      verb: 'patch',
      resource: GATEKEEPER_WEBHOOKS,
      name: 'gatekeeper-validating-webhook-configuration',
      query: 'fieldManager=kubectl-edit',
      body: '{"webhooks":[{"name":"validation.gatekeeper.sh","failurePolicy":"Fail"}]}',
      told: 'makes Gatekeeper fail closed again',
    },
  ],
];

/** Every use of `kubernetes-admin` on the story's day, in order of time. */
export function breakGlassRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'break glass');
  const by = kubernetesAdmin(toNode(BREAK_GLASS_NODE));
  [...WHILE_ONE_IS_THERE, ...WHILE_BOTH_ARE_THERE, ...WHILE_THE_OTHER_IS_THERE].forEach(
    ([time, ask]) => script.ask('prod-wc', clock(period.storyDay, time), by, ask)
  );
  return script.requests;
}

/** The night and the morning after: the CronJob runs once, then an administrator finds it. */
export function aftermathRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'aftermath');
  const next = period.storyDay + DAY;
  const job = 'db-sync-29412437';
  const cronJob = { resource: 'cronjobs.batch', namespace: NAMESPACE, name: 'db-sync' };
  const cron = serviceAccount(WORKLOAD_CLUSTER, CRONJOB_CONTROLLER);
  const jobs = serviceAccount(WORKLOAD_CLUSTER, JOB_CONTROLLER);
  const by = toIdentity(ANNA, { grant: toGrant(ANNA) });
  script.ask('prod-wc', clock(next, '01:17:00'), cron, {
    verb: 'create',
    resource: 'jobs.batch',
    namespace: NAMESPACE,
    name: job,
    told: 'the CronJob runs',
  });
  script.ask('prod-wc', clock(next, '01:17:01'), jobs, {
    verb: 'create',
    resource: 'pods',
    namespace: NAMESPACE,
    generateName: `${job}-`,
    told: 'its pod starts',
  });
  script.ask('prod-wc', clock(next, '08:09:44'), by, {
    verb: 'list',
    resource: 'cronjobs.batch',
    namespace: NAMESPACE,
    query: 'limit=500',
    told: 'lists the CronJobs of payments',
  });
  script.ask('prod-wc', clock(next, '08:10:20'), by, {
    verb: 'get',
    ...cronJob,
    told: 'reads the CronJob',
  });
  script.ask('prod-wc', clock(next, '08:12:05'), by, {
    verb: 'delete',
    ...cronJob,
    told: 'deletes the CronJob',
  });
  return script.requests;
}
