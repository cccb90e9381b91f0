/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { KubeFilters } from '../../../common/api/kube_filters';
import { DENIALS, OUTCOMES } from '../../../common/kube_audit/outcome';
import { USER_KINDS } from '../../../common/kube_audit/user_kind';
import type { Source } from '../record/read_source';

const LONG = 'x'.repeat(300);

export const POOL = {
  users: [
    'alice@example.com',
    'Alice@example.com',
    'kubernetes-admin',
    'system:serviceaccount:argocd:controller',
    `system:serviceaccount:prod:${LONG}`,
    `system:node:${LONG}`,
    `${LONG}@example.com`,
    'system:node:worker-0',
    'system:anonymous',
    '',
  ],
  clusters: ['prod', 'dev'],
  verbs: ['get', 'create', LONG],
  resources: ['pods', 'pods/exec', 'deployments.apps', 'deployments.apps/scale', 'secrets'],
  namespaces: ['default', `${LONG} y`],
  names: ['web-0', 'db', LONG, `${LONG} z`],
  sourceIps: ['198.51.100.7', '10.0.0.1'],
  impersonated: ['bob', LONG],
};

/** Resources as they stand in records; a client may ask for any, with dots in them too. */
const OBJECTS = [
  undefined,
  { resource: 'pods' },
  { resource: 'pods', subresource: 'exec' },
  { resource: 'deployments', apiGroup: 'apps' },
  { resource: 'deployments', apiGroup: 'apps', subresource: 'scale' },
  { resource: 'secrets' },
  { resource: 'foo.bar' },
  { resource: 'foo.bar', apiGroup: 'apps.example.com', subresource: 'x' },
  { resource: LONG, apiGroup: 'apps' },
];

const CODES = [101, 200, 201, 401, 403, 403, 403, 404, 409, 500, 504, 99, undefined];

/** Sets of stages as an API server writes them. */
const STAGE_SETS = [
  ['ResponseComplete'],
  ['RequestReceived'],
  ['RequestReceived', 'ResponseComplete'],
  ['ResponseStarted'],
  ['ResponseStarted', 'ResponseComplete'],
  ['RequestReceived', 'ResponseStarted', 'ResponseComplete'],
  ['ResponseStarted', 'Panic'],
  ['RequestReceived', 'Panic'],
  ['ResponseComplete', 'ResponseComplete'],
];

/** All records of one request. What an API server adds on its way is on later stages only. */
export const requestRecords: fc.Arbitrary<Source[]> = fc
  .record({
    user: fc.constantFrom(...POOL.users),
    cluster: fc.constantFrom(...POOL.clusters),
    verb: fc.constantFrom(...POOL.verbs),
    object: fc.constantFrom(...OBJECTS),
    namespace: fc.option(fc.constantFrom(...POOL.namespaces), { nil: undefined }),
    name: fc.option(fc.constantFrom(...POOL.names), { nil: undefined }),
    nameFrom: fc.nat(2),
    code: fc.constantFrom(...CODES),
    decision: fc.constantFrom('allow', 'forbid', undefined),
    impersonated: fc.option(fc.constantFrom(...POOL.impersonated), { nil: undefined }),
    ips: fc.uniqueArray(fc.constantFrom(...POOL.sourceIps), { minLength: 1 }),
    stages: fc.constantFrom(...STAGE_SETS),
  })
  .map((request) =>
    request.stages.map((stage, i) => {
      const received = stage === 'RequestReceived';
      const named = i >= Math.min(request.nameFrom, request.stages.length - 1);
      const code = stage === 'Panic' ? 500 : request.code;
      return {
        auditID: 'a',
        stage,
        requestReceivedTimestamp: '2026-01-27T10:00:00.100000Z',
        verb: request.verb,
        'cluster.name': request.cluster,
        user: request.user === '' ? {} : { username: request.user },
        sourceIPs: request.ips,
        objectRef: request.object && {
          ...request.object,
          namespace: request.namespace,
          ...(named ? { name: request.name } : {}),
        },
        ...(received
          ? {}
          : {
              responseStatus: { code },
              annotations: { 'authorization.k8s.io/decision': request.decision },
              impersonatedUser: request.impersonated && { username: request.impersonated },
            }),
      };
    })
  );

const some = (values: readonly string[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
    freq: 3,
  });

const named = {
  users: some(POOL.users.filter((user) => user !== '')),
  userKinds: some(USER_KINDS),
  clusters: some(POOL.clusters),
  verbs: some(POOL.verbs),
  resources: some([...POOL.resources, 'foo.bar', 'foo.bar.apps.example.com/x', `${LONG}.apps`]),
  namespaces: some(POOL.namespaces),
  names: some(POOL.names),
  outcomes: some(OUTCOMES),
  denials: some(DENIALS),
  sourceIps: some(POOL.sourceIps),
};

const oneOfThem = fc.constantFrom(...Object.keys(named));

/** Filters with one or two names, since more of them hardly ever let anything through. */
export const filters: fc.Arbitrary<KubeFilters> = fc
  .record({
    include: fc.record(named),
    exclude: fc.record(named),
    keep: fc.uniqueArray(oneOfThem, { maxLength: 2 }),
    drop: fc.uniqueArray(oneOfThem, { maxLength: 1 }),
    impersonated: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 1, arbitrary: fc.constant(POOL.impersonated) }
    ),
  })
  .map(({ include, exclude, keep, drop, impersonated }) => {
    const pick = (values: object, names: string[]) =>
      Object.fromEntries(
        Object.entries(values).filter(([key, value]) => names.includes(key) && value !== undefined)
      );
    return {
      ...pick(include, keep),
      exclude: pick(exclude, drop),
      ...(impersonated === undefined ? {} : { impersonated }),
    } as KubeFilters;
  });
