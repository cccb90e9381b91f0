/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';
import { readReviewsOf } from '../review/review_service';
import type { ScopedSearch } from '../search/scoped_search';
import type { EvidenceOptions } from './evidence_options';
import type { EvidenceZip } from './evidence_zip';
import type { EvidenceJob, Gathered } from './write_package';

/**
 * Writes the signed reviews whose period touches this one, as they were signed (`reviews.json`), with whether the
 * chain that they stand in holds. They are not masked: a record that is changed no longer has its hash.
 */
export async function writeReviews(
  { period }: EvidenceJob,
  gathered: Gathered,
  zip: EvidenceZip,
  search: ScopedSearch,
  { reviewIndex }: EvidenceOptions
): Promise<void> {
  const { records, chain, reasons } = await readReviewsOf(period, search, reviewIndex).catch(
    (error: unknown) => {
      const known = error instanceof AuditError && error.details.cancelled !== true;
      if (!known) throw error;
      gathered.limits.push(
        `Signed reviews of the period could not be read: ${error.message}. Whether it was reviewed is not said here.`
      );
      return { records: undefined, chain: undefined, reasons: [] };
    }
  );
  if (!records) return;
  if (chain.state === 'forbidden') {
    gathered.limits.push(
      `Not allowed: signed reviews (${reviewIndex}) may not be read by the user who took this package. Whether the period was reviewed is not said here.`
    );
    return;
  }
  gathered.completeness.push(...reasons);
  if (!chain.intact) {
    const [first] = chain.problems;
    gathered.limits.push(
      `The chain of signed reviews does not hold: ${first?.message ?? 'not all of it could be read.'} reviews.json has all that was found.`
    );
  }
  const text = `${JSON.stringify({ chain, records }, null, 2)}\n`;
  gathered.files.push(await zip.add('reviews.json', text));
  gathered.tables.push({
    title:
      records.length === 0
        ? 'Signed reviews of the period: none'
        : 'Signed reviews that touch the period',
    heading: ['Number', 'Log', 'From', 'To', 'Signed by', 'Signed at', 'Holds', 'Conclusion'],
    rows: records.map(({ record, valid }) => [
      record.sequence,
      record.pattern,
      record.period.from,
      record.period.to,
      record.signer.name,
      record.signedAt,
      valid ? 'yes' : 'no',
      record.conclusion,
    ]),
  });
}
