/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiLink, EuiScreenReaderOnly, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewPeriod, ReviewRecordSummary } from '../../../../common/api/review';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { useViewLinks } from '../../../components/use_view_links';
import { PREPARE_REVIEW_PATH, reviewPath } from '../../../url_state/view_paths';
import { periodWords } from '../period_words';
import { patternLabel, signerWords, standingOf } from '../review_words';
import { StandingBadge } from './standing_badge';

export interface PeriodCellProps {
  period: ReviewPeriod;
  /** By number. */
  records: ReadonlyMap<number, ReviewRecordSummary>;
  /** Milliseconds since 1970. */
  nowMs: number;
}

/** From the beginning of what is not covered to its end; what lies between may be reviewed twice. */
function openPart({ range, uncovered }: ReviewPeriod): ResolvedRange {
  if (uncovered.length === 0) return range;
  return { from: uncovered[0].from, to: uncovered[uncovered.length - 1].to };
}

function Signed({ sequence, record }: { sequence: number; record?: ReviewRecordSummary }) {
  const linkTo = useViewLinks();
  const format = useDateFormat();
  return (
    <div>
      <EuiLink {...linkTo(reviewPath(sequence), [], record?.period)}>
        {i18n.translate('auditUser.review.recordLink', {
          defaultMessage: 'Record {sequence}',
          values: { sequence },
        })}
      </EuiLink>
      {record &&
        i18n.translate('auditUser.review.signedBy', {
          defaultMessage: ', signed by {signer} on {time}',
          values: {
            signer: signerWords(record.signer),
            time: formatInstant(record.signedAt, format).local,
          },
        })}
    </div>
  );
}

/** How one period of one log stands: who signed and when, what is not covered, and the way to review it. */
export function PeriodCell({ period, records, nowMs }: PeriodCellProps) {
  const linkTo = useViewLinks();
  const standing = standingOf(period, nowMs);
  const canReview = standing === 'due' || standing === 'missed';
  const partly = period.sequences.length > 0 && period.uncovered.length > 0;
  return (
    <EuiText size="xs">
      <StandingBadge standing={standing} />
      {canReview && (
        <>
          {' '}
          <EuiLink
            {...linkTo(PREPARE_REVIEW_PATH, [['pattern', period.pattern]], openPart(period))}
          >
            {i18n.translate('auditUser.review.reviewNow', { defaultMessage: 'Review it' })}
            <EuiScreenReaderOnly>
              <span>{`: ${patternLabel(period.pattern)}, ${periodWords(period.range)}`}</span>
            </EuiScreenReaderOnly>
          </EuiLink>
        </>
      )}
      {period.sequences.map((sequence) => (
        <Signed key={sequence} sequence={sequence} record={records.get(sequence)} />
      ))}
      {partly && (
        <div>
          {i18n.translate('auditUser.review.notCovered', {
            defaultMessage: 'Not covered: {parts}',
            values: { parts: period.uncovered.map(periodWords).join('; ') },
          })}
        </div>
      )}
    </EuiText>
  );
}
