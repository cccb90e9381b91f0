/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import type { FieldCapabilities, ScopedSearch } from '../../search/scoped_search';
import type { SearchResponse } from '../../search/search_types';
import type { Period } from '../../time/resolve_time_range';
import { fieldFaults, toFieldReasons } from './authlog_fields';
import { buildByIndex, heldQuery } from './authlog_queries';
import { TIME } from './field_queries';

/** Indices with a fault that are asked about; with more, each counts as one that holds lines. */
const MAX_ASKED = 1_000;

/** What keeps lines from being found at all. */
export interface LogFaults {
  reasons: CompletenessReason[];
  /** Lines that may tell who was there are missing: nobody is named for being alone. */
  linesMissing: boolean;
  /** The answer to the search that this took, where it took one. */
  answers: SearchResponse[];
}

/** Counts of documents without a time. */
export interface UntimedCounts {
  all: number;
  /** Of these, the ones that may tell who was there. */
  notable: number;
}

/**
 * What the mapping of the log, and what the user may see of it, say against everything that is read from it. Of
 * indices that hold nothing of the period a fault is not told.
 *
 * @param seen whether the user sees any document of the log; of an empty one no field is hidden
 * @throws AuditError as the searches do
 */
export async function findLogFaults(
  capabilities: FieldCapabilities,
  period: Period,
  { all, notable }: UntimedCounts,
  seen: boolean,
  search: ScopedSearch,
  indexPattern: string
): Promise<LogFaults> {
  const faults = fieldFaults(capabilities).filter(({ indices }) => indices !== undefined || seen);
  const named = (untimed: boolean) =>
    faults.flatMap(({ field, indices = [] }) => ((field === TIME) === untimed ? indices : []));
  const [timed, untimed] = [[...new Set(named(false))], [...new Set(named(true))]];
  const count = timed.length + untimed.length;
  const answers =
    count === 0 || count > MAX_ASKED
      ? []
      : await search.searchAll([
          {
            index: indexPattern,
            body: buildByIndex(heldQuery(period, timed, untimed), MAX_ASKED),
          },
        ]);
  const reasons = toFieldReasons(
    faults,
    count > MAX_ASKED ? new Set([...timed, ...untimed]) : indicesIn(answers)
  );
  // Where no time can be seen at all, every document would be one without.
  const timeHidden = faults.some(({ field, indices }) => field === TIME && indices === undefined);
  if (all > 0 && !timeHidden) {
    reasons.push({
      code: 'unparsed_lines',
      source: 'authlog',
      count: all,
      message: `${all} documents of the log have no time${
        notable > 0
          ? ': whether they are of this period is not known, and nobody is named for being the only one there.'
          : ': they are in no figure. None of them is of a program that tells who was there.'
      }`,
    });
  }
  const missing = reasons.some(({ code }) => code !== 'unparsed_lines');
  return { reasons, linesMissing: missing || notable > 0, answers };
}

function indicesIn(answers: readonly SearchResponse[]): Set<string> {
  const lists = answers.map(
    ({ aggregations }) =>
      (aggregations?.indices as { buckets?: Array<{ key: unknown }> } | undefined)?.buckets ?? []
  );
  return new Set(lists.flat().map(({ key }) => String(key)));
}
