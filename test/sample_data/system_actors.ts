/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { addOns } from './add_on_actors';
import { calls, split, toEnd, type SystemActor } from './actor_calls';
import type { Cluster, ClusterNode } from './clusters';
import { builtInControllers } from './controller_actors';
import { kubelet } from './identity';
import type { Random } from './random';
import { CREATED, notFound } from './response_status';

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

/** All the programs that call a cluster's API server by themselves. */
export function systemActors(cluster: Cluster): SystemActor[] {
  return [...kubelets(cluster.nodes, cluster), ...builtInControllers(cluster), ...addOns(cluster)];
}
