/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toExecQuery } from './exec_query';
import { podOf, type Flow, type FlowPlace, type FlowStep } from './person_flow';
import { apply, operate } from './person_write_flows';
import type { SamplePerson } from './persons';
import type { Random } from './random';
import { BAD_TOKEN, notFound, refusedByAuthorizer, UNAUTHORIZED } from './response_status';

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
