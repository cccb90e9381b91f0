/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiLink,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DocumentRef } from '../../../../common/api/kube_events';
import type { GroupAccountUse } from '../../../../common/api/group_accounts';
import { AttributionBadge } from '../../../components/attribution/attribution_badge';
import { AttributionReasons } from '../../../components/attribution/attribution_reasons';
import { MarkBadges } from '../../../components/attribution/mark_badges';
import { PersonLink } from '../../../components/attribution/person_link';
import { AuthlogLines } from '../../../components/authlog_lines/authlog_lines';
import { Section, type Field } from '../../../components/details/section';
import { DisplayText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import type { Paging } from '../../../components/paging/load_more';
import { useViewLinks } from '../../../components/use_view_links';
import { VIEW_PATHS } from '../../../url_state/view_paths';
import { originLabel } from '../group_words';
import { UseNotLoaded } from './use_not_loaded';

/** A page holds one flyout, so one id will do. */
const TITLE_ID = 'auditUserUseFlyoutTitle';

function fieldsOf(use: GroupAccountUse): Field[] {
  const field = (title: string, text: string | undefined): Field[] =>
    text === undefined || text === ''
      ? []
      : [{ title, description: <DisplayText text={text} max={4000} /> }];
  return [
    {
      title: i18n.translate('auditUser.groupAccounts.column.time', { defaultMessage: 'Time' }),
      description: <LogTime time={use.time} precision={use.timePrecision} />,
    },
    ...field(
      i18n.translate('auditUser.groupAccounts.column.origin', { defaultMessage: 'Log' }),
      originLabel(use.origin)
    ),
    ...field(
      i18n.translate('auditUser.groupAccounts.field.where', { defaultMessage: 'Where' }),
      use.host === undefined ? use.cluster : `${use.host}, ${use.cluster}`
    ),
    ...field(
      i18n.translate('auditUser.groupAccounts.field.acting', { defaultMessage: 'Acting account' }),
      use.actingAccount
    ),
    ...field(
      i18n.translate('auditUser.groupAccounts.field.command', { defaultMessage: 'Command' }),
      use.command
    ),
    ...field(
      i18n.translate('auditUser.groupAccounts.field.detail', { defaultMessage: 'Detail' }),
      use.detail
    ),
    ...field(
      i18n.translate('auditUser.groupAccounts.field.terminal', { defaultMessage: 'Terminal' }),
      use.tty
    ),
    ...field(
      i18n.translate('auditUser.groupAccounts.column.source', { defaultMessage: 'From where' }),
      use.sourceIp
    ),
    ...field(
      i18n.translate('auditUser.groupAccounts.field.credential', { defaultMessage: 'Credential' }),
      use.credentialId
    ),
  ];
}

function Candidates({ use }: { use: GroupAccountUse }) {
  const linkTo = useViewLinks();
  const { candidates, status } = use.attribution;
  if (candidates.length === 0) return null;
  const title =
    status === 'unidentified'
      ? i18n.translate('auditUser.groupAccounts.hints', {
          defaultMessage: 'What points to somebody, without proving it',
        })
      : i18n.translate('auditUser.groupAccounts.candidates', {
          defaultMessage: 'Who was possible',
        });
  return (
    <Section title={title}>
      <ul>
        {candidates.map(({ person, sessionId, fingerprint }, i) => (
          <li key={i}>
            {person === undefined ? (
              i18n.translate('auditUser.attribution.unknownPerson', {
                defaultMessage: 'somebody not known',
              })
            ) : (
              <PersonLink person={person} />
            )}
            {fingerprint !== undefined && (
              <>
                {', '}
                <DisplayText text={fingerprint} max={120} />
              </>
            )}
            {sessionId !== undefined && (
              <>
                {', '}
                <EuiLink {...linkTo(VIEW_PATHS.ssh, [['session', sessionId]])}>
                  {i18n.translate('auditUser.groupAccounts.toSession', {
                    defaultMessage: 'its SSH session',
                  })}
                </EuiLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Lines of one list; more would make a page of the flyout. */
const MAX_PROVING = 60;

/** The lines of the use and those that prove who was there, each once, and how many there are. */
function provingLines(use: GroupAccountUse): { lines: DocumentRef[]; total: number } {
  const { lines, origin, attribution, linesLeftOut = 0 } = use;
  const own = origin === 'kubernetes' ? [] : lines;
  const all = [...own, ...attribution.candidates.flatMap((candidate) => candidate.lines ?? [])];
  const byPlace = new Map(all.map((line) => [`${line.index}/${line.id}`, line]));
  return {
    lines: [...byPlace.values()].slice(0, MAX_PROVING),
    total: byPlace.size + linesLeftOut,
  };
}

function Lines({ use }: { use: GroupAccountUse }) {
  const linkTo = useViewLinks();
  const [document] = use.lines;
  const proving = provingLines(use);
  const lines = proving.lines.length > 0 && (
    <Section
      title={i18n.translate('auditUser.groupAccounts.lines', {
        defaultMessage: 'The lines that it rests on, as stored',
      })}
    >
      <AuthlogLines documents={proving.lines} total={proving.total} />
    </Section>
  );
  if (use.origin !== 'kubernetes' || !document) return lines || null;
  return (
    <>
      {lines}
      <EuiLink
        {...linkTo(VIEW_PATHS.auditUser, [
          ['users', use.account],
          ['event', `${document.index}/${document.id}`],
        ])}
      >
        {i18n.translate('auditUser.groupAccounts.toEvent', {
          defaultMessage: 'The request in full, in Audit user',
        })}
      </EuiLink>
    </>
  );
}

export interface UseFlyoutProps {
  /** Absent while it is not among the rows that are loaded. */
  use?: GroupAccountUse;
  /** Of the rows among which it may be. */
  paging: Paging;
  onClose: () => void;
}

/** Everything about one use: who, why that is concluded, and the lines that prove it. */
export function UseFlyout({ use, paging, onClose }: UseFlyoutProps) {
  return (
    <EuiFlyout onClose={onClose} size="m" ownFocus aria-labelledby={TITLE_ID}>
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={TITLE_ID}>
            {i18n.translate('auditUser.groupAccounts.flyoutTitle', {
              defaultMessage: 'Use of a group account',
            })}
            {use && (
              <>
                {': '}
                <DisplayText text={use.account} max={120} />
              </>
            )}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {use ? (
          <>
            <Section
              title={i18n.translate('auditUser.groupAccounts.who', {
                defaultMessage: 'Who it was',
              })}
            >
              <AttributionBadge attribution={use.attribution} />
              <EuiSpacer size="s" />
              <AttributionReasons reasons={use.attribution.reasons} />
              <MarkBadges marks={use.marks} />
            </Section>
            <Candidates use={use} />
            <Section
              title={i18n.translate('auditUser.groupAccounts.what', {
                defaultMessage: 'What was done',
              })}
              fields={fieldsOf(use)}
            />
            <Lines key={startsOver(use)} use={use} />
          </>
        ) : (
          <UseNotLoaded paging={paging} />
        )}
      </EuiFlyoutBody>
    </EuiFlyout>
  );
}

/** Another use starts over: no secret that was shown for one is shown for the next. */
const startsOver = ({ time, account, lines }: GroupAccountUse): string =>
  `${time} ${account} ${lines[0]?.id ?? ''}`;
