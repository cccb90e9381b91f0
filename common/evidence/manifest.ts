/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../api/completeness';
import type { EvidenceRequest, Redaction } from '../api/evidence';
import type { ResolvedRange } from '../api/time_range';

/** Version of the layout of `manifest.json`: raised with every change that a checker must know. */
export const MANIFEST_VERSION = 1;

/** Records of one source in a package: counted, written, counted again. */
export interface SourceTotals {
  source: 'kubeaudit' | 'authlog';
  indexPattern: string;
  /** File of the records. */
  file: string;
  /** Field that orders them and tells the day. */
  timeField: string;
  /** Concrete indices with what they hold of the question, before the records were read. */
  indices: Array<{ index: string; records: number; first?: string; last?: string }>;
  question: string;
  /** The query as it was sent, and its SHA-256 over the JSON without blanks. */
  query: unknown;
  querySha256: string;
  countedBefore: number;
  read: number;
  written: number;
  /** Found by the query, but their event does not match as a whole. */
  setAside: number;
  countedAfter: number;
  /** True where counted before, read and counted after agree. */
  agree: boolean;
  /** Why they do not, in words. */
  whyNot?: string;
  distinctRequests?: number;
  duplicateRecords?: number;
  unreadable: number;
  redacted: number;
  perDay: Record<string, { counted: number; written: number }>;
  perCluster: Record<string, { counted: number; written: number }>;
  consistency: 'point_in_time' | 'none';
  consistencyNote: string;
}

/** What a package says of itself. The last file but the checksums. */
export interface EvidenceManifest {
  manifestVersion: typeof MANIFEST_VERSION;
  /** `complete` only where everything that was asked for is in it and all counts agree. */
  status: 'complete' | 'with_limits';
  /** Every limit in words; empty where the status is complete. */
  limits: string[];
  control?: { id: string; iso27019?: string; shows: string };
  purpose?: string;
  period: ResolvedRange & { bounds: 'both ends included'; timeZone: 'UTC' };
  asked: Pick<EvidenceRequest, 'parts'>;
  extractedBy: string;
  extractedAt: string;
  finishedAt: string;
  versions: { plugin: string; dashboards?: string; opensearch?: string };
  sources: SourceTotals[];
  redaction: { level: Redaction; words: string };
  sampling?: { method: string; seed: number; size: number; of: number };
  completeness: CompletenessReason[];
  files: Array<{ name: string; bytes: number; rows?: number; sha256: string }>;
}
