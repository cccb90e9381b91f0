/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import {
  EuiBasicTable,
  EuiLink,
  EuiScreenReaderOnly,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { GroupAccountUse } from '../../../../common/api/group_accounts';
import { AttributionBadge } from '../../../components/attribution/attribution_badge';
import { MarkBadges } from '../../../components/attribution/mark_badges';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { originLabel } from '../group_words';
import { keyOfUse } from '../key_of_use';
import { UseWhat } from './use_what';

export interface UsesTableProps {
  uses: readonly GroupAccountUse[];
  onOpen: (key: string) => void;
}

/** Uses, newest first. */
export function UsesTable({ uses, onOpen }: UsesTableProps) {
  const columns: Array<EuiBasicTableColumn<GroupAccountUse>> = [
    {
      name: i18n.translate('auditUser.groupAccounts.column.time', { defaultMessage: 'Time' }),
      width: '14%',
      render: (use: GroupAccountUse) => (
        <EuiLink onClick={() => onOpen(keyOfUse(use))}>
          <LogTime time={use.time} precision={use.timePrecision} />
          <EuiScreenReaderOnly>
            <span>
              {i18n.translate('auditUser.groupAccounts.open', {
                defaultMessage: ', show the use of {account}',
                values: { account: toVisibleText(use.account) },
              })}
            </span>
          </EuiScreenReaderOnly>
        </EuiLink>
      ),
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.account', {
        defaultMessage: 'Group account',
      }),
      width: '12%',
      render: ({ account, origin }: GroupAccountUse) => (
        <div>
          <DisplayText text={account} max={80} />
          <br />
          {originLabel(origin)}
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.what', { defaultMessage: 'What' }),
      width: '30%',
      render: (use: GroupAccountUse) => <UseWhat use={use} />,
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.source', {
        defaultMessage: 'From where',
      }),
      width: '11%',
      render: ({ sourceIp }: GroupAccountUse) => <DisplayText text={sourceIp ?? '–'} max={80} />,
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.person', { defaultMessage: 'Person' }),
      width: '19%',
      render: ({ attribution }: GroupAccountUse) => <AttributionBadge attribution={attribution} />,
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.marks', {
        defaultMessage: 'To look at',
      }),
      width: '14%',
      render: ({ marks }: GroupAccountUse) => <MarkBadges marks={marks} />,
    },
  ];
  return (
    <EuiBasicTable<GroupAccountUse>
      compressed
      tableCaption={i18n.translate('auditUser.groupAccounts.usesCaption', {
        defaultMessage: 'Uses of group accounts, newest first',
      })}
      items={[...uses]}
      itemId={keyOfUse}
      columns={columns}
      data-test-subj="auditUserGroupUses"
    />
  );
}
