/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ScopedSearch } from '../../search/scoped_search';
import type { KubeAuditOptions } from '../kube_audit_options';
import { allOf, withinMs } from '../../search/query_dsl';
import { KEYWORD_IGNORE_ABOVE, keywordOf } from '../record/fields';
import { toKubeHit, type KubeHit } from '../record/kube_record';
import { groupHits } from '../record/merge_stages';
import { endsEvent } from '../record/stage';
import { buildBatchQuery, MAX_RESULT_WINDOW } from './events_query';

/** Audit ids of one look-up: half of OpenSearch's clause limit. */
const MAX_IDS = 500;

const isOpen = (group: readonly KubeHit[]) =>
  !group.some(({ record }) => endsEvent(record.stage, record.code));

/**
 * Finds the other stages of events of which only early ones were found. Needed where a filter concerns
 * something that not every stage has, such as the outcome: a request must not look open because its end did
 * not match by itself.
 *
 * @returns the groups, completed
 */
export async function completeStages(
  groups: KubeHit[][],
  search: Pick<ScopedSearch, 'searchAll'>,
  options: KubeAuditOptions
): Promise<KubeHit[][]> {
  const { fields, indexPattern } = options;
  const open = groups.filter(isOpen).map((group) => group[0].record);
  const known = open.filter((record) => record.auditId.length <= KEYWORD_IGNORE_ABOVE);
  if (known.length === 0) return groups;
  const items = [];
  for (let start = 0; start < known.length; start += MAX_IDS) {
    const chunk = known.slice(start, start + MAX_IDS);
    const times = chunk.map((record) => record.receivedMs);
    const query = allOf([
      withinMs(fields.receivedAt, { gte: Math.min(...times), lte: Math.max(...times) }),
      { terms: { [keywordOf(fields.auditId)]: chunk.map((record) => record.auditId) } },
    ]);
    items.push({ index: indexPattern, body: buildBatchQuery(query, MAX_RESULT_WINDOW, fields) });
  }
  const answers = await search.searchAll(items);
  const found = answers.flatMap((answer) => answer.hits.hits);
  const seen = new Set(groups.flat().map((hit) => `${hit.index}/${hit.id}`));
  const others = found
    .filter((hit) => !seen.has(`${hit._index}/${hit._id}`))
    .map((hit) => toKubeHit(hit, fields))
    .filter((hit): hit is KubeHit => hit !== undefined);
  const wanted = new Set(groups.map((group) => group[0]));
  // Regrouped together; what belongs to none of the events is of another request with the same audit id.
  return groupHits([...groups.flat(), ...others]).filter((group) =>
    group.some((hit) => wanted.has(hit))
  );
}
