/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFormRow,
  EuiSpacer,
  EuiText,
  EuiTextArea,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFinding, ReviewPrepareResponse } from '../../../../common/api/review';
import { CallOut } from '../../../components/call_out';
import { formatCount } from '../../../components/count_words';
import { openFindings, toReviewDraft } from './draft';
import { draftKey } from './draft_store';
import { findingAnchor } from './finding_panel';
import { SignDialog } from './sign_dialog';
import { SignFailure } from './sign_failure';
import type { DraftControl } from './use_draft';
import { useSign } from './use_sign';

export interface SignPanelProps {
  prepared: ReviewPrepareResponse;
  control: DraftControl;
  /** The review is being prepared again: what is shown is old. */
  preparing: boolean;
  onPrepare: () => void;
}

/** Findings that are named one by one. */
const MOST_NAMED = 10;

function goTo(id: string) {
  const panel = document.getElementById(findingAnchor(id));
  panel?.scrollIntoView?.({ block: 'start' });
  panel?.focus();
}

function StillOpen({ open }: { open: readonly ReviewFinding[] }) {
  if (open.length === 0) return null;
  return (
    <>
      <EuiText size="s">
        <p>
          {i18n.translate('auditUser.review.stillOpen', {
            defaultMessage:
              'Before it can be signed, {count, plural, one {# finding needs} other {# findings need}} a decision with its reason:',
            values: { count: open.length },
          })}
        </p>
      </EuiText>
      <div data-test-subj="auditUserStillOpen">
        {open.slice(0, MOST_NAMED).map(({ id, title }) => (
          <div key={id}>
            <EuiButtonEmpty size="xs" flush="left" iconType="arrowUp" onClick={() => goTo(id)}>
              {title}
            </EuiButtonEmpty>
          </div>
        ))}
      </div>
      {open.length > MOST_NAMED && (
        <EuiText size="s">
          <p>
            {i18n.translate('auditUser.review.chain.more', {
              defaultMessage: 'and {count} more',
              values: { count: formatCount(open.length - MOST_NAMED) },
            })}
          </p>
        </EuiText>
      )}
      <EuiSpacer size="s" />
    </>
  );
}

/** The conclusion, what is still missing, and the signature. */
export function SignPanel({ prepared, control, preparing, onPrepare }: SignPanelProps) {
  const { draft, kept, conclude } = control;
  const [asking, setAsking] = useState(false);
  const sign = useSign(draftKey(prepared.pattern, prepared.range));
  const open = openFindings(prepared.findings, draft);
  const noConclusion = draft.conclusion.trim() === '';
  const notYet = prepared.notYet !== undefined;
  const forbidden = prepared.chain.state === 'forbidden';
  const ready = open.length === 0 && !noConclusion && !notYet && !forbidden && !preparing;
  const toSign = toReviewDraft(prepared, draft);
  const title = i18n.translate('auditUser.review.conclude', {
    defaultMessage: 'Conclusion and signature',
  });
  return (
    <section aria-label={title}>
      <EuiTitle size="s">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiFormRow
        fullWidth
        id="auditUserReviewConclusion"
        label={i18n.translate('auditUser.review.conclusion', {
          defaultMessage: 'Conclusion (required)',
        })}
        helpText={i18n.translate('auditUser.review.conclusionHelp', {
          defaultMessage:
            'What the period looked like as a whole, what stood out, and what is to be done about it.',
        })}
      >
        <EuiTextArea
          fullWidth
          rows={4}
          maxLength={10000}
          value={draft.conclusion}
          onChange={({ target }) => conclude(target.value)}
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      {!kept && (
        <>
          <CallOut
            size="s"
            color="warning"
            iconType="alert"
            title={i18n.translate('auditUser.review.notKept', {
              defaultMessage:
                'Your browser does not keep the draft: do not reload or leave this page before you have signed',
            })}
          />
          <EuiSpacer size="s" />
        </>
      )}
      <SignFailure
        error={sign.error}
        busy={sign.isLoading || preparing}
        onPrepare={() => {
          sign.reset();
          onPrepare();
        }}
        onSignAgain={() => sign.mutate(sign.variables ?? toSign)}
      />
      <StillOpen open={open} />
      <EuiButton
        fill
        iconType="check"
        isDisabled={!ready}
        isLoading={sign.isLoading}
        onClick={() => setAsking(true)}
      >
        {i18n.translate('auditUser.review.signButton', { defaultMessage: 'Sign …' })}
      </EuiButton>
      <EuiSpacer size="s" />
      <EuiText size="s" color="subdued">
        <p>
          {forbidden
            ? i18n.translate('auditUser.review.mayNotSign', {
                defaultMessage:
                  'You cannot sign: the role review_signer is missing (docs/security.md of Audit User).',
              })
            : noConclusion
              ? i18n.translate('auditUser.review.conclusionMissing', {
                  defaultMessage: 'A conclusion is needed before it can be signed.',
                })
              : i18n.translate('auditUser.review.draftNote', {
                  defaultMessage:
                    'Signing needs the role review_signer; OpenSearch tells only then whether you have it. Until you sign, your decisions are in this tab of the browser only: a reload keeps them, closing the tab does not.',
                })}
        </p>
      </EuiText>
      {asking && (
        <SignDialog
          prepared={prepared}
          draft={toSign}
          signing={sign.isLoading}
          onSign={() => sign.mutate(toSign, { onError: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
