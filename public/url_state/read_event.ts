/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { kubeEventRequestSchema } from '../../common/api/kube_event';
import type { DocumentRef } from '../../common/api/kube_events';
import type { DroppedParameter } from './dropped_parameter';

/** Reads `event=<index>/<id>`. An index name holds no slash; an id may. */
export function readEvent(
  search: URLSearchParams,
  dropped: DroppedParameter[]
): DocumentRef | undefined {
  const value = search.get('event');
  if (value === null) return undefined;
  const slash = value.indexOf('/');
  const parsed = kubeEventRequestSchema.shape.document.safeParse({
    index: value.slice(0, Math.max(slash, 0)),
    id: value.slice(slash + 1),
  });
  if (parsed.success) return parsed.data;
  dropped.push({ name: 'event', value, why: 'invalid' });
  return undefined;
}
