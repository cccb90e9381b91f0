/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCompleteness } from '../../common/api/completeness';
import {
  DEFAULT_USE_LIMIT,
  type GroupAccountsRequest,
  type GroupAccountsResponse,
  type GroupAccountUse,
} from '../../common/api/group_accounts';
import { concerning } from '../coverage/probe_reasons';
import { AuditError } from '../errors/audit_error';
import { decodeListCursor, encodeListCursor, takePage } from '../paging/list_cursor';
import type { ScopedSearch } from '../search/scoped_search';
import { resolveTimeRange, toResolvedRange } from '../time/resolve_time_range';
import { toAccounts, toTrend, toUnknownCredentials } from './group_figures';
import type { GroupOptions } from './group_options';
import { readUses, type AllUses } from './read_uses';
import type { Use } from './to_uses';

/** Entries of the work list that are listed. */
const MAX_UNKNOWN = 500;

const fits = (values: readonly string[] | undefined, value: string | undefined): boolean =>
  values === undefined || (value !== undefined && values.includes(value));

function isChosen(use: GroupAccountUse, filters: NonNullable<GroupAccountsRequest['filters']>) {
  return (
    fits(filters.accounts, use.account) &&
    fits(filters.clusters, use.cluster) &&
    fits(filters.hosts, use.host) &&
    fits(filters.origins, use.origin) &&
    fits(filters.statuses, use.attribution.status) &&
    (filters.persons === undefined ||
      use.attribution.candidates.some(({ person }) => fits(filters.persons, person)))
  );
}

function asAsked({ use, rawCommand }: Use, unmask: boolean): GroupAccountUse {
  return unmask && rawCommand !== undefined ? { ...use, command: rawCommand } : use;
}

/** Answers `group_accounts`: every use of every group account, and which person was behind it. */
export async function listGroupAccounts(
  request: GroupAccountsRequest,
  search: ScopedSearch,
  options: GroupOptions,
  now: Date
): Promise<GroupAccountsResponse> {
  const unmask = request.unmask === true;
  if (unmask && !options.ssh.authlog.allowUnmask) {
    throw new AuditError('forbidden', 'Showing masked values is switched off here');
  }
  const question = [request.timeRange, request.filters ?? {}];
  const cursor =
    request.cursor === undefined ? undefined : decodeListCursor(request.cursor, question);
  const period = cursor
    ? { fromMs: cursor.fromMs, toMs: cursor.toMs }
    : resolveTimeRange(request.timeRange, now);
  const all: AllUses = await readUses(period, search, options, now);
  const chosen = all.uses.filter(({ use }) => isChosen(use, request.filters ?? {}));
  const { page, next } = takePage(
    chosen,
    ({ place }) => place,
    cursor?.after,
    request.limit ?? DEFAULT_USE_LIMIT
  );
  const unknown = toUnknownCredentials(all.uses, all.picture, period);
  return {
    range: toResolvedRange(period),
    accounts: toAccounts(chosen),
    total: { value: chosen.length, relation: all.partial ? 'gte' : 'eq' },
    uses: page.map((use) => asAsked(use, unmask)),
    ...(next ? { nextCursor: encodeListCursor({ ...period, after: next }, question) } : {}),
    trend: toTrend(chosen, period),
    unknownCredentials: unknown.slice(0, MAX_UNKNOWN),
    ...(unknown.length > MAX_UNKNOWN ? { unknownLeftOut: unknown.length - MAX_UNKNOWN } : {}),
    completeness: toCompleteness(
      concerning({ reasons: all.reasons, clusters: all.picture?.read.clusters }, request.filters)
    ),
  };
}
