/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Redaction } from '../../common/api/evidence';
import type { KubeEvent } from '../../common/api/kube_events';
import type { KubeFilters } from '../../common/api/kube_filters';
import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { KubePart, type KubeFigures } from './kube_part';
import { LocalColumns } from './local_columns';
import { RecordReader, type EvidenceSearch, type RecordQuestion } from './record_reader';
import { SeededSample } from './seeded_sample';

/** What is read of the Kubernetes audit log and how; plain data, since a thread may be given it. */
export interface KubeJob {
  question: RecordQuestion;
  filters: KubeFilters;
  redaction: Redaction;
  options: KubeAuditOptions;
  timeZone: string;
  sample?: { size: number; seed: number };
}

/** Where it goes. Each resolves when there is room for more. */
export interface KubeOutput {
  /** Lines of `events.ndjson`, and how many. */
  records(lines: Buffer, count: number): Promise<void>;
  /** Lines of `events.csv`. */
  rows(text: Buffer): Promise<void>;
  /** Records were read. */
  wrote(records: number): void;
}

/** What was found besides. */
export interface KubeReading extends Pick<RecordReader, 'consistency'> {
  figures: KubeFigures;
  sample?: { drawn: KubeEvent[]; population: number };
}

/** Reads all records of a question, page by page. */
export async function readKube(
  job: KubeJob,
  search: EvidenceSearch,
  to: KubeOutput
): Promise<KubeReading> {
  const sample = job.sample && new SeededSample<KubeEvent>(job.sample.size, job.sample.seed);
  const local = new LocalColumns(job.timeZone);
  const part = new KubePart(job.filters, job.redaction, search, job.options, local, to, sample);
  const reader = new RecordReader(job.question, search);
  await reader.open();
  try {
    for await (const page of reader.pages()) {
      await part.page(page);
      to.wrote(page.length);
    }
    await part.finish();
  } finally {
    await reader.close();
  }
  return {
    figures: part.figures,
    consistency: reader.consistency,
    ...(sample ? { sample: { drawn: sample.values(), population: sample.population } } : {}),
  };
}
