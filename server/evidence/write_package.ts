/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { EvidenceProgress, EvidenceRequest, Redaction } from '../../common/api/evidence';
import type { EvidenceControl } from '../../common/evidence/controls';
import type { EvidenceManifest, SourceTotals } from '../../common/evidence/manifest';
import { holdsMatchingStagesOnly } from '../kube_audit/evidence_records';
import type { ScopedSearch } from '../search/scoped_search';
import type { Period } from '../time/resolve_time_range';
import { AuthlogPart } from './authlog_part';
import { CompressedSpool } from './compressed_spool';
import { countRecords } from './control_totals';
import { writeCoverage } from './coverage_part';
import type { EvidenceOptions } from './evidence_options';
import type { EvidenceZip, FileFacts } from './evidence_zip';
import { EVENT_HEADING, toEventRow } from './kube_part';
import type { LocalColumns } from './local_columns';
import type { EvidencePlan, PlannedSource } from './plan_evidence';
import { readKube, type KubeJob, type KubeOutput } from './read_kube';
import { builtWorker, readKubeInThread } from './read_kube_in_thread';
import { RecordReader } from './record_reader';
import { writeReviews } from './reviews_part';
import { toQuestionWords } from './question_words';
import { toSourceTotals } from './source_totals';
import { writeSshTables } from './ssh_part';
import { toSummaryHtml, type SummaryTable } from './summary_html';
import { toManifest } from './to_manifest';
import { toVerifyText } from './verify_text';

/** One package. */
export interface EvidenceJob {
  request: EvidenceRequest;
  control?: EvidenceControl;
  redaction: Redaction;
  local: LocalColumns;
  period: Period;
  who: string;
  versions: EvidenceManifest['versions'];
  now: Date;
}

/** What a package has gathered so far. */
export interface Gathered {
  files: FileFacts[];
  sources: SourceTotals[];
  tables: SummaryTable[];
  limits: string[];
  completeness: CompletenessReason[];
  sampling?: EvidenceManifest['sampling'];
}

const SAMPLING = 'the events whose key, hashed with the seed (SHA-256), comes first';

/** Writes a package, records first, manifest and checksums last. */
export async function writePackage(
  job: EvidenceJob,
  plan: EvidencePlan,
  zip: EvidenceZip,
  search: ScopedSearch,
  options: EvidenceOptions,
  note: (change: Partial<EvidenceProgress>) => void
): Promise<void> {
  const gathered: Gathered = {
    files: [],
    sources: [],
    tables: [],
    limits: [...plan.limits],
    completeness: [],
  };
  let done = 0;
  const wrote = (records: number) => note({ records: (done += records) });
  if (plan.kube) await writeKube(job, plan.kube, gathered, zip, search, options, wrote);
  if (plan.authlog) {
    await writeAuthlog(job, plan.authlog, gathered, zip, search, wrote);
    await writeSshTables(job, gathered, zip, search, options);
  }
  note({ state: 'finishing' });
  for (const [source, total] of Object.entries(plan.whole)) {
    if (!total) continue;
    gathered.tables.push({
      title: `What ${source} holds of the period: ${total.records} records, by day in UTC`,
      heading: ['Day', 'Records'],
      rows: Object.entries(total.perDay),
    });
    const text = `${JSON.stringify(total, null, 2)}\n`;
    gathered.files.push(await zip.add(`counts-${source}.json`, text));
  }
  await writeCoverage(job, gathered, zip, search, options, new Date());
  if (job.request.parts.reviews) await writeReviews(job, gathered, zip, search, options);
  const manifest = toManifest(job, gathered);
  const { files } = gathered;
  files.push(await zip.add('summary.html', toSummaryHtml(manifest, gathered.tables)));
  files.push(await zip.add('VERIFY.md', toVerifyText(gathered.files.map(({ name }) => name))));
  note({ limits: manifest.limits.length });
  const whole: EvidenceManifest = { ...manifest, files: [...files] };
  files.push(await zip.add('manifest.json', `${JSON.stringify(whole, null, 2)}\n`));
  await zip.add('SHA256SUMS', files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  zip.finish();
}

async function writeKube(
  job: EvidenceJob,
  { question, clusterField, before }: PlannedSource,
  gathered: Gathered,
  zip: EvidenceZip,
  search: ScopedSearch,
  { group, workerFile = builtWorker() }: EvidenceOptions,
  wrote: (records: number) => void
): Promise<void> {
  const { local, redaction, request } = job;
  const filters = request.parts.kube ?? {};
  const { timeZone } = local;
  const records = zip.begin('events.ndjson');
  const rows = new CompressedSpool();
  const work: KubeJob = {
    ...{ question, filters, redaction, timeZone, options: group.kubeAudit },
    ...(request.sample ? { sample: request.sample } : {}),
  };
  const to: KubeOutput = {
    records: (lines, count) => records.write(lines, count),
    rows: (text) => rows.write(text),
    wrote,
  };
  const reading = workerFile
    ? await readKubeInThread(workerFile, work, search, to)
    : await readKube(work, search, to);
  gathered.files.push(records.end(true));
  const csv = zip.begin('events.csv');
  await csv.write(EVENT_HEADING);
  for await (const chunk of rows.read()) await csv.write(chunk);
  const { figures, sample } = reading;
  gathered.files.push({ ...csv.end(false), rows: figures.events });
  if (sample && request.sample) {
    const { drawn } = sample;
    const text = EVENT_HEADING + drawn.map((event) => toEventRow(event, local)).join('');
    gathered.files.push(await zip.add('sample.csv', text, drawn.length));
    gathered.sampling = {
      method: SAMPLING,
      seed: request.sample.seed,
      size: drawn.length,
      of: sample.population,
    };
  }
  const after = await countRecords(question, clusterField, search, new Date());
  gathered.sources.push(
    toSourceTotals('kubeaudit', question, toQuestionWords(request), reading, before, after, {
      ...figures,
      distinctRequests: figures.events,
      duplicateRecords: figures.duplicates,
    })
  );
  if (holdsMatchingStagesOnly(filters)) {
    gathered.limits.push(
      'The record holds the stages of a request that match the filters; other stages of the same request (such as its receipt, which has no outcome yet) are not in it.'
    );
  }
  gathered.tables.push(
    {
      title: 'Requests by outcome',
      heading: ['Outcome', 'Requests'],
      rows: descending(figures.outcomes),
    },
    { title: 'Requests by user', heading: ['User', 'Requests'], rows: descending(figures.users) }
  );
}

async function writeAuthlog(
  { request, redaction }: EvidenceJob,
  { question, clusterField, before }: PlannedSource,
  gathered: Gathered,
  zip: EvidenceZip,
  search: ScopedSearch,
  wrote: (records: number) => void
): Promise<void> {
  const file = zip.begin('authlog.ndjson');
  const part = new AuthlogPart(redaction, file);
  const reader = new RecordReader(question, search);
  await reader.open();
  try {
    for await (const page of reader.pages()) {
      await part.page(page);
      wrote(page.length);
    }
  } finally {
    await reader.close();
  }
  gathered.files.push(file.end(true));
  const after = await countRecords(question, clusterField, search, new Date());
  gathered.sources.push(
    toSourceTotals(
      'authlog',
      question,
      toQuestionWords(request),
      reader,
      before,
      after,
      part.figures
    )
  );
}

const descending = (counts: ReadonlyMap<string, number>): Array<[string, number]> =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
