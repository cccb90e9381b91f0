/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { EvidenceManifest, SourceTotals } from '../../common/evidence/manifest';

/** A table of figures for the summary. */
export interface SummaryTable {
  title: string;
  heading: string[];
  rows: Array<Array<string | number>>;
}

/** Rows of a table of the summary; the files hold all. */
const MAX_ROWS = 50;

/** Control characters and marks that change the direction of text: a log must not reorder what is printed. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text of a log within HTML: nothing of it is markup, and what cannot be seen is shown by its number. */
export function escapeHtml(text: string): string {
  return text
    .replace(UNPRINTABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

const STYLE = `
body{font:14px/1.5 system-ui,sans-serif;color:#1a1c21;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;break-after:avoid}
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #98a2b3;padding:.25rem .5rem;text-align:left;overflow-wrap:anywhere;vertical-align:top}
th{overflow-wrap:break-word}th[scope=row]{width:12rem}tr{break-inside:avoid}.limits{border:2px solid #8e5b00;padding:.5rem 1rem}.whole{border:2px solid #00663e;padding:.5rem 1rem}
figure{margin:1rem 0}figcaption{font-size:.9rem}code{overflow-wrap:anywhere}
@media print{body{margin:0;max-width:none}}`;

const cell = (value: string | number): string => `<td>${escapeHtml(String(value))}</td>`;

function toTable({ title, heading, rows }: SummaryTable): string {
  const more = rows.length - MAX_ROWS;
  return `<h2>${escapeHtml(title)}</h2><table><thead><tr>${heading
    .map((text) => `<th scope="col">${escapeHtml(text)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .slice(0, MAX_ROWS)
    .map((row) => `<tr>${row.map(cell).join('')}</tr>`)
    .join('')}</tbody></table>${more > 0 ? `<p>${more} more are in the files.</p>` : ''}`;
}

/** Bars by day. The table beside it says the same in figures. */
function toChart({ source, perDay }: SourceTotals): string {
  const days = Object.keys(perDay).sort();
  const highest = Math.max(1, ...days.map((day) => perDay[day].written));
  const width = 700 / Math.max(1, days.length);
  const bars = days
    .map((day, i) => {
      const height = Math.max(
        perDay[day].written > 0 ? 1 : 0,
        (perDay[day].written / highest) * 100
      );
      return `<rect x="${(i * width).toFixed(1)}" y="${(100 - height).toFixed(1)}" width="${Math.max(1, width - 2).toFixed(1)}" height="${height.toFixed(1)}" fill="#0b64dd"><title>${day}: ${perDay[day].written}</title></rect>`;
    })
    .join('');
  if (days.length === 0) return '';
  return `<figure><svg viewBox="0 0 700 100" width="100%" height="120" preserveAspectRatio="none" role="img" aria-label="Records of ${source} by day">${bars}</svg><figcaption>Records of ${source} by day in UTC, ${escapeHtml(days[0])} to ${escapeHtml(days[days.length - 1])}; the highest bar is ${highest}.</figcaption></figure>`;
}

function toSource(totals: SourceTotals): string {
  const rows: Array<[string, string | number]> = [
    ['Question', totals.question],
    ['Index pattern', totals.indexPattern],
    [
      'Concrete indices',
      totals.indices.map(({ index, records }) => `${index} (${records})`).join(', ') || 'none',
    ],
    ['Counted before', totals.countedBefore],
    ['Read', totals.read],
    ['Written', totals.written],
    ['Found, but not of the question as a whole', totals.setAside],
    ['Counted after', totals.countedAfter],
    ['Do the counts agree?', totals.agree ? 'yes' : `no: ${totals.whyNot ?? ''}`],
    ...(totals.distinctRequests === undefined
      ? []
      : ([
          ['Distinct requests', totals.distinctRequests],
          ['Repeated deliveries among the records', totals.duplicateRecords ?? 0],
        ] as Array<[string, number]>)),
    ['Records that could not be read', totals.unreadable],
    ['Records with something masked', totals.redacted],
    ['Held still while reading?', totals.consistencyNote],
    ['SHA-256 of the query', totals.querySha256],
  ];
  return `<h2>Records of ${totals.source}</h2><table><tbody>${rows
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th>${cell(value)}</tr>`)
    .join('')}</tbody></table>${toChart(totals)}${toTable({
    title: `By cluster (${totals.source})`,
    heading: ['Cluster', 'Counted', 'Read'],
    rows: Object.entries(totals.perCluster).map(([cluster, { counted, written }]) => [
      cluster || '(none)',
      counted,
      written,
    ]),
  })}`;
}

/** `summary.html`: what the package holds, printable, without a script or anything from elsewhere. */
export function toSummaryHtml(
  manifest: Omit<EvidenceManifest, 'files'>,
  tables: readonly SummaryTable[]
): string {
  const { control, limits, period, sources, sampling } = manifest;
  const facts: Array<[string, string]> = [
    ...(control
      ? ([
          [
            'Control',
            `ISO/IEC 27002:2022 ${control.id}${control.iso27019 ? ` (ISO/IEC 27019:2017 ${control.iso27019})` : ''}: ${control.shows}`,
          ],
        ] as Array<[string, string]>)
      : []),
    ['Period', `${period.from} to ${period.to}, both ends included, UTC`],
    ...(manifest.purpose ? ([['Purpose', manifest.purpose]] as Array<[string, string]>) : []),
    ['Taken by', manifest.extractedBy],
    ['Taken at', `${manifest.extractedAt} to ${manifest.finishedAt}`],
    [
      'Software',
      `Audit User ${manifest.versions.plugin}, OpenSearch Dashboards ${manifest.versions.dashboards ?? 'of an unknown version'}, OpenSearch ${manifest.versions.opensearch ?? 'of a version that may not be asked for'}`,
    ],
    ['Secrets', manifest.redaction.words],
    ...(sampling
      ? ([
          [
            'Sample',
            `${sampling.size} of ${sampling.of}, seed ${sampling.seed}: ${sampling.method}`,
          ],
        ] as Array<[string, string]>)
      : []),
  ];
  const verdict =
    limits.length === 0
      ? '<p class="whole"><strong>Everything that was asked for is in this package, and all counts agree.</strong></p>'
      : `<div class="limits"><strong>What this package cannot say</strong><ul>${limits.map((limit) => `<li>${escapeHtml(limit)}</li>`).join('')}</ul></div>`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Evidence ${escapeHtml(period.from)} to ${escapeHtml(period.to)}</title><style>${STYLE}</style></head><body><main>
<h1>Evidence from the audit logs</h1>
${verdict}
<table><tbody>${facts.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th>${cell(value)}</tr>`).join('')}</tbody></table>
${sources.map(toSource).join('\n')}
${tables.map(toTable).join('\n')}
<h2>How to check it</h2><p>See <code>VERIFY.md</code>: <code>sha256sum -c SHA256SUMS</code>. The checksums prove that nothing changed since the extraction, not that the log held everything that happened.</p>
</main></body></html>
`;
}
