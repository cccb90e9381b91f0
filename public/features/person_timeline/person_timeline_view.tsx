/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { useParams } from 'react-router-dom';
import { EuiPage, EuiPageBody, EuiPageContent, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { PersonTimelineResponse } from '../../../common/api/person_timeline';
import { Note } from '../../components/details/note';
import { toVisibleText } from '../../components/display_text';
import { ProveButton } from '../../components/period/prove_button';
import { ViewHeader } from '../../components/period/view_header';
import { Announcement } from '../../components/states/announcement';
import { AnswerFailure } from '../../components/states/answer_failure';
import { AnswerLoading } from '../../components/states/answer_loading';
import { DroppedNotice } from '../../components/states/dropped_notice';
import { useRemembered } from '../../components/use_remembered';
import { usePageTitle } from '../../components/use_page_title';
import { personOfPath } from '../../url_state/view_paths';
import type { PersonState } from '../../url_state/person_state';
import { usePersonState } from '../../url_state/use_person_state';
import { bothLogsWords } from '../../components/states/both_logs_words';
import { PersonChooser } from './person_chooser';
import { ENTRY_PAGE_SIZES, TimelineAnswerView } from './timeline_answer';
import { TimelineFilters } from './timeline_filters';
import { usePersonTimeline } from './use_person_timeline';

/** Everything one person did, SSH, sudo and Kubernetes, on one time axis; without a person, the way to one. */
export function PersonTimelineView() {
  const { person: parameter } = useParams<{ person?: string }>();
  if (parameter === undefined) return <NoPerson />;
  const person = personOfPath(parameter);
  return <Timeline key={person} person={person} />;
}

function NoPerson() {
  const title = i18n.translate('auditUser.person.none', { defaultMessage: 'Timeline of a person' });
  usePageTitle(title);
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <EuiTitle size="m">
            <h1>{title}</h1>
          </EuiTitle>
          <EuiSpacer size="m" />
          <PersonChooser person="" />
          <EuiSpacer size="m" />
          <Note>
            {i18n.translate('auditUser.person.noneHint', {
              defaultMessage:
                'Type the person as the directory or the log names them, such as alice@example.com. Every name of a person in the other views leads here too.',
            })}
          </Note>
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}

/** SSH as a whole, and the requests of the names under which the person was looked for. */
function toProve(
  person: string,
  identities: PersonTimelineResponse['identities'] = []
): Array<[string, string]> {
  const users = identities.filter(({ kind }) => kind === 'kubernetes_user');
  const names = new Set([person, ...users.map(({ value }) => value)]);
  return [
    ['source', 'kube'],
    ['source', 'ssh'],
    ...[...names].map((name): [string, string] => ['users', name]),
  ];
}

function Timeline({ person }: { person: string }) {
  const title = i18n.translate('auditUser.person.title', {
    defaultMessage: 'Timeline of {person}',
    values: { person: toVisibleText(person) },
  });
  usePageTitle(title);
  const { state, dropped, change } = usePersonState();
  const [pageSize, setPageSize] = useRemembered('rows.person', ENTRY_PAGE_SIZES);
  const answer = usePersonTimeline(person, state, pageSize);
  const { first, error } = answer;
  const merge = (part: Partial<PersonState>) => change({ ...state, ...part });
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <ViewHeader
            title={title}
            timeRange={state.timeRange}
            range={first?.range}
            loading={answer.loading}
            onChange={(timeRange) => merge({ timeRange })}
            onRefresh={answer.askAgain}
            actions={<ProveButton parameters={toProve(person, first?.identities)} />}
          />
          <DroppedNotice dropped={dropped} />
          <PersonChooser person={person} />
          <EuiSpacer size="s" />
          <TimelineFilters state={state} onChange={merge} />
          <EuiSpacer size="m" />
          <Announcement
            searching={answer.loading || answer.loadingMore || answer.stale}
            found={
              first &&
              i18n.translate('auditUser.person.announce', {
                defaultMessage: 'Entries shown: {count}.',
                values: { count: answer.entries.length },
              })
            }
            reasons={answer.reasons}
          />
          {error !== undefined && (
            <AnswerFailure error={error} words={bothLogsWords()} onRetry={answer.askAgain} />
          )}
          {error === undefined && !first && <AnswerLoading words={bothLogsWords()} />}
          {error === undefined && first && (
            <TimelineAnswerView
              state={state}
              answer={answer}
              first={first}
              pageSize={pageSize}
              onPageSize={setPageSize}
              onChange={merge}
            />
          )}
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}
