/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AccessLogState } from '../../common/api/access_log';
import type { SourceStatus, StatusResponse } from '../../common/api/status';
import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchResponse } from '../search/search_types';

/** What the status depends on. */
export interface StatusOptions {
  patterns: { kubeaudit: string; authlog: string };
  versions: { plugin: string; dashboards: string };
  /** Nothing is recorded where it is absent. */
  accessLog?: AccessLogState;
}

/**
 * Answers `status`: what this user can read of each source. Each pattern is asked by itself, since one search
 * over an allowed and a forbidden index is refused, or silently narrowed, as a whole.
 */
export async function readStatus(
  search: ScopedSearch,
  { patterns, versions, accessLog }: StatusOptions
): Promise<StatusResponse> {
  const body = {
    size: 0,
    track_total_hits: true,
    aggs: {
      first: { min: { field: '@timestamp' } },
      last: { max: { field: '@timestamp' } },
    },
  };
  const [answers, opensearch] = await Promise.all([
    search.searchEach([
      { index: patterns.kubeaudit, body },
      { index: patterns.authlog, body },
    ]),
    readVersion(search),
  ]);
  return {
    accessLog: {
      enabled: accessLog?.enabled ?? false,
      pseudonymise: accessLog?.pseudonymise ?? false,
    },
    sources: {
      kubeaudit: toSourceStatus(patterns.kubeaudit, answers[0]),
      authlog: toSourceStatus(patterns.authlog, answers[1]),
    },
    versions: { ...versions, opensearch },
  };
}

/** What stands for a name where OpenSearch knows none. */
export const NO_SECURITY_PLUGIN = 'unknown (OpenSearch runs without its security plugin)';

/** Without the plugin OpenSearch has no such path: it says so with one of these. Any other failure is a failure. */
const NO_SUCH_PATH: readonly unknown[] = [400, 404, 405];

/**
 * Name under which OpenSearch knows the user; without its security plugin there is none.
 *
 * @throws AuditError where OpenSearch does not tell
 */
export async function readWho(search: ScopedSearch): Promise<string> {
  try {
    const { user_name: name } = await search.get<{ user_name?: string }>(
      '/_plugins/_security/authinfo'
    );
    if (typeof name === 'string' && name !== '') return name;
  } catch (error) {
    const noPlugin =
      error instanceof AuditError && NO_SUCH_PATH.includes(error.details.upstreamStatus);
    if (!noPlugin) throw error;
    return NO_SECURITY_PLUGIN;
  }
  // The plugin is there and names nobody: that must not pass for a user.
  throw new AuditError('upstream_error', 'OpenSearch does not say who you are');
}

/** Version of OpenSearch, which not every user may ask for. */
export async function readVersion(search: ScopedSearch): Promise<string | undefined> {
  try {
    const { version } = await search.get<{ version?: { number?: string } }>('/');
    return version?.number;
  } catch (error) {
    if (error instanceof AuditError && error.code === 'forbidden') return undefined;
    throw error;
  }
}

function toSourceStatus(pattern: string, answer: SearchResponse | AuditError): SourceStatus {
  if (answer instanceof AuditError) {
    const state =
      answer.code === 'forbidden'
        ? 'forbidden'
        : answer.code === 'index_missing'
          ? 'missing'
          : 'failed';
    return { pattern, state, message: answer.message };
  }
  const { total, successful, failed } = answer._shards;
  if (total === 0) return { pattern, state: 'missing' };
  if (failed > 0 && successful === 0) {
    return { pattern, state: 'failed', message: 'No shard of this source could answer' };
  }
  const { first, last } = (answer.aggregations ?? {}) as Record<
    string,
    { value?: number | null } | undefined
  >;
  const instant = (value: number | null | undefined) =>
    typeof value === 'number' ? new Date(value).toISOString() : undefined;
  return {
    pattern,
    state: 'readable',
    records: answer.hits.total?.value ?? 0,
    firstRecord: instant(first?.value),
    lastRecord: instant(last?.value),
    message: failed > 0 ? `${failed} of ${total} shards could not answer` : undefined,
  };
}
