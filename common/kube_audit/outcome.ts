/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Outcomes of a request. `unknown`: the log holds no response to it (only `RequestReceived`, or a
 * record without a code), so it must not pass for a success.
 */
export const OUTCOMES = [
  'success',
  'forbidden',
  'unauthenticated',
  'client_error',
  'server_error',
  'unknown',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Who said no to a request that ended with 403. */
export const DENIALS = ['authorization', 'admission'] as const;

export type Denial = (typeof DENIALS)[number];

/**
 * Outcome by HTTP status code. 101 (an upgraded exec, attach or port-forward connection) is a success
 * of the request; it does not say that the command ran.
 */
export function toOutcome(code: number | undefined): Outcome {
  if (code === undefined || !Number.isFinite(code)) return 'unknown';
  if (code === 401) return 'unauthenticated';
  if (code === 403) return 'forbidden';
  if (code >= 500) return 'server_error';
  if (code >= 400) return 'client_error';
  return code >= 100 ? 'success' : 'unknown';
}

/**
 * Which stage refused a request: 403 with decision `forbid` is the authorizer; 403 with decision
 * `allow` came later, from admission (webhook, policy, quota, Pod Security, escalation check).
 *
 * @param decision annotation `authorization.k8s.io/decision` (Kubernetes: "Auditing", annotations)
 * @returns undefined when the request was not refused or the record does not say by whom
 */
export function toDenial(
  code: number | undefined,
  decision: string | undefined
): Denial | undefined {
  if (code !== 403) return undefined;
  if (decision === 'forbid') return 'authorization';
  return decision === 'allow' ? 'admission' : undefined;
}
