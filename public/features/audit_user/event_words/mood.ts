/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../../../common/api/kube_events';

/**
 * How far a request got, as far as the log can tell.
 *
 * - `did`: the API server carried it out.
 * - `rehearsed`: it was a dry run, which changes nothing.
 * - `tried`: it was refused or failed.
 * - `asked`: the log holds no response.
 */
export type Mood = 'did' | 'rehearsed' | 'tried' | 'asked';

const WRITES = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);

/** Kubernetes API conventions: `dryRun=All` is the only value, and it stores nothing. */
function isDryRun({ verb, requestUri }: KubeEvent): boolean {
  const mark = requestUri.indexOf('?');
  if (mark < 0 || !WRITES.has(verb)) return false;
  return new URLSearchParams(requestUri.slice(mark + 1)).get('dryRun') === 'All';
}

/** Mood of a request. A delete may also ask for a dry run in its body, which a list does not have. */
export function toMood(event: KubeEvent): Mood {
  if (event.outcome === 'unknown') return 'asked';
  if (event.outcome !== 'success') return 'tried';
  return isDryRun(event) ? 'rehearsed' : 'did';
}
