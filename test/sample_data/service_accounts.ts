/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Cluster, ClusterNode } from './clusters';
import { CREDENTIAL_ID, type Identity } from './identity';
import { createRandom } from './random';

/** A program that calls the API with a service account's token. */
export interface ServiceAccountTraits {
  namespace: string;
  name: string;
  userAgent: string;
  /** Runs inside kube-controller-manager, so no pod and no node stand behind its token. */
  builtIn?: boolean;
}

const MANAGER = 'kube-controller-manager/v1.33.7 (linux/amd64) kubernetes/a7245cd';

function builtIn(name: string): ServiceAccountTraits {
  return {
    namespace: 'kube-system',
    name,
    userAgent: `${MANAGER}/system:serviceaccount:kube-system:${name}`,
    builtIn: true,
  };
}

export const REPLICASET_CONTROLLER = builtIn('replicaset-controller');
export const DEPLOYMENT_CONTROLLER = builtIn('deployment-controller');
export const JOB_CONTROLLER = builtIn('job-controller');
export const CRONJOB_CONTROLLER = builtIn('cronjob-controller');
export const ENDPOINTSLICE_CONTROLLER = builtIn('endpointslice-controller');
export const GARBAGE_COLLECTOR = builtIn('generic-garbage-collector');

export const ARGOCD: ServiceAccountTraits = {
  namespace: 'argocd-system',
  name: 'argocd-application-controller',
  userAgent: 'argocd-application-controller/v2.14.2 (linux/amd64)',
};
export const FLUX: ServiceAccountTraits = {
  namespace: 'flux-system',
  name: 'kustomize-controller',
  userAgent: 'kustomize-controller/v1.5.1 (linux/amd64) kubernetes/$Format',
};
export const CI: ServiceAccountTraits = {
  namespace: 'ci',
  name: 'gitlab-deployer',
  userAgent: 'Helm/3.17.1',
};
export const CERT_MANAGER: ServiceAccountTraits = {
  namespace: 'cert-manager',
  name: 'cert-manager',
  userAgent: 'cert-manager-certificates-readiness/v1.17.2 (linux/amd64) cert-manager/f3ffb86',
};
export const PROMETHEUS: ServiceAccountTraits = {
  namespace: 'monitoring',
  name: 'kube-prometheus-stack-operator',
  userAgent: 'PrometheusOperator/v0.82.0',
};
export const GATEKEEPER: ServiceAccountTraits = {
  namespace: 'gatekeeper-system',
  name: 'gatekeeper-admin',
  userAgent: 'gatekeeper/v3.18.2 (linux/amd64) 1a2b3c4',
};
export const VELERO: ServiceAccountTraits = {
  namespace: 'velero',
  name: 'velero',
  userAgent: 'velero-server/v1.15.2 (linux/amd64) 804d73c',
};
export const TERRAFORM: ServiceAccountTraits = {
  namespace: 'ci',
  name: 'terraform',
  userAgent: 'HashiCorp/1.0 Terraform/1.11.1',
};

/** Tokens bound to no pod and no node: the built-in controllers' and those of pipelines outside. */
function toExtra(who: ServiceAccountTraits, node: ClusterNode, key: string) {
  const random = createRandom(0, `service account ${key}`);
  const credential = { [CREDENTIAL_ID]: [`JTI=${random.uuid()}`] };
  if (who.builtIn || who.namespace === 'ci') return credential;
  return {
    ...credential,
    'authentication.kubernetes.io/node-name': [node.name],
    'authentication.kubernetes.io/node-uid': [random.uuid()],
    'authentication.kubernetes.io/pod-name': [`${who.name}-${random.hex(9)}-${random.hex(5)}`],
    'authentication.kubernetes.io/pod-uid': [random.uuid()],
  };
}

function toServiceAccount(cluster: Cluster, who: ServiceAccountTraits): Identity {
  const key = `${cluster.name}/${who.namespace}/${who.name}`;
  const random = createRandom(0, `uid of ${key}`);
  const node = cluster.nodes[who.builtIn ? 0 : 1 + random.int(0, cluster.nodes.length - 2)];
  const outside = who.namespace === 'ci';
  const role = who.builtIn ? `system:controller:${who.name}` : who.name;
  return {
    kind: 'service_account',
    user: {
      username: `system:serviceaccount:${who.namespace}:${who.name}`,
      uid: random.uuid(),
      groups: [
        'system:serviceaccounts',
        `system:serviceaccounts:${who.namespace}`,
        'system:authenticated',
      ],
      extra: toExtra(who, node, key),
    },
    sourceIps: [outside ? '203.0.113.50' : node.address],
    userAgent: who.userAgent,
    grant: `RBAC: allowed by ClusterRoleBinding "${role}" of ClusterRole "${role}" to ServiceAccount "${who.name}/${who.namespace}"`,
  };
}

const identities = new Map<string, Identity>();

/** How a service account appears in a cluster's log. Any name at all has an identity. */
export function serviceAccount(cluster: Cluster, who: ServiceAccountTraits): Identity {
  const key = `${cluster.name}/${who.namespace}/${who.name}`;
  const known = identities.get(key);
  if (known) return known;
  const identity = toServiceAccount(cluster, who);
  identities.set(key, identity);
  return identity;
}
