/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiButtonIcon, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import type { FilterChange, FilterKey } from '../../../url_state/filter_change';

export interface FilterableValueProps {
  /** The value as the filter wants it. */
  value: string;
  filter: FilterKey;
  onFilter: (change: FilterChange) => void;
  /** How the value is shown; the value itself when absent. */
  children?: ReactNode;
}

/** Whom a user acted as can be asked for but not left out (contract of the filters). */
const canExclude = (filter: FilterKey) => filter !== 'impersonatedUsers';

/** A value of the log with buttons that filter for it or leave it out. */
export function FilterableValue({ value, filter, onFilter, children }: FilterableValueProps) {
  const values = { value: toVisibleText(value) };
  const buttons = [
    {
      kind: 'include' as const,
      iconType: 'plusInCircle',
      label: i18n.translate('auditUser.eventFlyout.filterFor', {
        defaultMessage: 'Filter for {value}',
        values,
      }),
    },
    {
      kind: 'exclude' as const,
      iconType: 'minusInCircle',
      label: i18n.translate('auditUser.eventFlyout.exclude', {
        defaultMessage: 'Exclude {value}',
        values,
      }),
    },
  ].filter(({ kind }) => kind === 'include' || canExclude(filter));
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>{children ?? <DisplayText text={value} />}</EuiFlexItem>
      {buttons.map(({ kind, iconType, label }) => (
        <EuiFlexItem grow={false} key={kind}>
          <EuiButtonIcon
            iconType={iconType}
            size="s"
            aria-label={label}
            onClick={() => onFilter({ kind, key: filter, value })}
          />
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );
}
