/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { CoverageSource } from '../../../../common/api/coverage';
import { formatCount } from '../../../components/count_words';
import { formatDuration } from '../../../components/details/format_duration';
import { formatInstant } from '../../../components/format_instant';

/** A question about a log, and what is known. */
export interface SourceFact {
  title: string;
  description: string;
}

const none = () => i18n.translate('auditUser.coverage.fact.none', { defaultMessage: 'none' });

function instantWords(instant: string | undefined, format: string): string {
  if (instant === undefined) return none();
  const { local, utc } = formatInstant(instant, format);
  return `${local} (${utc})`;
}

/** Why something is not known, in the server's words. */
function unknownWords({ unknown }: CoverageSource, what: 'duplicates' | 'late_arrivals'): string {
  const [found] = unknown.filter((each) => each.what === what);
  return i18n.translate('auditUser.coverage.fact.unknown', {
    defaultMessage: 'not known: {why}',
    values: {
      why:
        found?.message ??
        i18n.translate('auditUser.coverage.fact.notTold', {
          defaultMessage: 'the answer does not say',
        }),
    },
  });
}

function duplicatesWords(source: CoverageSource): string {
  if (!source.duplicates) return unknownWords(source, 'duplicates');
  const { count, sampled, exact } = source.duplicates;
  const values = { count: formatCount(count), sampled: formatCount(sampled) };
  return exact
    ? i18n.translate('auditUser.coverage.fact.duplicatesExact', {
        defaultMessage: '{count} of {sampled}',
        values,
      })
    : i18n.translate('auditUser.coverage.fact.duplicatesSampled', {
        defaultMessage: '{count} of {sampled} that were looked at (a sample)',
        values,
      });
}

function lateWords(source: CoverageSource): string {
  if (!source.lateArrivals) return unknownWords(source, 'late_arrivals');
  const { count, longestMs } = source.lateArrivals;
  if (count === 0) {
    return i18n.translate('auditUser.coverage.fact.lateNone', {
      defaultMessage: 'none that the names of indices tell',
    });
  }
  return i18n.translate('auditUser.coverage.fact.late', {
    defaultMessage: 'at least {count}, the latest by {longest} or more',
    values: { count: formatCount(count), longest: formatDuration(longestMs) },
  });
}

/** What is known of a log as a whole, and of what it is not known. */
export function sourceFacts(source: CoverageSource, format: string): SourceFact[] {
  return [
    {
      title: i18n.translate('auditUser.coverage.fact.records', {
        defaultMessage: 'Records of the period',
      }),
      description: formatCount(source.records),
    },
    {
      title: i18n.translate('auditUser.coverage.fact.first', {
        defaultMessage: 'First of the period',
      }),
      description: instantWords(source.first, format),
    },
    {
      title: i18n.translate('auditUser.coverage.fact.last', {
        defaultMessage: 'Last of the period',
      }),
      description: instantWords(source.last, format),
    },
    {
      title: i18n.translate('auditUser.coverage.fact.keptFrom', {
        defaultMessage: 'Oldest that is kept at all',
      }),
      description: instantWords(source.keptFrom, format),
    },
    {
      title: i18n.translate('auditUser.coverage.fact.unparsed', {
        defaultMessage: 'That no view can read',
      }),
      description: formatCount(source.unparsed),
    },
    ...(source.source === 'authlog'
      ? [
          {
            title: i18n.translate('auditUser.coverage.fact.repaired', {
              defaultMessage: 'With a misread time stamp, besides',
            }),
            description: formatCount(source.repaired),
          },
        ]
      : []),
    {
      title: i18n.translate('auditUser.coverage.fact.duplicates', {
        defaultMessage: 'Delivered more than once',
      }),
      description: duplicatesWords(source),
    },
    {
      title: i18n.translate('auditUser.coverage.fact.lateTitle', {
        defaultMessage: 'Arrived late',
      }),
      description: lateWords(source),
    },
  ];
}
