/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiButtonEmpty, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../../common/api/completeness';
import type { KubeEventsResponse } from '../../../../common/api/kube_events';
import { formatInstant } from '../../../components/format_instant';
import { useDateFormat } from '../../../components/use_date_format';
import type { AuditState } from '../../../url_state/audit_state';
import { clearFilters } from '../../../url_state/change_filters';
import { toPills } from '../filters/to_pills';
import { isSerious } from '../reason_words';
import { showsPeopleOnly } from '../to_request';
import { nothingTitle, recordsWords } from './nothing_words';

export interface NothingFoundProps {
  state: AuditState;
  answer: KubeEventsResponse;
  /** Of all pages that were read. */
  reasons: readonly CompletenessReason[];
  onChange: (next: AuditState) => void;
}

/** Says what was looked for, where, and among how many records, so that "nothing" can be believed. */
export function NothingFound({ state, answer, reasons, onChange }: NothingFoundProps) {
  const format = useDateFormat();
  const from = formatInstant(answer.range.from, format);
  const to = formatInstant(answer.range.to, format);
  const basis = {
    recordsInRange: answer.recordsInRange,
    incomplete: reasons.some(isSerious),
  };
  const pills = toPills(state);
  const peopleOnly = showsPeopleOnly(state);
  return (
    <div data-test-subj="auditUserNothing">
      <EuiEmptyPrompt
        iconType="search"
        title={<h2>{nothingTitle(basis)}</h2>}
        body={
          <>
            <p>
              {i18n.translate('auditUser.nothing.period', {
                defaultMessage: 'Period: {from} to {to} ({fromUtc} to {toUtc})',
                values: { from: from.local, to: to.local, fromUtc: from.utc, toUtc: to.utc },
              })}
            </p>
            <p>{recordsWords(basis)}</p>
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
                {/* The prompt is centred: marks would not stand below each other. */}
                <ul style={{ listStyle: 'none', margin: 0 }}>
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
