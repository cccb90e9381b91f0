/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiButtonEmpty, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { KubeEventsResponse } from '../../../../common/api/kube_events';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import type { AuditState } from '../../../url_state/audit_state';
import { clearFilters } from '../../../url_state/change_filters';
import { formatCount } from '../count_words';
import { toPills } from '../filters/to_pills';
import { showsPeopleOnly } from '../to_request';
import { nothingTitle } from './nothing_title';

export interface NothingFoundProps {
  state: AuditState;
  answer: KubeEventsResponse;
  onChange: (next: AuditState) => void;
}

/** Says what was looked for, where, and among how many records, so that "nothing" can be believed. */
export function NothingFound({ state, answer, onChange }: NothingFoundProps) {
  const format = useDateFormat();
  const from = formatInstant(answer.range.from, format);
  const to = formatInstant(answer.range.to, format);
  const pills = toPills(state);
  const peopleOnly = showsPeopleOnly(state);
  return (
    <div data-test-subj="auditUserNothing">
      <EuiEmptyPrompt
        iconType="search"
        title={<h2>{nothingTitle(answer)}</h2>}
        body={
          <>
            <p>
              {i18n.translate('auditUser.nothing.period', {
                defaultMessage: 'Period: {from} to {to} ({fromUtc} to {toUtc})',
                values: { from: from.local, to: to.local, fromUtc: from.utc, toUtc: to.utc },
              })}
            </p>
            <p>
              {answer.recordsInRange === 0
                ? i18n.translate('auditUser.nothing.noRecords', {
                    defaultMessage:
                      'The log holds no record at all of this period that you may read, whatever the filters: nothing was logged or kept, or it is hidden from you. This is no proof that nothing happened.',
                  })
                : i18n.translate('auditUser.nothing.records', {
                    defaultMessage:
                      '{count} records of this period were looked at, and none is of a request that matches.',
                    values: { count: formatCount(answer.recordsInRange) },
                  })}
            </p>
            {peopleOnly && (
              <p>
                {i18n.translate('auditUser.nothing.people', {
                  defaultMessage:
                    'Only persons, group accounts and failed authentications were looked for.',
                })}
              </p>
            )}
            {pills.length > 0 && (
              <>
                <p>{i18n.translate('auditUser.nothing.filters', { defaultMessage: 'Filters:' })}</p>
                <ul>
                  {pills.map(({ id, text }) => (
                    <li key={id}>{text}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        }
        actions={[
          peopleOnly && (
            <EuiButton key="system" onClick={() => onChange({ ...state, system: true })}>
              {i18n.translate('auditUser.nothing.includeSystem', {
                defaultMessage: 'Include system traffic',
              })}
            </EuiButton>
          ),
          pills.length > 0 && (
            <EuiButtonEmpty key="clear" onClick={() => onChange(clearFilters(state))}>
              {i18n.translate('auditUser.nothing.clear', {
                defaultMessage: 'Remove all filters',
              })}
            </EuiButtonEmpty>
          ),
        ].filter(Boolean)}
      />
    </div>
  );
}
