/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { NodeAddress } from '../kube_audit/node_addresses';
import { hostKey } from '../ssh_access/history/authlog_histories';

/** Which hosts of a cluster had an address. */
export class HostAddresses {
  private readonly byAddress = new Map<string, Set<string>>();

  /** @param known from kubelets' requests and from the configuration */
  constructor(known: readonly NodeAddress[]) {
    for (const { cluster, host, address } of known) {
      const key = JSON.stringify([cluster, address.toLowerCase()]);
      const hosts = this.byAddress.get(key) ?? new Set<string>();
      this.byAddress.set(key, hosts.add(host));
    }
  }

  hostsOf(cluster: string, address: string): string[] {
    const key = JSON.stringify([cluster, address.toLowerCase()]);
    return [...(this.byAddress.get(key) ?? [])].sort();
  }
}

/**
 * Name under which a node writes to authlog: the node's own name, or its first label where that is the only
 * host of the cluster that has it (a node may be called by its domain name, and rsyslog writes the short one).
 */
export class HostNames {
  private readonly byLabel = new Map<string, Set<string>>();
  private readonly names = new Set<string>();

  /** @param hosts of authlog */
  constructor(hosts: ReadonlyArray<{ cluster: string; host: string }>) {
    for (const { cluster, host } of hosts) {
      this.names.add(hostKey(cluster, host));
      const key = hostKey(cluster, label(host));
      const same = this.byLabel.get(key) ?? new Set<string>();
      this.byLabel.set(key, same.add(host));
    }
  }

  of(cluster: string, node: string): string {
    if (this.names.has(hostKey(cluster, node))) return node;
    const same = this.byLabel.get(hostKey(cluster, label(node)));
    return same?.size === 1 ? [...same][0] : node;
  }
}

const label = (name: string): string => name.split('.')[0].toLowerCase();
