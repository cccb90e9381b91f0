/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  AuthlogLinesRequest,
  AuthlogLinesResponse,
  RawAuthlogLine,
} from '../../common/api/authlog_lines';
import type { AuthlogOptions } from '../authlog/authlog_options';
import { AuditError } from '../errors/audit_error';
import { belongsToPattern } from '../search/index_of_pattern';
import type { ScopedSearch } from '../search/scoped_search';
import { maskText } from '../secrets/mask_secrets';

/** Longest message answered: hostile lines may be megabytes. */
const MAX_MESSAGE = 65_536;

/**
 * Answers `authlog_lines`: lines as indexed, by their ids, in one round trip.
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
  const byIndex = new Map<string, string[]>();
  for (const { index, id } of documents) {
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
  for (const answer of answers) {
    for (const hit of answer.hits.hits) {
      found.set(JSON.stringify([hit._index, hit._id]), hit._source ?? {});
    }
  }
  const mask = maskSecrets && !unmask;
  const lines: RawAuthlogLine[] = [];
  const missing: AuthlogLinesResponse['missing'] = [];
  for (const document of documents) {
    const source = found.get(JSON.stringify([document.index, document.id]));
    if (!source) {
      missing.push(document);
      continue;
    }
    lines.push({ document, ...maskLine(source, mask) });
  }
  return { lines, missing, canUnmask: allowUnmask && maskSecrets };
}

function maskLine(
  source: Record<string, unknown>,
  mask: boolean
): { source: Record<string, unknown>; masked: boolean } {
  const { message } = source;
  if (typeof message !== 'string') return { source, masked: false };
  const cut =
    message.length > MAX_MESSAGE
      ? `${message.slice(0, MAX_MESSAGE)}… (${message.length - MAX_MESSAGE} more characters)`
      : message;
  const shown = mask ? maskText(cut) : cut;
  return { source: { ...source, message: shown }, masked: shown !== cut };
}
