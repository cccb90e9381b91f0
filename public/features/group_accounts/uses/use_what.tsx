/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { GroupAccountUse } from '../../../../common/api/group_accounts';
import { DisplayText } from '../../../components/display_text';

/** What was done: the command or the request, by which account, and whether it was refused. */
export function UseWhat({ use }: { use: GroupAccountUse }) {
  const { command, detail, actingAccount, outcome, host, cluster } = use;
  return (
    <div>
      <DisplayText text={command ?? detail} max={200} />
      <EuiText size="xs" color="subdued">
        <p>
          {outcome === 'denied' && (
            <strong>
              {i18n.translate('auditUser.groupAccounts.denied', { defaultMessage: 'Denied' })}
              {command === undefined ? '. ' : ': '}
            </strong>
          )}
          {outcome === 'denied' && command !== undefined && (
            <>
              <DisplayText text={detail} max={120} />
              {'. '}
            </>
          )}
          {actingAccount !== undefined &&
            i18n.translate('auditUser.groupAccounts.by', {
              defaultMessage: 'by the account {account} ',
              values: { account: actingAccount },
            })}
          <DisplayText text={host === undefined ? cluster : `${host}, ${cluster}`} max={200} />
        </p>
      </EuiText>
    </div>
  );
}
