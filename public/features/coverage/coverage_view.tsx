/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useMemo } from 'react';
import { EuiPage, EuiPageBody, EuiPageContent, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Note } from '../../components/details/note';
import { ProveButton } from '../../components/period/prove_button';
import { ViewHeader } from '../../components/period/view_header';
import { Announcement } from '../../components/states/announcement';
import { AnswerFailure } from '../../components/states/answer_failure';
import { AnswerLoading } from '../../components/states/answer_loading';
import { bothLogsWords } from '../../components/states/both_logs_words';
import { DroppedNotice } from '../../components/states/dropped_notice';
import { StaleNotice } from '../../components/states/stale_notice';
import { usePageTitle } from '../../components/use_page_title';
import { useCoverageState } from '../../url_state/use_coverage_state';
import { ClusterFilter } from './cluster_filter';
import { CoverageSummary, summaryWords } from './coverage_summary';
import { FindingsTable } from './findings/findings_table';
import { sortedFindings } from './findings/sorted_findings';
import { SourcePanel } from './source/source_panel';
import { useCoverage, type CoverageAnswer } from './use_coverage';

/** Without answer: nothing can be said. */
const NO_SOURCES = [] as const;

function Answer({ data, readAtMs, stale, error, askAgain }: CoverageAnswer) {
  const findings = useMemo(() => sortedFindings(data?.sources ?? NO_SOURCES), [data]);
  if (error !== undefined) {
    return <AnswerFailure error={error} words={bothLogsWords()} onRetry={askAgain} />;
  }
  if (!data) return <AnswerLoading words={bothLogsWords()} />;
  return (
    <>
      {stale && <StaleNotice />}
      <div
        style={stale ? { opacity: 0.5 } : undefined}
        aria-busy={stale}
        data-test-subj="auditUserCoverage"
      >
        <CoverageSummary sources={data.sources} findings={findings} />
        {findings.length > 0 && (
          <>
            <EuiTitle size="s">
              <h2>
                {i18n.translate('auditUser.coverage.findings.title', {
                  defaultMessage: 'What was found',
                })}
              </h2>
            </EuiTitle>
            <EuiSpacer size="s" />
            <FindingsTable findings={findings} />
            <EuiSpacer size="l" />
          </>
        )}
        {data.sources.map((source) => (
          <SourcePanel key={source.source} source={source} answer={data} readAtMs={readAtMs} />
        ))}
      </div>
    </>
  );
}

/** Which logs of a period are there, how completely, and where they were silent. */
export function CoverageView() {
  const title = i18n.translate('auditUser.coverage.title', {
    defaultMessage: 'Coverage of the logs',
  });
  usePageTitle(title);
  const { state, dropped, change } = useCoverageState();
  const answer = useCoverage(state);
  const { data } = answer;
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <ViewHeader
            title={title}
            timeRange={state.timeRange}
            range={data?.range}
            loading={answer.loading}
            onChange={(timeRange) => change({ ...state, timeRange })}
            onRefresh={answer.askAgain}
            actions={
              <ProveButton
                parameters={[
                  ['control', '8.15'],
                  ...state.clusters.map((cluster): [string, string] => ['clusters', cluster]),
                ]}
              />
            }
          />
          <DroppedNotice dropped={dropped} />
          <Note>
            {i18n.translate('auditUser.coverage.intro', {
              defaultMessage:
                'What other views show is only as complete as the logs that they read. This page says which records of the period are there, and where some are missing.',
            })}
          </Note>
          <EuiSpacer size="s" />
          <ClusterFilter
            data={data}
            chosen={state.clusters}
            onChange={(clusters) => change({ ...state, clusters })}
          />
          <EuiSpacer size="m" />
          <Announcement
            searching={answer.loading || answer.stale}
            found={
              data &&
              `${summaryWords({ sources: data.sources, findings: sortedFindings(data.sources) })}.`
            }
            reasons={data?.completeness.reasons ?? []}
          />
          <Answer {...answer} />
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}
