/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { KubeEvent, KubeEventsResponse } from '../../common/api/kube_events';

/** Pages that may be read for one page of a lane. */
const MAX_PAGES = 20;

/** Events of a lane, newest first, read to a place between two milliseconds. */
export interface WholeInstants {
  events: KubeEvent[];
  /** Everything received in this millisecond or later is there, and there is more; absent: that was all. */
  wholeFromMs?: number;
  reasons: CompletenessReason[];
}

/** A total is said of the whole period, not of what is left of it on a later page. */
const isOfPage = ({ code }: CompletenessReason) =>
  code !== 'total_is_lower_bound' && code !== 'counts_approximate';

/**
 * Completes the last millisecond of a page. The lists of Kubernetes and of the timeline differ in the order within
 * a millisecond: one that is cut in the middle would lose what the other has before the cut. Reads on until there
 * is something new to list, however many events share a millisecond.
 *
 * @param first page of the question, newest first
 * @param more asks for the page of a cursor
 * @param isNew an event is not on an earlier page of the timeline
 */
export async function readWholeInstants(
  first: KubeEventsResponse,
  more: (cursor: string) => Promise<KubeEventsResponse>,
  isNew: (event: KubeEvent) => boolean
): Promise<WholeInstants> {
  const events = [...first.events];
  const reasons = first.completeness.reasons.filter(isOfPage);
  let cursor = first.nextCursor;
  for (let pages = 1; cursor !== undefined; pages += 1) {
    const lastMs = msOf(events[events.length - 1]);
    const whole = events.filter((event) => msOf(event) > lastMs);
    if (whole.some(isNew)) return { events: whole, wholeFromMs: lastMs + 1, reasons };
    if (pages === MAX_PAGES) {
      reasons.push(endsEarly(events.length));
      break;
    }
    const page = await more(cursor);
    events.push(...page.events);
    reasons.push(...page.completeness.reasons.filter(isOfPage));
    cursor = page.nextCursor;
  }
  return { events, reasons };
}

const msOf = (event: KubeEvent | undefined): number => (event ? Date.parse(event.receivedAt) : 0);

function endsEarly(read: number): CompletenessReason {
  return {
    code: 'scan_limit_reached',
    source: 'kubeaudit',
    count: read,
    message: `Too much of the log had to be read for one page of Kubernetes requests: older requests of this person are not listed. Choose a shorter period.`,
  };
}
