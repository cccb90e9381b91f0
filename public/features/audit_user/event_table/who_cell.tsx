/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { userKindLabel } from '../../../components/kube_filters/labels';
import { FilterValue } from './filter_value';
import type { RowProps } from './row_props';

/** Who it was, and as whom. */
export function WhoCell({ event, onFilter }: Omit<RowProps, 'onOpen'>) {
  const { user, userKind, impersonatedUser } = event;
  return (
    <>
      {user === '' ? (
        <FilterValue filter="userKinds" value={userKind} onFilter={onFilter} />
      ) : (
        <FilterValue filter="users" value={user} onFilter={onFilter} />
      )}
      {user !== '' && userKind !== 'person' && (
        <EuiText size="xs" color="subdued">
          {userKindLabel(userKind)}
        </EuiText>
      )}
      {impersonatedUser !== undefined && (
        <EuiText size="xs">
          {i18n.translate('auditUser.table.actingAs', { defaultMessage: 'acting as' })}{' '}
          <FilterValue filter="impersonatedUsers" value={impersonatedUser} onFilter={onFilter} />
        </EuiText>
      )}
    </>
  );
}
