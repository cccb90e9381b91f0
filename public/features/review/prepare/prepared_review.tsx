/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFinding, ReviewPrepareResponse } from '../../../../common/api/review';
import { REVIEW_KINDS } from '../../../../common/api/review_record';
import { formatCount } from '../../../components/count_words';
import { Figures } from '../../../components/figures';
import { CompletenessCallout } from '../../../components/states/completeness_callout';
import { openFindings, type Draft } from './draft';
import { draftKey } from './draft_store';
import { FindingGroup } from './finding_group';
import { PrepareNotes } from './prepare_notes';
import { ReviewedBefore } from './reviewed_before';
import { SignPanel } from './sign_panel';
import { useDraft } from './use_draft';

export interface PreparedReviewProps {
  prepared: ReviewPrepareResponse;
  preparing: boolean;
  onPrepare: () => void;
}

function toFigures(findings: readonly ReviewFinding[], draft: Draft) {
  const needed = findings.filter(({ needsVerdict }) => needsVerdict).length;
  const open = openFindings(findings, draft).length;
  const jumps = findings.filter(({ change }) => change?.jump !== undefined).length;
  const partly = findings.filter(({ figures }) => figures.looked !== 'whole').length;
  return [
    {
      title: `${formatCount(needed - open)} / ${formatCount(needed)}`,
      text: i18n.translate('auditUser.review.figure.decided', {
        defaultMessage: 'Findings decided',
      }),
    },
    {
      title: formatCount(findings.length - needed),
      text: i18n.translate('auditUser.review.figure.nothing', {
        defaultMessage: 'With nothing found',
      }),
    },
    {
      title: formatCount(jumps),
      text: i18n.translate('auditUser.review.figure.jumps', {
        defaultMessage: 'Jumps since the last review',
      }),
    },
    {
      title: formatCount(partly),
      text: i18n.translate('auditUser.review.figure.partly', {
        defaultMessage: 'Not wholly looked at',
      }),
    },
  ];
}

/** Everything that is to be looked at, with the decisions, the conclusion and the signature. */
export function PreparedReview({ prepared, preparing, onPrepare }: PreparedReviewProps) {
  const { pattern, range, findings, seed, signer, completeness } = prepared;
  const control = useDraft(draftKey(pattern, range), signer.name, seed);
  const groups = useMemo(
    () =>
      REVIEW_KINDS.map((kind) => ({
        kind,
        findings: findings.filter((finding) => finding.kind === kind),
      })).filter((group) => group.findings.length > 0),
    [findings]
  );
  return (
    <div data-test-subj="auditUserPreparedReview">
      <CompletenessCallout reasons={completeness.reasons} />
      <ReviewedBefore pattern={pattern} period={range} />
      <PrepareNotes prepared={prepared} />
      <Figures figures={toFigures(findings, control.draft)} />
      <EuiSpacer size="l" />
      {groups.map((group) => (
        <FindingGroup
          key={group.kind}
          {...group}
          pattern={pattern}
          period={range}
          draft={control.draft}
          onDecide={control.decide}
        />
      ))}
      <SignPanel
        prepared={prepared}
        control={control}
        preparing={preparing}
        onPrepare={onPrepare}
      />
    </div>
  );
}
