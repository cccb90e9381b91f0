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
 * Names under which a node may write to authlog. A node may be called by its domain name where rsyslog writes the
 * short one, or the other way round, and may have changed from one to the other: what has the same first label
 * may be the same host, unless both have a domain and it is another one.
 */
export class HostNames {
  private readonly byLabel = new Map<string, Set<string>>();

  /** @param hosts of authlog */
  constructor(hosts: ReadonlyArray<{ cluster: string; host: string }>) {
    for (const { cluster, host } of hosts) {
      const key = hostKey(cluster, label(host));
      const same = this.byLabel.get(key) ?? new Set<string>();
      this.byLabel.set(key, same.add(host));
    }
  }

  /** @returns the node's own name where authlog has none of it */
  of(cluster: string, node: string): string[] {
    const same = [...(this.byLabel.get(hostKey(cluster, label(node))) ?? [])].sort();
    const fitting = same.filter(
      (host) => !hasDomain(host) || !hasDomain(node) || host.toLowerCase() === node.toLowerCase()
    );
    if (fitting.length > 0) return fitting;
    return same.length > 0 ? same : [node];
  }
}

const label = (name: string): string => name.split('.')[0].toLowerCase();

const hasDomain = (name: string): boolean => name.includes('.');
