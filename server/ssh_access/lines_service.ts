/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  AuthlogLinesRequest,
  AuthlogLinesResponse,
  RawAuthlogLine,
} from '../../common/api/authlog_lines';
import { toCompleteness, type CompletenessReason } from '../../common/api/completeness';
import type { DocumentRef } from '../../common/api/kube_events';
import type { AuthlogOptions } from '../authlog/authlog_options';
import { AuditError } from '../errors/audit_error';
import { partialReasons } from '../search/answer_reasons';
import { belongsToPattern } from '../search/index_of_pattern';
import type { ScopedSearch } from '../search/scoped_search';
import { showDocument } from './show_document';

/** Most characters of one line with all its fields. */
const MAX_LINE = 262_144;

/** Most characters of one answer. */
const MAX_ANSWER = 4_194_304;

const keyOf = ({ index, id }: DocumentRef): string => JSON.stringify([index, id]);

/**
 * Answers `authlog_lines`: lines as indexed, by their ids, in one round trip, each once. Likely secrets are masked
 * in every field; what makes a line or the answer too large is left out and said.
 *
 * @throws AuditError `invalid_request` for an index that is not one of authlog
 */
export async function readLines(
  { documents, unmask = false }: AuthlogLinesRequest,
  search: ScopedSearch,
  { indexPattern, maskSecrets, allowUnmask }: AuthlogOptions
): Promise<AuthlogLinesResponse> {
  if (unmask && !allowUnmask) {
    throw new AuditError('forbidden', 'Showing masked values is switched off here');
  }
  const asked = [...new Map(documents.map((document) => [keyOf(document), document])).values()];
  const byIndex = new Map<string, string[]>();
  for (const { index, id } of asked) {
    if (!belongsToPattern(index, indexPattern)) {
      throw new AuditError('invalid_request', `documents: not an index of ${indexPattern}`);
    }
    byIndex.set(index, [...(byIndex.get(index) ?? []), id]);
  }
  const answers = await search.searchAll(
    [...byIndex].map(([index, ids]) => ({
      index,
      body: { query: { ids: { values: ids } }, size: ids.length, track_total_hits: false },
    }))
  );
  const found = new Map<string, Record<string, unknown>>();
  for (const { _index, _id, _source } of answers.flatMap(({ hits }) => hits.hits)) {
    found.set(keyOf({ index: _index, id: _id }), _source ?? {});
  }
  const mask = maskSecrets && !unmask;
  const lines: RawAuthlogLine[] = [];
  const missing: DocumentRef[] = [];
  const leftOut: DocumentRef[] = [];
  let left = MAX_ANSWER;
  let cutLines = 0;
  for (const document of asked) {
    const source = found.get(keyOf(document));
    if (!source) missing.push(document);
    else if (left <= 0) leftOut.push(document);
    else {
      const shown = showDocument(source, mask, Math.min(MAX_LINE, left));
      left -= shown.cost;
      if (shown.cut) cutLines += 1;
      lines.push({ document, source: shown.source, masked: shown.masked });
    }
  }
  return {
    lines,
    missing,
    leftOut,
    canUnmask: allowUnmask && maskSecrets,
    completeness: toCompleteness([
      ...partialReasons(answers, 'authlog'),
      ...sizeReasons(cutLines, leftOut.length),
    ]),
  };
}

function sizeReasons(cutLines: number, leftOut: number): CompletenessReason[] {
  const toReason = (count: number, message: string): CompletenessReason[] =>
    count === 0 ? [] : [{ code: 'scan_limit_reached', source: 'authlog', count, message }];
  return [
    ...toReason(
      cutLines,
      `${cutLines} of the lines are too long to be shown whole: each says where something is left out.`
    ),
    ...toReason(
      leftOut,
      `${leftOut} more lines were found and are left out, since the answer would be too large: ask for fewer at a time.`
    ),
  ];
}
