/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiPage, EuiPageBody, EuiPageContent, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useRemembered } from '../../components/use_remembered';
import { usePageTitle } from '../../components/use_page_title';
import type { AuditState } from '../../url_state/audit_state';
import { useAuditState } from '../../url_state/use_audit_state';
import { writeAuditState } from '../../url_state/write_audit_state';
import { AnswerView, EVENT_PAGE_SIZES } from './answer_view';
import { EventFlyout } from './event_flyout/event_flyout';
import { FilterBar } from './filters/filter_bar';
import { FilterPills } from '../../components/kube_filters/filter_pills';
import { kubeAuditWords } from './kube_audit_words';
import { ResultAnnouncement } from './result_announcement';
import { AnswerFailure } from '../../components/states/answer_failure';
import { AnswerLoading } from '../../components/states/answer_loading';
import { DroppedNotice } from '../../components/states/dropped_notice';
import { useChanges } from './use_changes';
import { useKubeEvents } from './use_kube_events';
import { useQuestion } from './use_question';
import { ProveButton } from '../../components/period/prove_button';
import { ViewHeader } from '../../components/period/view_header';

/** The filters of the view, for a package of what it shows; the period goes with every link. */
function toProve(state: AuditState): Array<[string, string]> {
  const search = new URLSearchParams(writeAuditState({ ...state, event: undefined }));
  search.delete('from');
  search.delete('to');
  return [...search, ['source', 'kube']];
}

/** What did these users do in the Kubernetes API? */
export function AuditUserView() {
  const title = i18n.translate('auditUser.view.title', { defaultMessage: 'Audit user' });
  usePageTitle(title);
  const { state, dropped, change } = useAuditState();
  const { question, askAgain } = useQuestion(state);
  const [pageSize, setPageSize] = useRemembered('rows.auditUser', EVENT_PAGE_SIZES);
  const answer = useKubeEvents(question, pageSize);
  const changes = useChanges(state, change);
  const { first, error } = answer;
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <ViewHeader
            title={title}
            timeRange={state.timeRange}
            range={first?.range}
            loading={answer.loading}
            onChange={changes.setTimeRange}
            onRefresh={askAgain}
            actions={<ProveButton parameters={toProve(state)} />}
          />
          <DroppedNotice dropped={dropped} />
          <FilterBar
            timeRange={question.timeRange}
            state={state}
            summary={first?.summary}
            onChange={change}
          />
          <EuiSpacer size="s" />
          <FilterPills state={state} onChange={change} />
          <EuiSpacer size="m" />
          <ResultAnnouncement answer={answer} />
          {error !== undefined && (
            <AnswerFailure error={error} words={kubeAuditWords()} onRetry={askAgain} />
          )}
          {error === undefined && !first && <AnswerLoading words={kubeAuditWords()} />}
          {first && (
            <AnswerView
              state={state}
              answer={answer}
              first={first}
              changes={changes}
              onChange={change}
              pageSize={pageSize}
              onPageSize={setPageSize}
            />
          )}
        </EuiPageContent>
      </EuiPageBody>
      {state.event && (
        <EventFlyout document={state.event} onClose={changes.close} onFilter={changes.filter} />
      )}
    </EuiPage>
  );
}
