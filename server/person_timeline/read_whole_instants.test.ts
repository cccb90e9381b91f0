/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { KubeEvent, KubeEventsResponse } from '../../common/api/kube_events';
import { readWholeInstants } from './read_whole_instants';

const NOON = Date.parse('2026-01-27T12:00:00Z');

/** An event so many milliseconds before noon. */
const event = (id: string, before: number) =>
  ({
    receivedAt: new Date(NOON - before).toISOString(),
    document: { index: 'kubeaudit', id },
  }) as KubeEvent;

const page = (
  events: KubeEvent[],
  nextCursor?: string,
  reasons: CompletenessReason[] = []
): KubeEventsResponse =>
  ({
    events,
    nextCursor,
    completeness: { complete: reasons.length === 0, reasons },
  }) as unknown as KubeEventsResponse;

const idsOf = (events: readonly KubeEvent[]) => events.map(({ document }) => document.id);
const everything = () => true;

/** The pages that follow the first, by cursor. */
function following(pages: Record<string, KubeEventsResponse>) {
  const asked: string[] = [];
  const more = (cursor: string) => {
    asked.push(cursor);
    return Promise.resolve(pages[cursor]);
  };
  return { asked, more };
}

describe('a page of Kubernetes events', () => {
  it('that is the last is taken as it is', async () => {
    const { asked, more } = following({});
    const answer = await readWholeInstants(page([event('a', 1), event('b', 1)]), more, everything);
    expect(idsOf(answer.events)).toEqual(['a', 'b']);
    expect(answer.wholeFromMs).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('ends before a millisecond that may be cut', async () => {
    const { asked, more } = following({});
    const first = page([event('a', 1), event('b', 2), event('c', 2)], 'next');
    const answer = await readWholeInstants(first, more, everything);
    expect(idsOf(answer.events)).toEqual(['a']);
    expect(answer.wholeFromMs).toBe(NOON - 1);
    expect(asked).toEqual([]);
  });

  it('of one millisecond only is read on until the millisecond is whole', async () => {
    const { asked, more } = following({
      2: page([event('c', 1), event('d', 1)], '3'),
      3: page([event('e', 1), event('f', 4)], '4'),
    });
    const answer = await readWholeInstants(
      page([event('a', 1), event('b', 1)], '2'),
      more,
      everything
    );
    expect(idsOf(answer.events)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(answer.wholeFromMs).toBe(NOON - 3);
    expect(asked).toEqual(['2', '3']);
  });

  it('without an event that is new is read on', async () => {
    const { more } = following({ 2: page([event('c', 5), event('d', 6)], '3') });
    const answer = await readWholeInstants(
      page([event('a', 1), event('b', 2)], '2'),
      more,
      ({ document }) => document.id === 'c'
    );
    expect(idsOf(answer.events)).toEqual(['a', 'b', 'c']);
    expect(answer.wholeFromMs).toBe(NOON - 5);
  });

  it('without any event is read on, since there may be older ones', async () => {
    const { more } = following({ 2: page([event('a', 1)]) });
    const answer = await readWholeInstants(page([], '2'), more, everything);
    expect(idsOf(answer.events)).toEqual(['a']);
  });

  it('says what every page that was read lacks, and nothing of totals', async () => {
    const lack = (message: string): CompletenessReason => ({ code: 'timed_out', message });
    const total: CompletenessReason = { code: 'total_is_lower_bound', message: 'at least 3' };
    const { more } = following({ 2: page([event('b', 2)], undefined, [lack('second'), total]) });
    const answer = await readWholeInstants(
      page([event('a', 1)], '2', [lack('first')]),
      more,
      everything
    );
    expect(answer.reasons).toEqual([lack('first'), lack('second')]);
  });

  it('is given up at some time, which is said', async () => {
    const endless = page([], 'again');
    const answer = await readWholeInstants(endless, () => Promise.resolve(endless), everything);
    expect(answer.reasons.map(({ code }) => code)).toEqual(['scan_limit_reached']);
    expect(answer.wholeFromMs).toBeUndefined();
  });
});
