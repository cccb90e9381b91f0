/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiPage, EuiPageBody, EuiPageContent, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { countWords, formatCount } from '../../components/count_words';
import { ProveButton } from '../../components/period/prove_button';
import { ViewHeader } from '../../components/period/view_header';
import { Announcement } from '../../components/states/announcement';
import { AnswerFailure } from '../../components/states/answer_failure';
import { AnswerLoading } from '../../components/states/answer_loading';
import { bothLogsWords } from '../../components/states/both_logs_words';
import { CompletenessCallout } from '../../components/states/completeness_callout';
import { DroppedNotice } from '../../components/states/dropped_notice';
import { isSerious } from '../../components/states/reason_words';
import { StaleNotice } from '../../components/states/stale_notice';
import { useRemembered } from '../../components/use_remembered';
import { usePageTitle } from '../../components/use_page_title';
import type { GroupState } from '../../url_state/group_accounts_state';
import { useGroupState } from '../../url_state/use_group_state';
import { AssessmentPanel } from './assessment/assessment_panel';
import { DirectoryPanel } from './directory/directory_panel';
import { GroupFilterBar } from './group_filter_bar';
import { GroupTabs } from './group_tabs';
import { keyOfUse } from './key_of_use';
import { UnknownPanel } from './unknown/unknown_panel';
import { useGroupAccounts, type GroupAnswer } from './use_group_accounts';
import { UseFlyout } from './uses/use_flyout';
import { USE_PAGE_SIZES, UsesPanel } from './uses/uses_panel';

function foundWords({ first, uses, error }: GroupAnswer): string | undefined {
  if (error !== undefined || !first) return undefined;
  return i18n.translate('auditUser.groupAccounts.announce', {
    defaultMessage: 'Uses of group accounts found: {total}. Shown: {shown}.',
    values: { total: countWords(first.total), shown: formatCount(uses.length) },
  });
}

interface PanelProps {
  state: GroupState;
  answer: GroupAnswer;
  pageSize: number;
  onPageSize: (size: number) => void;
  onChange: (part: Partial<GroupState>) => void;
}

function Panel({ state, answer, pageSize, onPageSize, onChange }: PanelProps) {
  const { first, error, stale, reasons, askAgain } = answer;
  // The directory is another source: it can be read and kept while the logs cannot.
  if (state.tab === 'directory') return <DirectoryPanel />;
  if (error !== undefined) {
    return <AnswerFailure error={error} words={bothLogsWords()} onRetry={askAgain} />;
  }
  if (!first) return <AnswerLoading words={bothLogsWords()} />;
  return (
    <>
      {stale && <StaleNotice />}
      <div style={stale ? { opacity: 0.5 } : undefined} aria-busy={stale}>
        {state.tab !== 'assessment' && <CompletenessCallout reasons={reasons} />}
        {state.tab === 'uses' && (
          <UsesPanel
            state={state}
            answer={answer}
            first={first}
            pageSize={pageSize}
            onPageSize={onPageSize}
            onNarrow={(timeRange) => onChange({ timeRange })}
            onOpen={(use) => onChange({ use })}
            onClear={() => onChange({ filters: {}, use: undefined })}
          />
        )}
        {state.tab === 'unknown' && (
          <UnknownPanel
            unknown={first.unknownCredentials}
            leftOut={first.unknownLeftOut}
            incomplete={reasons.some(isSerious)}
          />
        )}
        {state.tab === 'assessment' && (
          <AssessmentPanel
            answer={first}
            reasons={reasons}
            filtered={Object.keys(state.filters).length > 0}
          />
        )}
      </div>
    </>
  );
}

/** Which person was behind each use of a group account? */
export function GroupAccountsView() {
  const title = i18n.translate('auditUser.groupAccounts.title', {
    defaultMessage: 'Group accounts',
  });
  usePageTitle(title);
  const { state, dropped, change } = useGroupState();
  const [pageSize, setPageSize] = useRemembered('rows.groupAccounts', USE_PAGE_SIZES);
  const answer = useGroupAccounts(state, pageSize);
  const merge = (part: Partial<GroupState>) => change({ ...state, ...part });
  const open = answer.uses.find((use) => keyOfUse(use) === state.use);
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <ViewHeader
            title={title}
            timeRange={state.timeRange}
            range={answer.first?.range}
            loading={answer.loading}
            onChange={(timeRange) => merge({ timeRange })}
            onRefresh={answer.askAgain}
            actions={<ProveButton parameters={[['control', '5.16']]} />}
          />
          <DroppedNotice dropped={dropped} />
          <GroupFilterBar state={state} answer={answer.first} onChange={change} />
          <EuiSpacer size="m" />
          <Announcement
            searching={answer.loading || answer.loadingMore || answer.stale}
            found={foundWords(answer)}
            reasons={answer.reasons}
          />
          <GroupTabs
            tab={state.tab}
            answer={answer.first}
            onChange={(tab) => merge({ tab, use: undefined })}
          >
            <Panel
              state={state}
              answer={answer}
              pageSize={pageSize}
              onPageSize={setPageSize}
              onChange={merge}
            />
          </GroupTabs>
        </EuiPageContent>
      </EuiPageBody>
      {state.use !== undefined && answer.error === undefined && !answer.loading && (
        <UseFlyout use={open} paging={answer} onClose={() => merge({ use: undefined })} />
      )}
    </EuiPage>
  );
}
