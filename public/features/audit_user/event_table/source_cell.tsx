/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

/** Where the request came from: the first address is the client's, the others are proxies it went through. */
export function SourceCell({ event, onFilter }: Omit<RowProps, 'onOpen'>) {
  const [first, ...others] = event.sourceIps;
  if (first === undefined) return null;
  return (
    <>
      <FilterValue filter="sourceIps" value={first} onFilter={onFilter} />
      {others.length > 0 && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('auditUser.table.moreAddresses', {
            defaultMessage: 'and {count} more',
            values: { count: others.length },
          })}
        </EuiText>
      )}
    </>
  );
}
