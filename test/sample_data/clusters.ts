/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

export type ClusterName = 'prod-sc' | 'prod-wc';

/**
 * How a node's auth.log arrives: parsed, mis-parsed (a node with traditional time stamps), or not at all
 * (no rsyslog on it).
 */
export type AuthlogShape = 'parsed' | 'traditional' | 'none';

export interface ClusterNode {
  name: string;
  cluster: ClusterName;
  address: string;
  controlPlane: boolean;
  authlog: AuthlogShape;
  /** LogLevel VERBOSE: sshd then writes "Starting session" lines, which name the terminal. */
  verbose: boolean;
  /** OpenSSH 9.8 and later log sessions as `sshd-session`. */
  sshdIdent: 'sshd' | 'sshd-session';
  /** Which program `sudo` is; Ubuntu 25.10 and later have sudo-rs. */
  sudo: 'sudo' | 'sudo-rs';
}

export interface Cluster {
  name: ClusterName;
  version: string;
  nodes: readonly ClusterNode[];
  /** Namespaces of the applications that run there. */
  namespaces: readonly string[];
  /** Deployments and stateful sets, `namespace/name`. */
  workloads: readonly string[];
}

function node(
  cluster: ClusterName,
  part: string,
  address: string,
  traits: Partial<ClusterNode> = {}
): ClusterNode {
  return {
    name: `${cluster}-${part}`,
    cluster,
    address,
    controlPlane: part.startsWith('control-plane'),
    authlog: 'parsed',
    verbose: false,
    sshdIdent: 'sshd',
    sudo: 'sudo',
    ...traits,
  };
}

/** The service cluster: what the platform team runs for everyone. */
export const SERVICE_CLUSTER: Cluster = {
  name: 'prod-sc',
  version: 'v1.33.7',
  nodes: [
    node('prod-sc', 'control-plane-0', '10.0.8.5', { verbose: true }),
    node('prod-sc', 'worker-0', '10.0.8.21'),
    node('prod-sc', 'worker-1', '10.0.8.22'),
    node('prod-sc', 'worker-2', '10.0.8.23', { authlog: 'none' }),
  ],
  namespaces: ['harbor', 'opensearch-system', 'dex', 'monitoring', 'thanos'],
  workloads: [
    'harbor/harbor-core',
    'harbor/harbor-registry',
    'opensearch-system/opensearch-master',
    'opensearch-system/opensearch-dashboards',
    'dex/dex',
    'monitoring/grafana',
    'thanos/thanos-query',
  ],
};

/** The workload cluster: where the developers' applications run. */
export const WORKLOAD_CLUSTER: Cluster = {
  name: 'prod-wc',
  version: 'v1.33.7',
  nodes: [
    node('prod-wc', 'control-plane-0', '10.0.16.5'),
    node('prod-wc', 'control-plane-1', '10.0.16.6'),
    node('prod-wc', 'control-plane-2', '10.0.16.7', {
      verbose: true,
      sshdIdent: 'sshd-session',
      sudo: 'sudo-rs',
    }),
    node('prod-wc', 'worker-0', '10.0.16.21'),
    node('prod-wc', 'worker-1', '10.0.16.22', { verbose: true }),
    node('prod-wc', 'worker-2', '10.0.16.23', { authlog: 'traditional' }),
    node('prod-wc', 'worker-3', '10.0.16.24', { authlog: 'none' }),
  ],
  namespaces: ['payments', 'storefront', 'analytics', 'monitoring', 'ingress-nginx'],
  workloads: [
    'payments/payments-api',
    'payments/payments-worker',
    'payments/payments-db',
    'storefront/web',
    'storefront/cart',
    'storefront/search',
    'analytics/ingest',
    'analytics/reports',
    'ingress-nginx/ingress-nginx-controller',
  ],
};

export const CLUSTERS: readonly Cluster[] = [SERVICE_CLUSTER, WORKLOAD_CLUSTER];

/** The node of that name. @throws Error when there is none */
export function toNode(name: string): ClusterNode {
  const found = CLUSTERS.flatMap((cluster) => cluster.nodes).find((each) => each.name === name);
  if (!found) throw new Error(`no node ${name}`);
  return found;
}

/** The cluster of that name. */
export function toCluster(name: ClusterName): Cluster {
  return name === 'prod-sc' ? SERVICE_CLUSTER : WORKLOAD_CLUSTER;
}
