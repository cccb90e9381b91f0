/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { memo, useState } from 'react';
import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { ReviewFinding } from '../../../../common/api/review';
import type { ReviewPattern } from '../../../../common/api/review_record';
import type { ResolvedRange } from '../../../../common/api/time_range';
import { formatCount } from '../../../components/count_words';
import { Basis } from '../finding/basis';
import { FindingFigures } from '../finding/finding_figures';
import { targetOfFinding } from '../finding/finding_links';
import { LookedBadge } from '../finding/looked_badge';
import { NewTabLink } from '../finding/new_tab_link';
import { SampleTable } from '../finding/sample_table';
import { figureWords } from '../review_words';
import { decisionState, type Decision } from './draft';
import { DecidedBadge } from './decided_badge';
import { DecisionForm } from './decision_form';

export interface FindingPanelProps {
  pattern: ReviewPattern;
  finding: ReviewFinding;
  period: ResolvedRange;
  decision?: Decision;
  onDecide: (id: string, decision: Decision) => void;
}

/** Where the list of what is still to be decided leads. */
export function findingAnchor(id: string): string {
  return `auditUserFinding-${id}`;
}

function sampleWords({ figures, sample }: ReviewFinding, open: boolean): string {
  const { size = sample.length, of = sample.length, seed = 0 } = figures.sample ?? {};
  const values = { size: formatCount(size), of: formatCount(of), seed: String(seed) };
  return open
    ? i18n.translate('auditUser.review.hideSample', {
        defaultMessage: 'Hide the sample ({size} of {of}, seed {seed})',
        values,
      })
    : i18n.translate('auditUser.review.readSample', {
        defaultMessage: 'Read the sample ({size} of {of}, seed {seed})',
        values,
      });
}

function Head({ finding, decided }: { finding: ReviewFinding; decided: boolean }) {
  const { title, figures } = finding;
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiTitle size="xs">
          <h3>{title}</h3>
        </EuiTitle>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <strong>{figureWords(figures)}</strong>
      </EuiFlexItem>
      {figures.looked !== 'whole' && (
        <EuiFlexItem grow={false}>
          <LookedBadge looked={figures.looked} />
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <DecidedBadge decided={decided} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

function FindingPanelOf({ pattern, finding, period, decision, onDecide }: FindingPanelProps) {
  const [reading, setReading] = useState(false);
  const { id, title, basis, source, sample } = finding;
  const target = targetOfFinding(finding);
  const state = decisionState(finding, decision);
  return (
    <EuiPanel
      id={findingAnchor(id)}
      tabIndex={-1}
      paddingSize="m"
      hasShadow={false}
      hasBorder
      data-test-subj="auditUserFinding"
    >
      <Head finding={finding} decided={state === 'decided'} />
      <Basis basis={basis} source={source} />
      <EuiSpacer size="s" />
      <FindingFigures pattern={pattern} finding={finding} period={period} />
      {(sample.length > 0 || target) && (
        <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
          {sample.length > 0 && (
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty
                size="s"
                flush="left"
                iconType="list"
                aria-expanded={reading}
                aria-label={`${sampleWords(finding, reading)}: ${title}`}
                onClick={() => setReading(!reading)}
              >
                {sampleWords(finding, reading)}
              </EuiButtonEmpty>
            </EuiFlexItem>
          )}
          {target && (
            <EuiFlexItem grow={false}>
              <NewTabLink target={target} period={period}>
                {i18n.translate('auditUser.review.showAll', {
                  defaultMessage: 'Show all in their view',
                })}
              </NewTabLink>
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      )}
      {reading && <SampleTable pattern={pattern} title={title} sample={sample} period={period} />}
      <EuiSpacer size="m" />
      <DecisionForm
        findings={[finding]}
        title={title}
        state={state}
        decision={decision}
        onDecide={onDecide}
      />
    </EuiPanel>
  );
}

/** One finding: the figures, records to read, and the decision. Others do not change while one is decided. */
export const FindingPanel = memo(FindingPanelOf);
