/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import { NODE_PREFIX } from '../../common/kube_audit/user_kind';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import { allOf } from '../search/query_dsl';
import type { ScopedSearch } from '../search/scoped_search';
import type { Period } from '../time/resolve_time_range';
import { recordsQuery } from './events/events_query';
import type { KubeAuditOptions } from './kube_audit_options';
import { keywordOf } from './record/fields';

/** Combinations of cluster, node and address: a thousand nodes with a few addresses each. */
const MAX_COMBINATIONS = 10_000;

/** An address that a kubelet's requests came from. */
export interface NodeAddress {
  cluster: string;
  host: string;
  address: string;
}

/** Addresses that were found, and whether there may be others. */
export interface NodeAddresses {
  addresses: NodeAddress[];
  /** An address may have been that of another host too: it must not tell that somebody was the only one. */
  incomplete: boolean;
  reasons: CompletenessReason[];
}

interface Bucket {
  key: { cluster: string | null; user: string; address: string };
}

/**
 * Addresses of nodes in a period, by the requests of their kubelets (`system:node:<node>`).
 *
 * @throws AuditError `forbidden`, `index_missing`, … where the log of Kubernetes cannot be read at all
 */
export async function readNodeAddresses(
  period: Period,
  search: ScopedSearch,
  { indexPattern, fields }: KubeAuditOptions
): Promise<NodeAddresses> {
  const kubelets = { prefix: { [keywordOf(fields.user)]: NODE_PREFIX } };
  const [answer] = await search.searchAll([
    {
      index: indexPattern,
      body: {
        query: allOf([recordsQuery(period, [], fields), kubelets]),
        size: 0,
        track_total_hits: false,
        aggs: {
          addresses: {
            composite: {
              size: MAX_COMBINATIONS,
              sources: [
                { cluster: { terms: { field: keywordOf(fields.cluster), missing_bucket: true } } },
                { user: { terms: { field: keywordOf(fields.user) } } },
                { address: { terms: { field: keywordOf(fields.sourceIps) } } },
              ],
            },
          },
        },
      },
    },
  ]);
  assertSearched(answer, indexPattern);
  const buckets =
    (answer.aggregations?.addresses as { buckets?: Bucket[] } | undefined)?.buckets ?? [];
  const reasons = partialReasons([answer], 'kubeaudit');
  if (buckets.length >= MAX_COMBINATIONS) {
    reasons.push({
      code: 'scan_limit_reached',
      source: 'kubeaudit',
      count: buckets.length,
      message: `There are more than ${buckets.length} addresses of nodes: those beyond were not read, and no request is said to be one person's because of where it came from.`,
    });
  }
  return {
    addresses: buckets.map(({ key }) => ({
      cluster: key.cluster ?? '',
      host: key.user.slice(NODE_PREFIX.length),
      address: key.address,
    })),
    incomplete: reasons.length > 0,
    reasons,
  };
}
