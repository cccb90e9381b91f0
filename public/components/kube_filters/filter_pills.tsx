/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { AuditState } from '../../url_state/audit_state';
import { clearFilters } from '../../url_state/change_filters';
import { showsPeopleOnly } from '../../url_state/to_kube_filters';
import { toPills } from './to_pills';

export interface FilterPillsProps {
  state: AuditState;
  onChange: (next: AuditState) => void;
}

/** What is active, each with a way to take it away, and all at once. */
export function FilterPills({ state, onChange }: FilterPillsProps) {
  const pills = toPills(state);
  const peopleOnly = showsPeopleOnly(state);
  return (
    <EuiFlexGroup
      gutterSize="xs"
      alignItems="center"
      wrap
      responsive={false}
      role="group"
      aria-label={i18n.translate('auditUser.pill.group', { defaultMessage: 'Active filters' })}
    >
      {peopleOnly && (
        <EuiFlexItem grow={false}>
          <EuiBadge
            color="default"
            iconType="cross"
            iconSide="right"
            iconOnClick={() => onChange({ ...state, system: true })}
            iconOnClickAriaLabel={i18n.translate('auditUser.pill.showSystem', {
              defaultMessage: 'Include system traffic',
            })}
          >
            {i18n.translate('auditUser.pill.people', {
              defaultMessage: 'Persons, group accounts and failed authentications only',
            })}
          </EuiBadge>
        </EuiFlexItem>
      )}
      {pills.map(({ id, text, excluded, without }) => (
        <EuiFlexItem grow={false} key={id} style={{ maxWidth: '100%' }}>
          <EuiBadge
            color={excluded ? 'warning' : 'hollow'}
            title={text}
            iconType="cross"
            iconSide="right"
            iconOnClick={() => onChange(without)}
            iconOnClickAriaLabel={i18n.translate('auditUser.pill.remove', {
              defaultMessage: 'Remove the filter {text}',
              values: { text },
            })}
          >
            {text}
          </EuiBadge>
        </EuiFlexItem>
      ))}
      {pills.length > 0 && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="xs" onClick={() => onChange(clearFilters(state))}>
            {i18n.translate('auditUser.pill.clear', { defaultMessage: 'Clear all filters' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}
