/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../../../common/api/kube_events';
import { toKqlLiteral } from './kql';
import { toRisonString } from './rison';

/** Application of the host that Discover lives in since 2.10. */
export const DISCOVER_APP = 'data-explorer';

/** Discover is asked for a little more than the event, so that its neighbours show. */
const MARGIN_MS = 60000;

/** Instant of the log (microseconds, any zone) as Discover's time range takes it. */
function shifted(instant: string, byMs: number): string | undefined {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? undefined : new Date(time + byMs).toISOString();
}

function queryOf({ auditId, document }: Pick<KubeEvent, 'auditId' | 'document'>): string {
  return auditId ? `auditID:${toKqlLiteral(auditId)}` : `_id:${toKqlLiteral(document.id)}`;
}

/**
 * Path inside {@link DISCOVER_APP} that shows the records of an event.
 *
 * @param indexPatternId saved index pattern; without one Discover takes its default
 */
export function toDiscoverPath(
  event: Pick<KubeEvent, 'auditId' | 'document' | 'receivedAt' | 'time'>,
  indexPatternId?: string
): string {
  const from = shifted(event.receivedAt, -MARGIN_MS) ?? 'now-30d';
  const to = shifted(event.time, MARGIN_MS) ?? 'now';
  const globalState = `(time:(from:${toRisonString(from)},to:${toRisonString(to)}))`;
  const query = `(filters:!(),query:(language:kuery,query:${toRisonString(queryOf(event))}))`;
  const metadata = indexPatternId
    ? `(indexPattern:${toRisonString(indexPatternId)},view:discover)`
    : '(view:discover)';
  const appState = `(discover:(columns:!(_source),isDirty:!f,sort:!()),metadata:${metadata})`;
  return `discover#?_g=${globalState}&_q=${query}&_a=${appState}`;
}
