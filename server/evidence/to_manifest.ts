/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Redaction } from '../../common/api/evidence';
import { MANIFEST_VERSION, type EvidenceManifest } from '../../common/evidence/manifest';
import { toResolvedRange } from '../time/resolve_time_range';
import type { EvidenceJob, Gathered } from './write_package';

const REDACTION_WORDS: Record<Redaction, string> = {
  none: 'Nothing was masked: every record is to the letter what OpenSearch holds.',
  secrets:
    'Likely secrets are masked, as far as they have a telling name or form. A record in which something was masked has "_redacted": true; every other is to the letter what OpenSearch holds.',
  secrets_and_bodies:
    'Likely secrets are masked and the bodies of requests and responses are left out. A record that was changed so has "_redacted": true; every other is to the letter what OpenSearch holds.',
};

/** What a package says of itself, but for its files. */
export function toManifest(job: EvidenceJob, gathered: Gathered): Omit<EvidenceManifest, 'files'> {
  const { control, request } = job;
  const limits = [
    ...gathered.limits,
    ...gathered.sources.flatMap(({ source, whyNot }) =>
      whyNot === undefined ? [] : [`The counts of ${source} do not agree: ${whyNot}`]
    ),
    ...gathered.sources.flatMap(({ source, unreadable }) =>
      unreadable === 0
        ? []
        : [
            `${unreadable} records of ${source} could not be read: they are in the record, not in the tables.`,
          ]
    ),
    ...gathered.completeness.map(({ message }) => message),
  ];
  return {
    manifestVersion: MANIFEST_VERSION,
    status: limits.length === 0 ? 'complete' : 'with_limits',
    limits: [...new Set(limits)],
    ...(control
      ? {
          control: {
            id: control.id,
            ...(control.iso27019 === undefined ? {} : { iso27019: control.iso27019 }),
            shows: control.shows,
          },
        }
      : {}),
    ...(request.purpose ? { purpose: request.purpose } : {}),
    period: { ...toResolvedRange(job.period), bounds: 'both ends included', timeZone: 'UTC' },
    asked: { parts: request.parts },
    extractedBy: job.who,
    extractedAt: job.now.toISOString(),
    finishedAt: new Date().toISOString(),
    versions: job.versions,
    sources: gathered.sources,
    redaction: { level: job.redaction, words: REDACTION_WORDS[job.redaction] },
    ...(gathered.sampling ? { sampling: gathered.sampling } : {}),
    completeness: gathered.completeness,
  };
}
