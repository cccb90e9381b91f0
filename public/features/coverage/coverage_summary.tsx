/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CoverageFinding, CoverageSource } from '../../../common/api/coverage';
import { CallOut } from '../../components/call_out';
import { formatCount } from '../../components/count_words';
import { toVisibleText } from '../../components/display_text';
import { sourceLabel } from './coverage_words';

export interface CoverageSummaryProps {
  sources: readonly CoverageSource[];
  findings: readonly CoverageFinding[];
}

/** How a source that has no figures is spoken of. */
function unreadWords({ source, state }: CoverageSource): string {
  const log = sourceLabel(source);
  switch (state) {
    case 'forbidden':
      return i18n.translate('auditUser.coverage.summary.forbidden', {
        defaultMessage:
          '{log}: you are not allowed to read it. That is usual for application developers, and says nothing about what it holds or lacks.',
        values: { log },
      });
    case 'missing':
      return i18n.translate('auditUser.coverage.summary.missing', {
        defaultMessage: '{log}: there is no such log here, or your roles hide it.',
        values: { log },
      });
    default:
      return i18n.translate('auditUser.coverage.summary.failed', {
        defaultMessage: '{log}: it could not be asked.',
        values: { log },
      });
  }
}

/** The answer in a sentence: never "no gaps" where nobody could look. */
export function summaryWords({ sources, findings }: CoverageSummaryProps): string {
  const read = sources.filter(({ state }) => state === 'read');
  if (read.length < sources.length) {
    return i18n.translate('auditUser.coverage.summary.partial', {
      defaultMessage: 'Not every log could be looked at. Shortcomings of the rest: {count}',
      values: {
        count: formatCount(
          findings.filter(({ source }) => read.some((each) => each.source === source)).length
        ),
      },
    });
  }
  if (findings.length > 0) {
    return i18n.translate('auditUser.coverage.summary.found', {
      defaultMessage: 'Shortcomings of the logs in this period: {count}',
      values: { count: formatCount(findings.length) },
    });
  }
  if (sources.some(({ records }) => records === 0)) {
    return i18n.translate('auditUser.coverage.summary.empty', {
      defaultMessage:
        'A log has no records in this period, and too little is known to say whether that is usual',
    });
  }
  return i18n.translate('auditUser.coverage.summary.none', {
    defaultMessage: 'No shortcomings of the logs were found in this period',
  });
}

/** What follows for whoever reads the other views. */
export function CoverageSummary(props: CoverageSummaryProps) {
  const { sources, findings } = props;
  const unread = sources.filter(({ state }) => state !== 'read');
  const empty = sources.some(({ records }) => records === 0);
  const serious = unread.length > 0 || findings.length > 0 || empty;
  return (
    <>
      <CallOut
        size="s"
        color={serious ? 'warning' : 'primary'}
        iconType={serious ? 'alert' : 'iInCircle'}
        data-test-subj="auditUserCoverageSummary"
        title={summaryWords(props)}
      >
        {unread.length > 0 && (
          <ul>
            {unread.map((source) => (
              <li key={source.source}>{toVisibleText(unreadWords(source))}</li>
            ))}
          </ul>
        )}
        <p>
          {i18n.translate('auditUser.coverage.summary.limits', {
            defaultMessage:
              'What can be seen is how evenly records came, not whether each of them did: what was looked for, and what could not be seen, stands with each log below.',
          })}
        </p>
      </CallOut>
      <EuiSpacer size="m" />
    </>
  );
}
