/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { UserKind } from '../../common/kube_audit/user_kind';
import type { AuditUser } from './audit_document';
import type { Cluster, ClusterName, ClusterNode } from './clusters';

/** Who calls the API server, with what, from where, and why it is allowed. */
export interface Identity {
  kind: UserKind;
  user: AuditUser;
  sourceIps: string[];
  userAgent: string;
  /** Text of the annotation `authorization.k8s.io/reason` when a request is allowed. */
  grant: string;
}

/** Key of `user.extra` under which the API server says which certificate or token was used. */
export const CREDENTIAL_ID = 'authentication.kubernetes.io/credential-id';

/** SHA-256 of the certificate in `/etc/kubernetes/admin.conf` of each cluster. */
export const ADMIN_CERTIFICATES: Record<ClusterName, string> = {
  'prod-sc': 'X509SHA256=6f1c6f0c7e1b8d0b7a35c1d4e2f90a8b4c7d6e5f3a2b1c0d9e8f7a6b5c4d3e2f',
  'prod-wc': 'X509SHA256=b2f48c11d09e7a6355e1c0aa9d37f68214be5c90d3a7f1e28b64c05d9fa37e10',
};

/** A certificate of `kubernetes-admin` that was made for one person, who alone has it. */
export const ERIK_ADMIN_CERTIFICATE =
  'X509SHA256=4c0e9d7b5a2f81634d7e0c9b3a8f65127e9d4c0b3a6f58217d0e9c4b5a3f8261';

/** The group account of `admin.conf`, used on a control-plane node, so from that node's address. */
export function kubernetesAdmin(node: ClusterNode): Identity {
  return {
    kind: 'group_account',
    user: {
      username: 'kubernetes-admin',
      groups: ['kubeadm:cluster-admins', 'system:authenticated'],
      extra: { [CREDENTIAL_ID]: [ADMIN_CERTIFICATES[node.cluster]] },
    },
    sourceIps: [node.address],
    userAgent: 'kubectl/v1.33.7 (linux/amd64) kubernetes/a7245cd',
    grant:
      'RBAC: allowed by ClusterRoleBinding "kubeadm:cluster-admins" of ClusterRole "cluster-admin" to Group "kubeadm:cluster-admins"',
  };
}

/** A kubelet. */
export function kubelet(node: ClusterNode): Identity {
  return {
    kind: 'node',
    user: {
      username: `system:node:${node.name}`,
      groups: ['system:nodes', 'system:authenticated'],
    },
    sourceIps: [node.address],
    userAgent: 'kubelet/v1.33.7 (linux/amd64) kubernetes/a7245cd',
    grant: '',
  };
}

/** A component of the control plane. */
export function component(cluster: Cluster, name: string): Identity {
  const apiServer = name === 'apiserver';
  return {
    kind: 'system_component',
    user: {
      username: `system:${name}`,
      ...(apiServer ? { uid: 'b723fa5c-2118-4f04-8d48-e57e7c021f50' } : {}),
      groups: apiServer ? ['system:authenticated', 'system:masters'] : ['system:authenticated'],
    },
    sourceIps: [apiServer ? '127.0.0.1' : cluster.nodes[0].address],
    userAgent: apiServer
      ? 'kube-apiserver/v1.33.7 (linux/amd64) kubernetes/a7245cd'
      : `${name}/v1.33.7 (linux/amd64) kubernetes/a7245cd`,
    grant: apiServer
      ? ''
      : `RBAC: allowed by ClusterRoleBinding "system:${name}" of ClusterRole "system:${name}" to User "system:${name}"`,
  };
}

/** Somebody who did not say who they are. */
export function anonymous(sourceIp: string, userAgent: string): Identity {
  return {
    kind: 'system_component',
    user: { username: 'system:anonymous', groups: ['system:unauthenticated'] },
    sourceIps: [sourceIp],
    userAgent,
    grant:
      'RBAC: allowed by RoleBinding "kubeadm:bootstrap-signer-clusterinfo/kube-public" of Role "kubeadm:bootstrap-signer-clusterinfo" to User "system:anonymous"',
  };
}

/** Somebody whose token or certificate was refused: the record then names nobody. */
export function unauthenticated(sourceIp: string, userAgent: string): Identity {
  return { kind: 'unauthenticated', user: {}, sourceIps: [sourceIp], userAgent, grant: '' };
}
