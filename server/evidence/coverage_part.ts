/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoverageFinding, CoverageResponse, CoverageSource } from '../../common/api/coverage';
import { toCsvLine } from '../../common/csv/csv_cell';
import { readCoverage } from '../coverage/coverage_service';
import { AuditError } from '../errors/audit_error';
import type { ScopedSearch } from '../search/scoped_search';
import type { EvidenceOptions } from './evidence_options';
import type { EvidenceZip } from './evidence_zip';
import type { EvidenceJob, Gathered } from './write_package';

const HEADING = toCsvLine([
  'source',
  'line',
  'cluster',
  'host',
  'bar_start_utc',
  'bar_seconds',
  'records',
]);

/** Reasons that the package says in words of its own: what may not be read, and what is not there. */
const SAID = ['sources_forbidden', 'sources_missing'];

function rowsOf({ bars, stepMs, sources }: CoverageResponse): string[] {
  return sources.flatMap(({ source, lines }) =>
    lines.flatMap(({ kind, cluster, host, counts }) =>
      counts.map((records, i) =>
        toCsvLine([source, kind, cluster, host, bars[i], stepMs / 1000, records])
      )
    )
  );
}

const findingsOf = ({ findings, lines }: CoverageSource): CoverageFinding[] => [
  ...findings,
  ...lines.flatMap((line) => line.findings),
];

/**
 * Writes how complete the logs were in the period: figures of every bar (`coverage.csv`), and what was found
 * (`coverage.json`). What it found is a limit of the package, for the logs that the package takes from.
 */
export async function writeCoverage(
  { request, period }: EvidenceJob,
  gathered: Gathered,
  zip: EvidenceZip,
  search: ScopedSearch,
  { group }: EvidenceOptions,
  now: Date
): Promise<void> {
  const { kube, ssh } = request.parts;
  const all = !kube && !ssh;
  let coverage: CoverageResponse;
  try {
    const timeRange = {
      from: new Date(period.fromMs).toISOString(),
      to: new Date(period.toMs).toISOString(),
    };
    const options = { kubeAudit: group.kubeAudit, authlog: group.ssh.authlog };
    coverage = await readCoverage({ timeRange }, search, options, now);
  } catch (error) {
    const known = error instanceof AuditError && error.details.cancelled !== true;
    if (!known) throw error;
    gathered.limits.push(
      `How complete the logs were could not be looked at: ${error.message}. Gaps in them are not named here.`
    );
    return;
  }
  const rows = rowsOf(coverage);
  gathered.files.push(
    await zip.add('coverage.csv', HEADING + rows.join(''), rows.length),
    await zip.add('coverage.json', `${JSON.stringify(coverage, null, 2)}\n`)
  );
  const taken = coverage.sources.filter(
    ({ source }) => all || (source === 'kubeaudit' ? kube : ssh)
  );
  const names = new Set<string>(taken.map(({ source }) => source));
  const known = new Set(gathered.completeness.map(({ message }) => message));
  gathered.completeness.push(
    ...coverage.completeness.reasons.filter(
      ({ code, source, message }) =>
        !SAID.includes(code) && (source === undefined || names.has(source)) && !known.has(message)
    )
  );
  gathered.tables.push({
    title: 'What is known to be missing from the logs',
    heading: ['Log', 'Cluster', 'Host', 'Found'],
    rows: taken.flatMap((source) =>
      findingsOf(source).map(({ cluster, host, message }) => [
        source.source,
        cluster ?? '',
        host ?? '',
        message,
      ])
    ),
  });
}
