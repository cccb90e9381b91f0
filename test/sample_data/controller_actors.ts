/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { calls, split, update, watch, type SystemActor } from './actor_calls';
import type { Cluster } from './clusters';
import { component } from './identity';
import type { Random } from './random';
import {
  CRONJOB_CONTROLLER,
  DEPLOYMENT_CONTROLLER,
  ENDPOINTSLICE_CONTROLLER,
  GARBAGE_COLLECTOR,
  JOB_CONTROLLER,
  REPLICASET_CONTROLLER,
  serviceAccount,
  type ServiceAccountTraits,
} from './service_accounts';

/** The controllers and other components of a control plane. */
export function builtInControllers(cluster: Cluster): SystemActor[] {
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
