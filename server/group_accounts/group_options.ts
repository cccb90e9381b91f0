/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import type { NodeAddress } from '../kube_audit/node_addresses';
import type { SshOptions } from '../ssh_access/ssh_service';

/** What attribution over both logs depends on. */
export interface GroupOptions {
  ssh: SshOptions;
  kubeAudit: KubeAuditOptions;
  /** Addresses of hosts by configuration. */
  hosts: readonly NodeAddress[];
  /** Kubernetes events read one by one for one answer. */
  maxListedEvents: number;
}
