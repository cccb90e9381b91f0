/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import {
  REVIEW_KINDS,
  type ReviewRecord,
  type SignedFinding,
} from '../../../../common/api/review_record';
import { formatCount } from '../../../components/count_words';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { Basis } from '../finding/basis';
import { FindingFigures } from '../finding/finding_figures';
import { LookedBadge } from '../finding/looked_badge';
import { figureWords, kindLabel, verdictLabel } from '../review_words';

function Verdict({ finding }: { finding: SignedFinding }) {
  const { verdict, because, reference } = finding;
  const text = verdict === 'harmless' ? because : verdict === 'escalated' ? reference : undefined;
  return (
    <p>
      <strong>{verdictLabel(verdict).replace(/ …$/, '')}</strong>
      {text !== undefined && (
        <>
          {': '}
          <DisplayText text={text} max={4000} />
        </>
      )}
    </p>
  );
}

function Sample({ finding }: { finding: SignedFinding }) {
  const { figures } = finding;
  if (!figures.sample) return null;
  const { size, of, seed, sha256 } = figures.sample;
  return (
    <EuiText size="xs" color="subdued">
      <p style={{ overflowWrap: 'anywhere' }}>
        {i18n.translate('auditUser.review.record.sample', {
          defaultMessage:
            'Sample to read: {size} of {of}, seed {seed}; SHA-256 over index and id of its records: {sha256}',
          values: {
            size: formatCount(size),
            of: formatCount(of),
            seed: String(seed),
            sha256: toVisibleText(sha256),
          },
        })}
      </p>
    </EuiText>
  );
}

/** Findings as they were signed, each with what was said of it. */
export function SignedFindings({ record }: { record: ReviewRecord }) {
  const { findings, pattern, period } = record;
  return (
    <>
      {REVIEW_KINDS.map((kind) => {
        const ofKind = findings.filter((finding) => finding.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={kindLabel(kind)}>
            <EuiText>
              <h3>{kindLabel(kind)}</h3>
            </EuiText>
            <EuiSpacer size="s" />
            {ofKind.map((finding) => (
              <div key={finding.id} data-test-subj="auditUserSignedFinding">
                <EuiText size="s">
                  <h4>
                    {toVisibleText(finding.title)}
                    {': '}
                    {figureWords(finding.figures)} <LookedBadge looked={finding.figures.looked} />
                  </h4>
                  <Verdict finding={finding} />
                </EuiText>
                {finding.verdict !== 'nothing_found' && (
                  <>
                    <FindingFigures pattern={pattern} finding={finding} period={period} whole />
                    <Sample finding={finding} />
                  </>
                )}
                <Basis basis={finding.basis} source={finding.source} />
                <EuiSpacer size="m" />
              </div>
            ))}
          </section>
        );
      })}
    </>
  );
}
