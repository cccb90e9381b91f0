/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { unauthenticated } from './identity';
import { DAY, HOUR, MINUTE, type Micros } from './instants';
import { MAJA, toIdentity } from './persons';
import { BAD_TOKEN, refusedByAuthorizer } from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, createScript } from './script';
import { GRANTED, list, UNUSUAL_ADDRESS, VIEW } from './story_asks';
import { DAY_BEFORE } from './story_day_before';
import { EVENING } from './story_evening';

/** The rest of her month: little, and of no interest. */
const QUIET_SHARES = [0.9, 0.77, 0.6, 0.47, 0.16] as const;

/** Midnight of the working day before the story's day. */
export function toDayBefore(period: SamplePeriod): Micros {
  return period.storyDay - DAY;
}

/** What the person of the story did on the two days of the story, in order of time. */
export function incidentRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'incident');
  const office = toIdentity(MAJA, { grant: VIEW });
  const away = toIdentity(MAJA, { grant: GRANTED, sourceIps: [UNUSUAL_ADDRESS] });
  DAY_BEFORE.forEach(([time, ask]) =>
    script.ask('prod-wc', clock(toDayBefore(period), time), office, ask)
  );
  EVENING.forEach(([time, ask]) => script.ask('prod-wc', clock(period.storyDay, time), away, ask));
  return script.requests;
}

/** Two requests from her address that evening with a token that had run out: they name nobody. */
export function incidentRefusedTokens(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'incident tokens');
  const nobody = unauthenticated(UNUSUAL_ADDRESS, MAJA.userAgent);
  ['17:52:08', '17:52:31'].forEach((time) =>
    script.ask('prod-wc', clock(period.storyDay, time), nobody, {
      ...list('pods', ''),
      ends: BAD_TOKEN,
    })
  );
  return script.requests;
}

/** What else the person of the story did in the month, on either cluster. */
export function uneventfulRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'uneventful');
  const by = toIdentity(MAJA);
  const seen = new Set<Micros>([period.storyDay, toDayBefore(period)]);
  QUIET_SHARES.forEach((share, i) => {
    const day = period.workday(share);
    if (seen.has(day)) return;
    seen.add(day);
    const asked = { namespace: 'storefront', query: 'limit=500' };
    script.ask('prod-wc', day + 8 * HOUR + i * 7 * MINUTE, by, {
      verb: 'list',
      resource: 'pods',
      ...asked,
    });
    script.ask('prod-wc', day + 8 * HOUR + i * 9 * MINUTE + MINUTE, by, {
      verb: 'list',
      resource: 'deployments.apps',
      ...asked,
    });
    if (i === 2) {
      script.ask('prod-sc', day + 9 * HOUR, by, {
        verb: 'list',
        resource: 'pods',
        namespace: 'harbor',
        query: 'limit=500',
        ends: refusedByAuthorizer,
      });
    }
  });
  return script.requests;
}
