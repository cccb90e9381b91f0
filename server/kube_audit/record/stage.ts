/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Stages of a request in the order in which they are written (Kubernetes: "Auditing"). `Panic` takes the
 * place of `ResponseComplete`.
 */
export const STAGES = ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'] as const;

/** Stages after which no other record of the request follows. */
export const FINAL_STAGES: readonly string[] = ['ResponseComplete', 'Panic'];

/** Position of a stage; an unknown one comes first, so that a known one decides. */
export function stageRank(stage: string | undefined): number {
  return STAGES.indexOf(stage as (typeof STAGES)[number]);
}

/**
 * True when a record of this stage ends its event. A 401 is refused before the handler runs, and the API
 * server writes only `ResponseStarted` for it.
 */
export function endsEvent(stage: string | undefined, code: number | undefined): boolean {
  if (stage === undefined) return false;
  return FINAL_STAGES.includes(stage) || (stage === 'ResponseStarted' && code === 401);
}
