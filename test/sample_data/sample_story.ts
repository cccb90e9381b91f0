/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toDenial, toOutcome, type Denial, type Outcome } from '../../common/kube_audit/outcome';
import { toQualifiedResource } from '../../common/kube_audit/qualified_resource';
import type { ApiRequest } from './api_request';
import { DAY, toReceivedText, toStageText, type Micros } from './instants';
import { toOutage, toReceiptPeriod } from './log_conditions';
import { FORGED_AUDIT_ID } from './odd_records';
import { BJORN, GRETA, MAJA, NADIA, NADIA_FORMER_NAME } from './persons';
import { SCANNER } from './probes';
import { toSamplePeriod, type SampleOptions } from './sample_period';
import { breakGlassSessions } from './break_glass_sessions';
import { STORY_NAMESPACE, STORY_PASSWORD, UNUSUAL_ADDRESS } from './story_asks';
import {
  incidentRefusedTokens,
  incidentRequests,
  toDayBefore,
  uneventfulRequests,
} from './story_incident';
import {
  aftermathRequests,
  BREAK_GLASS_NODE,
  breakGlassRequests,
  grantRequests,
} from './story_surroundings';

/** One API request of the story, as the product should show it. */
export interface StoryEvent {
  auditId: string;
  /** As in `requestReceivedTimestamp`. */
  receivedAt: string;
  /** `@timestamp` of its last stage, or of its first when the end is not logged. */
  endedAt?: string;
  cluster: string;
  /** Empty for a request that failed authentication. */
  user: string;
  verb: string;
  /** `pods/exec`, `cronjobs.batch`. */
  resource?: string;
  namespace?: string;
  name?: string;
  code: number;
  outcome: Outcome;
  denial?: Denial;
  state: 'complete' | 'open' | 'refused_before_authentication';
  sourceIps: string[];
  /** Arguments of an exec as they stand in the log, secrets and all. */
  command?: string[];
  /** What happened, in plain words. */
  told?: string;
}

/** A time span as the log writes instants; `to` is not part of it. */
export interface StorySpan {
  cluster: string;
  from: string;
  to: string;
}

/** The truth of the story, to check answers against. */
export interface SampleStory {
  person: string;
  cluster: string;
  namespace: string;
  /** From midnight before the story to midnight after it: the range that holds `events`. */
  range: { from: string; to: string };
  /** The address from which she came on the evening. */
  unusualAddress: string;
  /** What must not be readable in any answer. */
  password: string;
  /** All that the person did on that cluster in `range`, in order of time. */
  events: StoryEvent[];
  /** Her other requests of the month, on both clusters. */
  uneventful: StoryEvent[];
  /** 401s from her address, which name nobody. */
  refusedTokens: StoryEvent[];
  /** Who gave her the rights, and how. */
  grantedBy: string;
  grant: StoryEvent[];
  breakGlass: {
    account: 'kubernetes-admin';
    node: string;
    address: string;
    events: StoryEvent[];
    /** Those logged in as `ubuntu` on the node; `from` and `to` as in `@timestamp`. */
    logins: Array<{ person?: string; fingerprint: string; from: string; to?: string }>;
  };
  /** What the CronJob did at night, and what an administrator did about it in the morning. */
  aftermath: StoryEvent[];
  /** Three requests in the whole period. */
  quietAdministrator: string;
  twoSpellings: [former: string, present: string];
  forgedAuditId: string;
  scanner: string;
  /** No audit records of that cluster. */
  outage: StorySpan;
  /** `RequestReceived` is logged too. */
  receiptsLogged: StorySpan;
}

function toStoryEvent({ spec, auditId, at, endsAt, objectRef, outcome }: ApiRequest): StoryEvent {
  const { code } = outcome.status;
  const command = new URLSearchParams(spec.query).getAll('command');
  const refusedBefore = code === 401;
  const open = endsAt === undefined;
  return {
    auditId,
    receivedAt: toReceivedText(at),
    endedAt: open ? undefined : toStageText(endsAt),
    cluster: spec.cluster,
    user: spec.by.user.username ?? '',
    verb: spec.verb,
    resource: objectRef && toQualifiedResource(objectRef),
    namespace: objectRef?.namespace,
    name: objectRef?.name,
    code,
    outcome: toOutcome(code),
    denial: toDenial(code, outcome.decision),
    state: refusedBefore ? 'refused_before_authentication' : open ? 'open' : 'complete',
    sourceIps: spec.by.sourceIps,
    command: command.length > 0 ? command : undefined,
    told: spec.told,
  };
}

function toInstant(at: Micros): string {
  return new Date(at / 1_000).toISOString();
}

/**
 * Tells what is in the sample data of the same options, from the same scripts that write it.
 *
 * @throws RangeError when an option is out of bounds
 */
export function sampleStory(options: SampleOptions): SampleStory {
  const period = toSamplePeriod(options);
  const events = (requests: ApiRequest[]) =>
    requests
      .filter((request) => request.at >= period.start && request.at <= period.now)
      .sort((a, b) => a.at - b.at)
      .map(toStoryEvent);
  const sessions = breakGlassSessions(period);
  const outage = toOutage(period);
  const receipts = toReceiptPeriod(period);
  return {
    person: MAJA.email,
    cluster: 'prod-wc',
    namespace: STORY_NAMESPACE,
    range: {
      from: toInstant(toDayBefore(period)),
      to: toInstant(period.storyDay + DAY),
    },
    unusualAddress: UNUSUAL_ADDRESS,
    password: STORY_PASSWORD,
    events: events(incidentRequests(period)),
    uneventful: events(uneventfulRequests(period)),
    refusedTokens: events(incidentRefusedTokens(period)),
    grantedBy: BJORN.email,
    grant: events(grantRequests(period)),
    breakGlass: {
      account: 'kubernetes-admin',
      node: BREAK_GLASS_NODE,
      address: sessions[0].node.address,
      events: events(breakGlassRequests(period)),
      logins: sessions.map(({ user, from, to }) => ({
        person: user.person,
        fingerprint: user.key.fingerprint,
        from: toStageText(from),
        to: to === undefined ? undefined : toStageText(to),
      })),
    },
    aftermath: events(aftermathRequests(period)),
    quietAdministrator: GRETA.email,
    twoSpellings: [NADIA_FORMER_NAME, NADIA.email],
    forgedAuditId: FORGED_AUDIT_ID,
    scanner: SCANNER,
    outage: { cluster: outage.cluster, from: toInstant(outage.from), to: toInstant(outage.to) },
    receiptsLogged: {
      cluster: receipts.cluster,
      from: toInstant(receipts.from),
      to: toInstant(receipts.to),
    },
  };
}
