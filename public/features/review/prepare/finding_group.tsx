/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFinding } from '../../../../common/api/review';
import type { ReviewKind, ReviewPattern } from '../../../../common/api/review_record';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { changeWords, jumpWords } from '../finding/change_words';
import { kindLabel } from '../review_words';
import { decisionState, type Decision, type Draft } from './draft';
import { FindingPanel } from './finding_panel';
import { foldNothingSeen } from './fold_nothing_seen';
import { NothingSeenPanel } from './nothing_seen_panel';

export interface FindingGroupProps {
  kind: ReviewKind;
  pattern: ReviewPattern;
  /** Of this kind. */
  findings: readonly ReviewFinding[];
  period: ResolvedRange;
  draft: Draft;
  onDecide: (id: string, decision: Decision) => void;
}

function NothingFound({ findings }: { findings: readonly ReviewFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <EuiText size="s" data-test-subj="auditUserNothingOf">
      <p>
        {i18n.translate('auditUser.review.nothingOf', {
          defaultMessage: 'All of the period was looked at, and nothing found of:',
        })}
      </p>
      <ul>
        {findings.map(({ id, title, basis, change }) => (
          <li key={id} title={basis}>
            {title}
            {change &&
              ` (${change.jump ? `${jumpWords(change.jump)}; ` : ''}${changeWords(change)})`}
          </li>
        ))}
      </ul>
      <EuiSpacer size="s" />
    </EuiText>
  );
}

/** Findings of one kind: those to decide on, then those of which there was nothing. */
export function FindingGroup({
  kind,
  pattern,
  findings,
  period,
  draft,
  onDecide,
}: FindingGroupProps) {
  const needed = findings.filter(({ needsVerdict }) => needsVerdict);
  const nothing = findings.filter(({ needsVerdict }) => !needsVerdict);
  const { single, alike } = foldNothingSeen(needed);
  const decided = needed.filter(
    (finding) => decisionState(finding, draft.decisions[finding.id]) === 'decided'
  );
  return (
    <section aria-label={kindLabel(kind)}>
      <EuiTitle size="s">
        <h2>{kindLabel(kind)}</h2>
      </EuiTitle>
      {needed.length > 0 && (
        <EuiText size="s" color="subdued">
          <p>
            {i18n.translate('auditUser.review.decidedOf', {
              defaultMessage: '{decided} of {needed} decided',
              values: { decided: decided.length, needed: needed.length },
            })}
          </p>
        </EuiText>
      )}
      <EuiSpacer size="s" />
      {single.map((finding) => (
        <React.Fragment key={finding.id}>
          <FindingPanel
            pattern={pattern}
            finding={finding}
            period={period}
            decision={draft.decisions[finding.id]}
            onDecide={onDecide}
          />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      {alike.map((some) => (
        <React.Fragment key={some[0].id}>
          <NothingSeenPanel findings={some} draft={draft} onDecide={onDecide} />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      <NothingFound findings={nothing} />
      <EuiSpacer size="m" />
    </section>
  );
}
