/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { HostHistory } from './history/host_history';

/** Hosts named in the reason. */
const MAX_NAMED = 10;

/**
 * What lines without a cluster say against an answer. They may be of a host of that name in any cluster: somebody
 * who logged in there is missing from what is known of it. Undefined where no host is concerned: where no line names
 * a cluster, there is but one.
 */
export function clusterlessReason(
  histories: Iterable<Pick<HostHistory, 'cluster' | 'host'>>
): CompletenessReason | undefined {
  const named = new Set<string>();
  const clusterless = new Set<string>();
  for (const { cluster, host } of histories) (cluster === '' ? clusterless : named).add(host);
  const both = [...clusterless].filter((host) => named.has(host)).sort();
  if (both.length === 0) return undefined;
  const listed = both.slice(0, MAX_NAMED).join(', ');
  const more = both.length > MAX_NAMED ? ` and ${both.length - MAX_NAMED} more` : '';
  return {
    code: 'fields_unavailable',
    source: 'authlog',
    fields: ['cluster.name'],
    count: both.length,
    message: `Some lines of hosts that others give to a cluster name none (${listed}${more}): they may be of any of them, and nobody is named for being the only one there.`,
  };
}
