/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFinding } from '../../../../common/api/review';
import { toVisibleText } from '../../../components/display_text';
import { LookedBadge } from '../finding/looked_badge';
import { sharedDecision, sharedState, type Decision, type Draft } from './draft';
import { DecidedBadge } from './decided_badge';
import { DecisionForm } from './decision_form';
import { findingAnchor } from './finding_panel';

export interface NothingSeenPanelProps {
  /** With the same limits; see `foldNothingSeen`. */
  findings: readonly ReviewFinding[];
  draft: Draft;
  onDecide: (id: string, decision: Decision) => void;
}

/** Findings of which there is nothing in what could be looked at: what is decided on is what could not. */
export function NothingSeenPanel({ findings, draft, onDecide }: NothingSeenPanelProps) {
  const [{ figures }] = findings;
  const decision = sharedDecision(findings, draft.decisions);
  const state = sharedState(findings, decision, draft.decisions);
  const title = i18n.translate('auditUser.review.nothingSeen', {
    defaultMessage: 'Nothing found in what could be looked at: {count} findings',
    values: { count: findings.length },
  });
  return (
    <EuiPanel paddingSize="m" hasShadow={false} hasBorder data-test-subj="auditUserNothingSeen">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiTitle size="xs">
            <h3>{title}</h3>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <LookedBadge looked={figures.looked} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <DecidedBadge decided={state === 'decided'} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiText size="s">
        <ul>
          {findings.map(({ id, title: name, basis }) => (
            <li key={id} id={findingAnchor(id)} tabIndex={-1} title={basis}>
              {name}
            </li>
          ))}
        </ul>
        <p>
          <strong>
            {i18n.translate('auditUser.review.limits', {
              defaultMessage: 'What could not be looked at:',
            })}
          </strong>{' '}
          {figures.limits.map((limit, i) => (
            <React.Fragment key={limit}>
              {i > 0 && <br />}
              {toVisibleText(limit)}
            </React.Fragment>
          ))}
        </p>
        <p>
          {i18n.translate('auditUser.review.nothingSeenNote', {
            defaultMessage:
              'One decision is about what could not be looked at, and signed with each.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <DecisionForm
        findings={findings}
        title={title}
        state={state}
        decision={decision}
        onDecide={onDecide}
      />
    </EuiPanel>
  );
}
