/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSelect } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DEFAULT_EVENT_LIMIT, MAX_EVENT_LIMIT } from '../../../common/api/kube_events';
import { formatCount } from './count_words';

/** A screenful or two, a day's work, and as many as the server gives at once. */
const SIZES: readonly number[] = [DEFAULT_EVENT_LIMIT, 250, MAX_EVENT_LIMIT];

export interface PageSizeProps {
  size: number;
  onChange: (size: number) => void;
}

/** How many rows are loaded at a time. */
export function PageSize({ size, onChange }: PageSizeProps) {
  const label = i18n.translate('auditUser.pageSize.label', { defaultMessage: 'Rows at a time' });
  return (
    <EuiFlexGroup justifyContent="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiSelect
          compressed
          prepend={label}
          aria-label={label}
          value={size}
          options={SIZES.map((value) => ({ value, text: formatCount(value) }))}
          onChange={({ target }) => onChange(Number(target.value))}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
