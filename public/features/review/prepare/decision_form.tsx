/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiButton,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiRadio,
  EuiScreenReaderOnly,
  EuiSpacer,
  EuiText,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFinding } from '../../../../common/api/review';
import { REVIEW_VERDICTS, type ReviewVerdict } from '../../../../common/api/review_record';
import { CallOut } from '../../../components/call_out';
import { verdictLabel } from '../review_words';
import { figuresKey, type Decision, type DecisionState } from './draft';

export interface DecisionFormProps {
  /** Several where one decision is about them all. */
  findings: readonly ReviewFinding[];
  title: string;
  state: DecisionState;
  decision?: Decision;
  onDecide: (id: string, decision: Decision) => void;
}

/** What the reviewer says of one finding or several; a reason or a reference where one is due. */
export function DecisionForm({ findings, title, state, decision, onDecide }: DecisionFormProps) {
  const [{ id }] = findings;
  const { verdict, because = '', reference = '' } = decision ?? {};
  const set = (part: Partial<Decision>) => {
    for (const { id: each, figures } of findings) {
      onDecide(each, { verdict, because, reference, ...part, seen: figuresKey(figures) });
    }
  };
  const lacks = state === 'unfounded';
  return (
    <div>
      {state === 'outdated' && (
        <>
          <CallOut
            size="s"
            color="warning"
            iconType="alert"
            title={i18n.translate('auditUser.review.outdated', {
              defaultMessage:
                'The figures are not those that you decided on. Look again, then decide anew or say that it still stands.',
            })}
          >
            <EuiButton size="s" onClick={() => set({})}>
              {i18n.translate('auditUser.review.stillStands', {
                defaultMessage: 'It still stands',
              })}
            </EuiButton>
          </CallOut>
          <EuiSpacer size="s" />
        </>
      )}
      <fieldset>
        <EuiScreenReaderOnly>
          <legend>
            {i18n.translate('auditUser.review.decisionOn', {
              defaultMessage: 'Your decision on “{title}”',
              values: { title },
            })}
          </legend>
        </EuiScreenReaderOnly>
        <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <EuiText size="s" aria-hidden="true">
              <strong>
                {i18n.translate('auditUser.review.decision', { defaultMessage: 'Decision:' })}
              </strong>
            </EuiText>
          </EuiFlexItem>
          {REVIEW_VERDICTS.map((each: ReviewVerdict) => (
            <EuiFlexItem grow={false} key={each}>
              <EuiRadio
                id={`auditUserReview-${id}-${each}`}
                name={`auditUserReview-${id}`}
                label={verdictLabel(each)}
                checked={verdict === each}
                onChange={() => set({ verdict: each })}
              />
            </EuiFlexItem>
          ))}
        </EuiFlexGroup>
      </fieldset>
      {verdict === 'harmless' && (
        <EuiFormRow
          fullWidth
          id={`auditUserReview-${id}-why`}
          label={i18n.translate('auditUser.review.because', {
            defaultMessage: 'Why it is harmless (required)',
          })}
          isInvalid={lacks}
          error={i18n.translate('auditUser.review.becauseMissing', {
            defaultMessage: 'Say why it is harmless',
          })}
        >
          <EuiTextArea
            fullWidth
            rows={2}
            compressed
            maxLength={4000}
            value={because}
            isInvalid={lacks}
            onChange={({ target }) => set({ because: target.value })}
          />
        </EuiFormRow>
      )}
      {verdict === 'escalated' && (
        <EuiFormRow
          fullWidth
          id={`auditUserReview-${id}-where`}
          label={i18n.translate('auditUser.review.reference', {
            defaultMessage: 'Ticket or incident (required)',
          })}
          isInvalid={lacks}
          error={i18n.translate('auditUser.review.referenceMissing', {
            defaultMessage: 'Name the ticket or incident',
          })}
        >
          <EuiFieldText
            fullWidth
            compressed
            maxLength={1000}
            value={reference}
            isInvalid={lacks}
            onChange={({ target }) => set({ reference: target.value })}
          />
        </EuiFormRow>
      )}
    </div>
  );
}
