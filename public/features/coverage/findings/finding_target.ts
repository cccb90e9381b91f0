/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageFinding } from '../../../../common/api/coverage';
import type { TimeRange } from '../../../../common/api/time_range';
import { VIEW_PATHS } from '../../../url_state/view_paths';

/** Where the records around a finding are shown. */
export interface FindingTarget {
  pathname: string;
  filters: Array<[name: string, value: string]>;
  /** That of the page when absent. */
  period?: TimeRange;
}

/** Nothing can be shown of what cannot be read. */
const UNREAD = new Set<CoverageFinding['kind']>(['not_allowed', 'missing', 'failed']);

/** The end of a finding is exclusive, that of a period is not. */
function toPeriod(from?: string, to?: string): TimeRange | undefined {
  if (from === undefined || to === undefined || from >= to) return undefined;
  return { from, to: new Date(Date.parse(to) - 1).toISOString() };
}

/** The view that shows the time of a finding, of its cluster and host; undefined where there is nothing to show. */
export function findingTarget(finding: CoverageFinding): FindingTarget | undefined {
  const { kind, source, cluster, host, from, to } = finding;
  if (UNREAD.has(kind)) return undefined;
  // A cluster without a name cannot be filtered by.
  const filters: FindingTarget['filters'] = cluster ? [['clusters', cluster]] : [];
  const period = toPeriod(from, to);
  if (source === 'authlog') {
    if (host) filters.push(['hosts', host]);
    return { pathname: VIEW_PATHS.ssh, filters, period };
  }
  // Without system traffic the view would be empty at times when the log is not.
  return { pathname: VIEW_PATHS.auditUser, filters: [...filters, ['system', 'true']], period };
}
