/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RequestSpec } from './api_request';
import type { Cluster, ClusterNode } from './clusters';
import { component, kubelet, type Identity } from './identity';
import type { Random } from './random';
import { conflict, CREATED, failure, notFound } from './response_status';
import {
  ARGOCD,
  CERT_MANAGER,
  CI,
  CRONJOB_CONTROLLER,
  DEPLOYMENT_CONTROLLER,
  ENDPOINTSLICE_CONTROLLER,
  FLUX,
  GARBAGE_COLLECTOR,
  GATEKEEPER,
  JOB_CONTROLLER,
  PROMETHEUS,
  REPLICASET_CONTROLLER,
  serviceAccount,
  VELERO,
  type ServiceAccountTraits,
} from './service_accounts';

/** What a program asks; where and when are filled in by the traffic. */
export type SystemAsk = Omit<RequestSpec, 'cluster' | 'at'>;

/** One kind of call that the cluster's own programs make all day. */
export interface SystemActor {
  /** Relative frequency. */
  weight: number;
  ask(random: Random): SystemAsk;
}

const MINUTE_MS = 60_000;

function split(workload: string): { namespace: string; app: string } {
  const [namespace, app] = workload.split('/');
  return { namespace, app };
}

/** Mostly fine; now and then somebody else was faster, or the API server was not well. */
function toEnd(random: Random): SystemAsk['ends'] {
  const roll = random.next();
  if (roll < 0.008) return conflict;
  if (roll < 0.0086) return () => failure(500, 'InternalError', 'etcdserver: request timed out');
  if (roll < 0.0089) {
    return () =>
      failure(503, 'ServiceUnavailable', 'the server is currently unable to handle the request');
  }
  return undefined;
}

/** Calls of one service account, each with its weight. */
function calls(
  who: Identity,
  list: ReadonlyArray<[weight: number, ask: (random: Random) => Omit<SystemAsk, 'by'>]>
): SystemActor[] {
  return list.map(([weight, ask]) => ({ weight, ask: (random) => ({ by: who, ...ask(random) }) }));
}

function watch(resource: string, namespace?: string) {
  return (random: Random) => ({
    verb: 'watch',
    resource,
    namespace,
    query: `allowWatchBookmarks=true&resourceVersion=${random.int(250_000_000, 259_999_999)}&timeoutSeconds=${random.int(300, 599)}&watch=true`,
    durationMs: random.int(5 * MINUTE_MS, 10 * MINUTE_MS),
  });
}

function update(resource: string, verb: string, cluster: Cluster, subresource?: string) {
  return (random: Random) => {
    const { namespace, app } = split(random.pick(cluster.workloads));
    return { verb, resource, subresource, namespace, name: app, ends: toEnd(random) };
  };
}

function kubelets(nodes: readonly ClusterNode[], cluster: Cluster): SystemActor[] {
  const pod = (random: Random) => {
    const { namespace, app } = split(random.pick(cluster.workloads));
    return { namespace, name: `${app}-${random.int(0, 4)}` };
  };
  return nodes.flatMap((node) =>
    calls(kubelet(node), [
      [
        8,
        (random) => ({
          verb: 'patch',
          resource: 'pods',
          subresource: 'status',
          ...pod(random),
          body: '{"status":{"phase":"Running"}}',
          ends: toEnd(random),
        }),
      ],
      [
        4,
        (random) => ({
          verb: 'get',
          resource: 'pods',
          ...pod(random),
          ends: random.chance(0.02) ? notFound : undefined,
        }),
      ],
      [
        2,
        (random) => ({
          verb: 'create',
          resource: 'serviceaccounts',
          subresource: 'token',
          ...pod(random),
          ends: CREATED,
        }),
      ],
      [
        2,
        (random) => ({
          verb: 'get',
          resource: 'configmaps',
          ...pod(random),
          name: 'kube-root-ca.crt',
        }),
      ],
      [
        1,
        (random) => ({
          verb: 'get',
          resource: 'secrets',
          ...pod(random),
          name: `${pod(random).namespace}-registry`,
        }),
      ],
    ])
  );
}

function builtInControllers(cluster: Cluster): SystemActor[] {
  const own = (who: ServiceAccountTraits) => serviceAccount(cluster, who);
  const created = (resource: string, suffix: (random: Random) => string) => (random: Random) => {
    const { namespace, app } = split(random.pick(cluster.workloads));
    const generateName = `${app}-${suffix(random)}-`;
    // Some API servers write the name they generated into objectRef, others leave it out.
    const name = cluster.name === 'prod-wc' ? undefined : `${generateName}${random.hex(5)}`;
    return { verb: 'create', resource, namespace, generateName, name };
  };
  return [
    ...calls(own(REPLICASET_CONTROLLER), [
      [6, created('pods', (random) => random.hex(10))],
      [6, update('replicasets.apps', 'update', cluster, 'status')],
    ]),
    ...calls(own(DEPLOYMENT_CONTROLLER), [
      [8, update('deployments.apps', 'update', cluster, 'status')],
    ]),
    ...calls(own(ENDPOINTSLICE_CONTROLLER), [
      [10, update('endpointslices.discovery.k8s.io', 'update', cluster)],
    ]),
    ...calls(own(CRONJOB_CONTROLLER), [
      [3, created('jobs.batch', (random) => String(random.int(29_000_000, 29_999_999)))],
      [3, update('cronjobs.batch', 'update', cluster, 'status')],
    ]),
    ...calls(own(JOB_CONTROLLER), [
      [3, created('pods', (random) => String(random.int(29_000_000, 29_999_999)))],
      [4, update('jobs.batch', 'update', cluster, 'status')],
    ]),
    ...calls(own(GARBAGE_COLLECTOR), [
      [4, update('pods', 'delete', cluster)],
      [
        1,
        (random) => ({
          verb: 'deletecollection',
          resource: 'pods',
          namespace: random.pick(cluster.namespaces),
          query: 'labelSelector=batch.kubernetes.io%2Fjob-name',
        }),
      ],
    ]),
    ...calls(component(cluster, 'kube-controller-manager'), [
      [
        6,
        () => ({
          verb: 'create',
          resource: 'subjectaccessreviews.authorization.k8s.io',
          body: '{"kind":"SubjectAccessReview","apiVersion":"authorization.k8s.io/v1"}',
        }),
      ],
      [5, update('replicasets.apps', 'get', cluster)],
    ]),
    ...calls(component(cluster, 'kube-scheduler'), [
      [
        6,
        (random) => ({
          ...update('pods', 'create', cluster, 'binding')(random),
          body: '{"kind":"Binding","apiVersion":"v1"}',
        }),
      ],
    ]),
    ...calls(component(cluster, 'apiserver'), [
      [
        4,
        (random) => ({
          verb: 'list',
          resource: 'customresourcedefinitions.apiextensions.k8s.io',
          query: `limit=500&resourceVersion=${random.int(0, 1)}`,
        }),
      ],
      [6, watch('secrets')],
    ]),
  ];
}

function addOns(cluster: Cluster): SystemActor[] {
  const own = (who: ServiceAccountTraits) => serviceAccount(cluster, who);
  const shared = [
    ...calls(own(CERT_MANAGER), [
      [5, watch('certificates.cert-manager.io')],
      [
        5,
        (random) => ({
          verb: 'get',
          resource: 'certificates.cert-manager.io',
          namespace: random.pick(cluster.namespaces),
          name: 'ingress-tls',
        }),
      ],
    ]),
    ...calls(own(PROMETHEUS), [
      [6, watch('servicemonitors.monitoring.coreos.com')],
      [
        3,
        (random) => ({
          verb: 'get',
          resource: 'secrets',
          namespace: 'monitoring',
          name: `prometheus-${random.int(0, 1)}`,
        }),
      ],
    ]),
    ...calls(own(GATEKEEPER), [
      [
        6,
        (random) => ({
          verb: 'list',
          resource: random.pick(['pods', 'namespaces', 'deployments.apps']),
          query: 'limit=500',
        }),
      ],
    ]),
    ...calls(own(VELERO), [
      [
        3,
        (random) => ({
          verb: 'patch',
          resource: 'backups.velero.io',
          namespace: 'velero',
          name: `velero-daily-${random.int(1, 30)}`,
          body: '{"status":{"phase":"InProgress"}}',
        }),
      ],
    ]),
  ];
  if (cluster.name === 'prod-sc') {
    return [
      ...shared,
      ...calls(own(FLUX), [
        [
          8,
          (random) => ({
            verb: 'patch',
            resource: 'kustomizations.kustomize.toolkit.fluxcd.io',
            subresource: 'status',
            namespace: 'flux-system',
            name: random.pick(cluster.namespaces),
            query: 'fieldManager=kustomize-controller',
          }),
        ],
        [6, update('deployments.apps', 'patch', cluster)],
      ]),
    ];
  }
  return [
    ...shared,
    ...calls(own(ARGOCD), [
      [
        10,
        (random) => ({
          verb: 'patch',
          resource: 'applications.argoproj.io',
          namespace: 'argocd-system',
          name: random.pick(cluster.namespaces),
        }),
      ],
      [
        6,
        (random) => ({
          ...update('deployments.apps', 'patch', cluster)(random),
          query: 'fieldManager=argocd-controller',
        }),
      ],
      [6, watch('deployments.apps')],
    ]),
    ...calls(own(CI), [
      [
        3,
        (random) => ({
          ...update('deployments.apps', 'patch', cluster)(random),
          body: `{"spec":{"template":{"spec":{"containers":[{"name":"app","image":"harbor.example.com/app/web:1.${random.int(1, 40)}.${random.int(0, 9)}"}]}}}}`,
        }),
      ],
      [
        2,
        (random) => ({
          verb: 'create',
          resource: 'secrets',
          namespace: random.pick(cluster.namespaces),
          name: `sh.helm.release.v1.app.v${random.int(1, 300)}`,
        }),
      ],
    ]),
  ];
}

/** All the programs that call a cluster's API server by themselves. */
export function systemActors(cluster: Cluster): SystemActor[] {
  return [...kubelets(cluster.nodes, cluster), ...builtInControllers(cluster), ...addOns(cluster)];
}
