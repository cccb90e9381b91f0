/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RequestSpec } from './api_request';
import { toExecQuery } from './exec_query';
import type { SamplePerson } from './persons';
import type { Random } from './random';
import {
  BAD_TOKEN,
  conflict,
  notFound,
  refusedByAdmission,
  refusedByAuthorizer,
  UNAUTHORIZED,
} from './response_status';

/** One request of a flow: what is asked, and how long after the flow's start. */
export interface FlowStep extends Omit<RequestSpec, 'cluster' | 'at' | 'by'> {
  afterMs: number;
  /** The token had run out: the record names nobody. */
  unnamed?: boolean;
}

/** Where a flow takes place. */
export interface FlowPlace {
  namespace: string;
  app: string;
}

/** Something a person does at the keyboard: one command, or a few that belong together. */
export interface Flow {
  weight: number;
  roles: ReadonlyArray<SamplePerson['role']>;
  steps(random: Random, place: FlowPlace, who: SamplePerson): FlowStep[];
}

const EVERYBODY = ['administrator', 'developer', 'auditor'] as const;
const BUILDERS = ['administrator', 'developer'] as const;
const ADMINISTRATORS = ['administrator'] as const;

const LOOKED_AT = [
  'pods',
  'services',
  'deployments.apps',
  'jobs.batch',
  'ingresses.networking.k8s.io',
];
const APPLIED = [
  'deployments.apps',
  'services',
  'configmaps',
  'horizontalpodautoscalers.autoscaling',
  'networkpolicies.networking.k8s.io',
];
const SHELLS = [
  ['sh'],
  ['bash'],
  ['env'],
  ['ls', '-la', '/app'],
  ['cat', '/etc/resolv.conf'],
  ['sh', '-c', 'df -h && free -m'],
];

/** kubectl 1.30 and later opens a WebSocket, a get; older ones and many libraries post. */
function toStreamVerb(who: SamplePerson): string {
  return who.userAgent.includes('v1.28') ? 'create' : 'get';
}

function podOf(place: FlowPlace, random: Random): string {
  return `${place.app}-${random.int(0, 3)}`;
}

function look(random: Random, { namespace }: FlowPlace): FlowStep[] {
  const resource = random.pick(LOOKED_AT);
  return [{ afterMs: 0, verb: 'list', resource, namespace, query: 'limit=500' }];
}

function inspect(random: Random, place: FlowPlace): FlowStep[] {
  const { namespace } = place;
  const name = podOf(place, random);
  return [
    { afterMs: 0, verb: 'list', resource: 'pods', namespace, query: 'limit=500' },
    {
      afterMs: 4_200,
      verb: 'get',
      resource: 'pods',
      namespace,
      name,
      ends: random.chance(0.1) ? notFound : undefined,
    },
    {
      afterMs: 9_700,
      verb: 'get',
      resource: 'pods',
      subresource: 'log',
      namespace,
      name,
      query: `container=${place.app}&tailLines=200`,
      durationMs: random.int(20, 90_000),
    },
  ];
}

function execute(random: Random, place: FlowPlace, who: SamplePerson): FlowStep[] {
  const { namespace } = place;
  const name = podOf(place, random);
  const command = random.pick(SHELLS);
  const interactive = command.length === 1 && command[0] !== 'env';
  return [
    { afterMs: 0, verb: 'get', resource: 'pods', namespace, name },
    {
      afterMs: 60,
      verb: toStreamVerb(who),
      resource: 'pods',
      subresource: 'exec',
      namespace,
      name,
      query: toExecQuery(command, { container: place.app, interactive }),
      durationMs: interactive ? random.int(20_000, 1_500_000) : random.int(120, 2_000),
    },
  ];
}

function forward(random: Random, place: FlowPlace, who: SamplePerson): FlowStep[] {
  const step = { verb: toStreamVerb(who), resource: 'pods', subresource: 'portforward' };
  const durationMs = random.int(60_000, 3_600_000);
  return [
    { afterMs: 0, ...step, namespace: place.namespace, name: podOf(place, random), durationMs },
  ];
}

function apply(random: Random, place: FlowPlace): FlowStep[] {
  const refusal =
    (check: string): FlowStep['ends'] =>
    (asked) =>
      refusedByAdmission(asked, check);
  const ends = random.chance(0.06)
    ? refusal(
        'admission webhook "validation.gatekeeper.sh" denied the request: [k8sallowedrepos] container <app> has an invalid image repo <docker.io/library/nginx>, allowed repos are ["harbor.example.com/"]'
      )
    : random.chance(0.06)
      ? conflict
      : undefined;
  return APPLIED.slice(0, random.int(1, APPLIED.length)).flatMap((resource, i) => {
    const common = { resource, namespace: place.namespace, name: place.app };
    return [
      { afterMs: i * 24, verb: 'get', ...common },
      {
        afterMs: i * 24 + 9,
        verb: 'patch',
        ...common,
        query: 'fieldManager=kubectl-client-side-apply&fieldValidation=Strict',
        ends: i === 0 ? ends : undefined,
      },
    ];
  });
}

function browse(random: Random, { namespace }: FlowPlace): FlowStep[] {
  return LOOKED_AT.flatMap((resource, i) => [
    { afterMs: i * 3, verb: 'list', resource, namespace, query: 'limit=500&resourceVersion=0' },
    {
      afterMs: i * 3 + 1,
      verb: 'watch',
      resource,
      namespace,
      query: 'allowWatchBookmarks=true&watch=true',
      durationMs: random.int(20_000, 480_000),
    },
  ]);
}

function helm(random: Random, { namespace }: FlowPlace): FlowStep[] {
  const userAgent = 'Helm/3.17.1';
  return [
    {
      afterMs: 0,
      verb: 'list',
      resource: 'secrets',
      namespace,
      query: 'labelSelector=owner%3Dhelm',
      userAgent,
    },
    {
      afterMs: 700,
      verb: 'create',
      resource: 'secrets',
      namespace,
      name: `sh.helm.release.v1.app.v${random.int(1, 90)}`,
      userAgent,
    },
  ];
}

function refused(random: Random, place: FlowPlace): FlowStep[] {
  const ends = refusedByAuthorizer;
  return [
    random.pick<FlowStep>([
      { afterMs: 0, verb: 'list', resource: 'nodes', query: 'limit=500', ends },
      {
        afterMs: 0,
        verb: 'list',
        resource: 'secrets',
        namespace: 'kube-system',
        query: 'limit=500',
        ends,
      },
      {
        afterMs: 0,
        verb: 'delete',
        resource: 'pods',
        namespace: 'monitoring',
        name: podOf(place, random),
        ends,
      },
    ]),
  ];
}

function tokenRanOut(random: Random, { namespace }: FlowPlace): FlowStep[] {
  const asked = { verb: 'list', resource: 'pods', namespace, query: 'limit=500' };
  const ends = random.chance(0.5) ? BAD_TOKEN : UNAUTHORIZED;
  return [
    { afterMs: 0, ...asked, ends, unnamed: true },
    { afterMs: random.int(20_000, 60_000), ...asked },
  ];
}

function operate(random: Random, place: FlowPlace): FlowStep[] {
  const common = { resource: 'deployments.apps', namespace: place.namespace, name: place.app };
  return random.pick<FlowStep[]>([
    [
      {
        afterMs: 0,
        verb: 'patch',
        ...common,
        subresource: 'scale',
        body: `{"spec":{"replicas":${random.int(1, 6)}}}`,
      },
    ],
    [
      {
        afterMs: 0,
        verb: 'delete',
        resource: 'pods',
        namespace: place.namespace,
        name: podOf(place, random),
      },
    ],
    [
      {
        afterMs: 0,
        verb: 'patch',
        ...common,
        body: '{"spec":{"template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"now"}}}}}',
      },
    ],
  ]);
}

/** What persons do on an ordinary day, by how often. */
export const FLOWS: readonly Flow[] = [
  { weight: 30, roles: EVERYBODY, steps: look },
  { weight: 22, roles: EVERYBODY, steps: inspect },
  { weight: 10, roles: BUILDERS, steps: execute },
  { weight: 4, roles: BUILDERS, steps: forward },
  { weight: 10, roles: BUILDERS, steps: apply },
  { weight: 6, roles: BUILDERS, steps: browse },
  { weight: 3, roles: ADMINISTRATORS, steps: helm },
  { weight: 8, roles: BUILDERS, steps: operate },
  { weight: 3, roles: ['developer', 'auditor'], steps: refused },
  { weight: 4, roles: EVERYBODY, steps: tokenRanOut },
];
