/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiCode,
  EuiDescriptionList,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewDraft, ReviewPrepareResponse } from '../../../../common/api/review';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import { periodWords } from '../period_words';
import { patternLabel, signerWords } from '../review_words';

export interface SignDialogProps {
  prepared: ReviewPrepareResponse;
  draft: ReviewDraft;
  signing: boolean;
  onSign: () => void;
  onClose: () => void;
}

/** One dialog is open at a time. */
const TITLE_ID = 'auditUserSignTitle';

function findingsWords({ findings }: ReviewDraft): string {
  const count = (verdict: string | undefined) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  return i18n.translate('auditUser.review.sign.findings', {
    defaultMessage:
      '{reviewed} reviewed, {harmless} harmless, {escalated} escalated, {nothing} with nothing found',
    values: {
      reviewed: count('reviewed'),
      harmless: count('harmless'),
      escalated: count('escalated'),
      nothing: count(undefined),
    },
  });
}

/** Says what is signed, and as whom, before it is. */
export function SignDialog({ prepared, draft, signing, onSign, onClose }: SignDialogProps) {
  const format = useDateFormat();
  const { range, signer, ownActivity, completeness, previousHash, chain } = prepared;
  const from = formatInstant(range.from, format);
  const to = formatInstant(range.to, format);
  const items = [
    {
      title: i18n.translate('auditUser.review.sign.as', { defaultMessage: 'You sign as' }),
      description: <strong>{signerWords(signer)}</strong>,
    },
    {
      title: i18n.translate('auditUser.review.sign.log', { defaultMessage: 'Log' }),
      description: patternLabel(draft.pattern),
    },
    {
      title: i18n.translate('auditUser.review.sign.period', { defaultMessage: 'Period' }),
      description: `${periodWords(range)} – ${from.local} … ${to.local}`,
    },
    {
      title: i18n.translate('auditUser.review.sign.findingsTitle', { defaultMessage: 'Findings' }),
      description: findingsWords(draft),
    },
    {
      title: i18n.translate('auditUser.review.sign.own', { defaultMessage: 'Own activity' }),
      description: toVisibleText(ownActivity.message),
    },
    {
      title: i18n.translate('auditUser.review.sign.complete', {
        defaultMessage: 'Completeness of the log',
      }),
      description: completeness.complete
        ? i18n.translate('auditUser.review.sign.isComplete', {
            defaultMessage: 'Nothing is known to be missing',
          })
        : i18n.translate('auditUser.review.sign.incomplete', {
            defaultMessage:
              '{count, plural, one {# shortcoming is} other {# shortcomings are}} known and signed with it',
            values: { count: completeness.reasons.length },
          }),
    },
    {
      title: i18n.translate('auditUser.review.sign.conclusion', { defaultMessage: 'Conclusion' }),
      description: <DisplayText text={draft.conclusion} max={600} />,
    },
    {
      title: i18n.translate('auditUser.review.sign.follows', {
        defaultMessage: 'Follows the record with the hash',
      }),
      description:
        chain.headSequence === 0 ? (
          i18n.translate('auditUser.review.sign.first', {
            defaultMessage: 'None: this is the first record',
          })
        ) : (
          <EuiCode style={{ overflowWrap: 'anywhere' }}>{previousHash}</EuiCode>
        ),
    },
  ];
  return (
    <EuiModal
      role="dialog"
      aria-modal
      aria-labelledby={TITLE_ID}
      onClose={signing ? () => undefined : onClose}
      data-test-subj="auditUserSignDialog"
    >
      <EuiModalHeader>
        <EuiModalHeaderTitle>
          <h1 id={TITLE_ID}>
            {i18n.translate('auditUser.review.sign.title', { defaultMessage: 'Sign this review?' })}
          </h1>
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiDescriptionList type="responsiveColumn" compressed listItems={items} />
        <EuiSpacer size="m" />
        <EuiText size="s">
          <p>
            {i18n.translate('auditUser.review.sign.forever', {
              defaultMessage:
                'A signed review stands for good: it cannot be changed or taken back, only followed by another one. The server looks at everything once more; if it finds other figures than you saw, nothing is signed.',
            })}
          </p>
        </EuiText>
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty onClick={onClose} isDisabled={signing}>
          {i18n.translate('auditUser.review.sign.cancel', { defaultMessage: 'Cancel' })}
        </EuiButtonEmpty>
        <EuiButton fill onClick={onSign} isLoading={signing}>
          {signing
            ? i18n.translate('auditUser.review.sign.signing', { defaultMessage: 'Signing …' })
            : i18n.translate('auditUser.review.sign.sign', {
                defaultMessage: 'Sign as {name}',
                values: { name: signerWords(signer) },
              })}
        </EuiButton>
      </EuiModalFooter>
    </EuiModal>
  );
}
