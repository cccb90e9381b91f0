/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { RequestAttributor, type AuthlogState } from '../attribution/attribute_request';
import type { DirectoryView } from '../attribution/directory_view';
import type { NodeAddress, NodeAddresses } from '../kube_audit/node_addresses';
import type { AuthlogPicture } from '../ssh_access/authlog_picture';
import { hostKey } from '../ssh_access/history/authlog_histories';
import { HostAddresses, HostNames } from './host_addresses';

/** What authlog tells, where it could be read. */
export type HostsPicture = Pick<AuthlogPicture, 'histories' | 'logins' | 'commands' | 'limits'>;

/**
 * Attributes requests by what both logs tell of hosts. Where not all addresses of nodes could be read, the address
 * of a request may have been another host's too: then nobody is named for having been the only one there.
 *
 * @param configured addresses of hosts by configuration
 */
export function toRequestAttributor(
  directory: DirectoryView,
  authlog: AuthlogState,
  picture: HostsPicture | undefined,
  configured: readonly NodeAddress[],
  nodes: Pick<NodeAddresses, 'addresses' | 'incomplete'>
): RequestAttributor {
  const addresses = new HostAddresses([...configured, ...nodes.addresses]);
  const names = new HostNames(picture ? [...picture.histories.values()] : []);
  const limits = picture?.limits ?? { damagedLogins: [], linesMissing: false };
  return new RequestAttributor(directory, {
    authlog,
    hostsOf: (cluster, address) => [
      ...new Set(addresses.hostsOf(cluster, address).flatMap((node) => names.of(cluster, node))),
    ],
    history: (cluster, host) => picture?.histories.get(hostKey(cluster, host)),
    loginOf: (session) => picture?.logins.get(session),
    commandOf: (command) => picture?.commands.get(command),
    limits: { ...limits, linesMissing: limits.linesMissing || nodes.incomplete },
  });
}
