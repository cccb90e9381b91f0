/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { TimeRange } from '../../common/api/time_range';
import { EVIDENCE_CONTROLS, type EvidenceParts } from '../../common/evidence/controls';
import type { AuditState } from './audit_state';
import type { DroppedParameter } from './dropped_parameter';
import { parseAuditState } from './parse_audit_state';
import { readValues } from './read_values';
import { toKubeFilters } from './to_kube_filters';
import { writeAuditState } from './write_audit_state';

/** What a selection of one's own can hold. */
export const EVIDENCE_SOURCES = ['kube', 'ssh', 'reviews'] as const;

export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** What a package is to hold. How it is redacted and sampled is chosen each time anew. */
export interface EvidenceState {
  timeRange: TimeRange;
  /** Id in ISO/IEC 27002:2022; absent where the selection is one's own. */
  control?: string;
  /** Logs of a selection of one's own. */
  sources: EvidenceSource[];
  /** Which Kubernetes requests, as the view of them asks. Its period is the same one. */
  kube: AuditState;
}

const source: z.ZodType<string> = z.enum(EVIDENCE_SOURCES);
const controlId: z.ZodType<string> = z.string().refine(isControl);

function isControl(text: string): boolean {
  return EVIDENCE_CONTROLS.some(({ id }) => id === text);
}

/**
 * Reads the search part of an address. Never throws: what is not understood is left out and named.
 *
 * @param usual period of an address that names none
 */
export function parseEvidenceState(
  searchPart: string,
  usual: TimeRange
): { state: EvidenceState; dropped: DroppedParameter[] } {
  const search = new URLSearchParams(searchPart);
  const dropped: DroppedParameter[] = [];
  const [control] = readValues(search, 'control', controlId, dropped);
  const sources = readValues(search, 'source', source, dropped);
  search.delete('control');
  search.delete('source');
  const kube = parseAuditState(search.toString(), usual);
  return {
    state: {
      timeRange: kube.state.timeRange,
      sources: EVIDENCE_SOURCES.filter((each) => sources.includes(each)),
      kube: kube.state,
      ...(control === undefined ? {} : { control }),
    },
    dropped: [...dropped, ...kube.dropped],
  };
}

/** Writes the state as the search part of an address. */
export function writeEvidenceState({ timeRange, control, sources, kube }: EvidenceState): string {
  const search = new URLSearchParams(writeAuditState({ ...kube, timeRange, event: undefined }));
  if (control !== undefined) search.set('control', control);
  for (const each of sources) search.append('source', each);
  return `?${search.toString()}`;
}

/**
 * What the package of a state holds. Filters narrow a control further, where it does not set the same filter
 * itself; only a selection of one's own leaves system traffic out, as the view that it came from does.
 */
export function toEvidenceParts({ control, sources, kube }: EvidenceState): EvidenceParts {
  const chosen = EVIDENCE_CONTROLS.find(({ id }) => id === control);
  if (!chosen) {
    return {
      ...(sources.includes('kube') ? { kube: toKubeFilters(kube) } : {}),
      ...(sources.includes('ssh') ? { ssh: true } : {}),
      ...(sources.includes('reviews') ? { reviews: true } : {}),
    };
  }
  const { parts } = chosen;
  if (!parts.kube) return parts;
  return { ...parts, kube: { ...toKubeFilters({ ...kube, system: true }), ...parts.kube } };
}
