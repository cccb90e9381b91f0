/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSelect } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { formatCount } from '../count_words';

export interface PageSizeProps {
  size: number;
  /** What can be chosen. */
  sizes: readonly number[];
  onChange: (size: number) => void;
}

/** How many rows are loaded at a time. */
export function PageSize({ size, sizes, onChange }: PageSizeProps) {
  const label = i18n.translate('auditUser.pageSize.label', { defaultMessage: 'Rows at a time' });
  return (
    <EuiFlexGroup justifyContent="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiSelect
          compressed
          prepend={label}
          aria-label={label}
          value={size}
          options={sizes.map((value) => ({ value, text: formatCount(value) }))}
          onChange={({ target }) => onChange(Number(target.value))}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
