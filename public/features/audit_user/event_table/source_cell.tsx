/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

/**
 * Where the request came from. The last address is the one that the API server saw; those before it come from
 * a header that any client can write, so they never stand alone or first.
 */
export function SourceCell({ event, onFilter }: Omit<RowProps, 'onOpen'>) {
  const seen = event.sourceIps[event.sourceIps.length - 1];
  const [claimed, ...others] = event.sourceIps.slice(0, -1);
  if (seen === undefined) return null;
  return (
    <div>
      <FilterValue filter="sourceIps" value={seen} onFilter={onFilter} />
      {claimed !== undefined && (
        <EuiText size="xs" color="subdued">
          {i18n.translate('auditUser.table.claimedAddress', { defaultMessage: 'claimed:' })}{' '}
          <FilterValue filter="sourceIps" value={claimed} onFilter={onFilter} />{' '}
          {others.length > 0 &&
            i18n.translate('auditUser.table.moreAddresses', {
              defaultMessage: 'and {count} more',
              values: { count: others.length },
            })}
        </EuiText>
      )}
    </div>
  );
}
