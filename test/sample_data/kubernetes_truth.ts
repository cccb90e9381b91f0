/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toReceivedText } from './instants';
import type { ApiRequest } from './api_request';
import { CREDENTIAL_ID } from './identity';
import {
  LONE_ADMINISTRATOR_NODE,
  loneAdministratorRequests,
  personalCredentialRequests,
} from './kubernetes_admin_requests';
import { CARL, DIANA, ERIK } from './persons';
import type { SamplePeriod } from './sample_period';

import { SSH_SARA } from './ssh_users';
import { BREAK_GLASS_NODE, breakGlassRequests } from './story_surroundings';
import type { Verdict } from './sudo_lines';

/** A request as `kubernetes-admin`: who it really was, and what can be said. */
export interface TrueRequest extends Verdict {
  auditId: string;
  /** As in `requestReceivedTimestamp`. */
  receivedAt: string;
  cluster: string;
  account: 'kubernetes-admin';
  /** Node from whose address it came; absent when it came from somewhere else. */
  host?: string;
  sourceIp: string;
  credentialId: string;
  person: string;
}

const ONLY_CARL: Verdict = { expected: 'identified', candidates: [CARL.email] };
const ONLY_DIANA: Verdict = { expected: 'identified', candidates: [DIANA.email] };
const SARA = SSH_SARA.person ?? '';
const ONLY_SARA: Verdict = { expected: 'identified', candidates: [SARA] };
const BOTH: Verdict = { expected: 'ambiguous', candidates: [CARL.email, DIANA.email] };

/** Who made each request of the break-glass use, in order; the commands of sudo tell the same. */
const BREAK_GLASS: ReadonlyArray<[person: string, verdict: Verdict]> = [
  [CARL.email, ONLY_CARL],
  [CARL.email, ONLY_CARL],
  [CARL.email, BOTH],
  [CARL.email, BOTH],
  [DIANA.email, BOTH],
  [DIANA.email, BOTH],
  [DIANA.email, BOTH],
  [CARL.email, BOTH],
  [DIANA.email, ONLY_DIANA],
];

function toTrueRequest(
  { spec, auditId, at }: ApiRequest,
  person: string,
  verdict: Verdict,
  host?: string
): TrueRequest {
  const { user, sourceIps } = spec.by;
  return {
    auditId,
    receivedAt: toReceivedText(at),
    cluster: spec.cluster,
    account: 'kubernetes-admin',
    host,
    sourceIp: sourceIps[sourceIps.length - 1],
    credentialId: user.extra?.[CREDENTIAL_ID]?.[0] ?? '',
    person,
    ...verdict,
  };
}

/** Every request as `kubernetes-admin` in the sample, in order of time. */
export function trueRequests(period: SamplePeriod): TrueRequest[] {
  const own: Verdict = { expected: 'identified', candidates: [ERIK.email] };
  return [
    ...breakGlassRequests(period).map((request, i) =>
      toTrueRequest(request, ...BREAK_GLASS[i], BREAK_GLASS_NODE)
    ),
    ...loneAdministratorRequests(period).map((request) =>
      toTrueRequest(request, SARA, ONLY_SARA, LONE_ADMINISTRATOR_NODE)
    ),
    ...personalCredentialRequests(period).map((request) => toTrueRequest(request, ERIK.email, own)),
  ]
    .filter(({ receivedAt }) => receivedAt >= toReceivedText(period.start))
    .filter(({ receivedAt }) => receivedAt <= toReceivedText(period.now))
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
}
