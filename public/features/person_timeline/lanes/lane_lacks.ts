/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../../common/api/completeness';
import type { TimelineLane, TimelineLaneId } from '../../../../common/api/person_timeline';

/** What a lane does not hold. The words of each are in `lackWords`. */
export type LaneLack =
  /** The log of the lane is not allowed for this user. */
  | { kind: 'forbidden'; source: string }
  /** The log of the lane is not there. */
  | { kind: 'missing'; source: string }
  /** Without this other source nobody, or hardly anybody, can be named in the lane. */
  | { kind: 'nobody_named'; source: string }
  /** The log begins only here, ISO 8601. */
  | { kind: 'begins_later'; instant: string }
  /** A part was not read, was silent or was cut off. */
  | { kind: 'partial' };

/** What a lane rests on: the log of its events, and what names persons in it. */
const SOURCES: Record<TimelineLaneId, { log: string; names: readonly string[] }> = {
  ssh: { log: 'authlog', names: ['directory'] },
  sudo: { log: 'authlog', names: ['directory'] },
  kubernetes: { log: 'kubeaudit', names: [] },
  kubernetes_impersonated: { log: 'kubeaudit', names: [] },
  kubernetes_group_account: { log: 'kubeaudit', names: ['authlog', 'directory'] },
};

/** Entries may be missing. Records that were read with repairs (`unparsed_lines`) are mostly there. */
const PARTIAL = new Set(['shard_failures', 'timed_out', 'scan_limit_reached', 'gap_in_source']);

/** These make an empty lane doubtful too, though a full one is not cut by them. */
const DOUBTFUL = new Set(['unparsed_lines', 'fields_unavailable', 'mapping_conflict']);

function lackOf(
  { code, source, instant }: CompletenessReason,
  { id, total }: Pick<TimelineLane, 'id' | 'total'>
): LaneLack | undefined {
  const { log, names } = SOURCES[id];
  const own = source === undefined || source === log;
  const unreadable = code === 'sources_forbidden' || code === 'sources_missing';
  if (unreadable && source === log) {
    return { kind: code === 'sources_forbidden' ? 'forbidden' : 'missing', source };
  }
  if (source !== undefined && names.includes(source)) {
    // A directory that was read in part names nobody: what was not read might name somebody else.
    const noNames = unreadable || (source === 'directory' && PARTIAL.has(code));
    if (noNames) return { kind: 'nobody_named', source };
    return PARTIAL.has(code) ? { kind: 'partial' } : undefined;
  }
  if (!own) return undefined;
  if (code === 'retention_starts_later') {
    return instant === undefined ? { kind: 'partial' } : { kind: 'begins_later', instant };
  }
  const doubtful = total.value === 0 && (unreadable || DOUBTFUL.has(code));
  return PARTIAL.has(code) || doubtful ? { kind: 'partial' } : undefined;
}

/**
 * What a lane lacks by the completeness of the answer, each thing once. An empty lane is proof that nothing was
 * done only when this is empty.
 */
export function laneLacks(
  lane: Pick<TimelineLane, 'id' | 'total'>,
  reasons: readonly CompletenessReason[]
): LaneLack[] {
  const lacks = reasons.flatMap((reason) => lackOf(reason, lane) ?? []);
  return [...new Map(lacks.map((lack) => [JSON.stringify(lack), lack])).values()];
}

/** Whether the log of the lane could not be looked at, so that its counts say nothing. */
export function isUnread(lacks: readonly LaneLack[]): boolean {
  return lacks.some(({ kind }) => kind === 'forbidden' || kind === 'missing');
}
