/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { CompletenessReason } from '../../../../common/api/completeness';
import type { KubeEventsResponse } from '../../../../common/api/kube_events';
import { NothingPrompt } from '../../../components/states/nothing_prompt';
import { isSerious } from '../../../components/states/reason_words';
import type { AuditState } from '../../../url_state/audit_state';
import { clearFilters } from '../../../url_state/change_filters';
import { toPills } from '../../../components/kube_filters/to_pills';
import { showsPeopleOnly } from '../../../url_state/to_kube_filters';
import { nothingTitle, recordsWords } from './nothing_words';

export interface NothingFoundProps {
  state: AuditState;
  answer: KubeEventsResponse;
  /** Of all pages that were read. */
  reasons: readonly CompletenessReason[];
  onChange: (next: AuditState) => void;
}

/** No request matches: says among how many records that is so, and offers to look further. */
export function NothingFound({ state, answer, reasons, onChange }: NothingFoundProps) {
  const basis = {
    recordsInRange: answer.recordsInRange,
    incomplete: reasons.some(isSerious),
  };
  const pills = toPills(state);
  const peopleOnly = showsPeopleOnly(state);
  const onlyPeople = i18n.translate('auditUser.nothing.people', {
    defaultMessage: 'Only persons, group accounts and failed authentications were looked for.',
  });
  return (
    <NothingPrompt
      title={nothingTitle(basis)}
      range={answer.range}
      notes={[recordsWords(basis), ...(peopleOnly ? [onlyPeople] : [])]}
      filters={pills.map(({ text }) => text)}
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
            {i18n.translate('auditUser.nothing.clear', { defaultMessage: 'Remove all filters' })}
          </EuiButtonEmpty>
        ),
      ]}
    />
  );
}
