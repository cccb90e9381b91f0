/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSwitch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Facet } from '../../../../common/api/kube_summary';
import type { AuditState } from '../../../url_state/audit_state';
import { formatCount } from '../../../components/count_words';
import { PEOPLE, showsPeopleOnly } from '../../../url_state/to_kube_filters';

export interface SystemSwitchProps {
  state: AuditState;
  /** Events by kind of user; it disregards the choice made here. */
  kinds?: Facet;
  onChange: (next: AuditState) => void;
}

/** Events of the question that are left out because they are system traffic. */
function leftOut(kinds: Facet | undefined): string {
  const people: readonly string[] = PEOPLE;
  const count = (kinds?.values ?? [])
    .filter(({ value }) => !people.includes(value))
    .reduce((sum, value) => sum + value.count, 0);
  if (count === 0) return '';
  return kinds?.approximate ? `≈ ${formatCount(count)}` : formatCount(count);
}

function labelOf(state: AuditState, kinds: Facet | undefined): string {
  if (state.include.users || state.include.userKinds) {
    return i18n.translate('auditUser.system.chosen', {
      defaultMessage: 'System traffic: as chosen by user or kind',
    });
  }
  const count = showsPeopleOnly(state) ? leftOut(kinds) : '';
  return count === ''
    ? i18n.translate('auditUser.system.include', { defaultMessage: 'Include system traffic' })
    : i18n.translate('auditUser.system.includeCount', {
        defaultMessage: 'Include system traffic ({count} requests)',
        values: { count },
      });
}

/** Whether service accounts, nodes and system components are asked about. Whoever names users decides it there. */
export function SystemSwitch({ state, kinds, onChange }: SystemSwitchProps) {
  const isChosen = Boolean(state.include.users || state.include.userKinds);
  return (
    <EuiSwitch
      id="auditUserSystemTraffic"
      compressed
      checked={state.system || isChosen}
      disabled={isChosen}
      onChange={({ target }) => onChange({ ...state, system: target.checked })}
      label={labelOf(state, kinds)}
    />
  );
}
