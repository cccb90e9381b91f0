/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBasicTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { GroupAccountFigures } from '../../../../common/api/group_accounts';
import { markLabel } from '../../../components/attribution/mark_words';
import { PersonLink } from '../../../components/attribution/person_link';
import { formatCount } from '../../../components/count_words';
import { DisplayText } from '../../../components/display_text';
import { originLabel } from '../group_words';

/** Persons named in a row; the rest is counted. */
const MAX_NAMED = 8;

function Persons({ byPerson, personsLeftOut = 0 }: GroupAccountFigures) {
  const more = Math.max(0, byPerson.length - MAX_NAMED) + personsLeftOut;
  return (
    <ul style={{ listStyle: 'none', margin: 0 }}>
      {byPerson.slice(0, MAX_NAMED).map(({ person, uses }) => (
        <li key={person}>
          <PersonLink person={person} /> {`(${formatCount(uses)})`}
        </li>
      ))}
      {more > 0 && (
        <li>
          {i18n.translate('auditUser.groupAccounts.morePersons', {
            defaultMessage: 'and {count, plural, one {# other person} other {# other persons}}',
            values: { count: more },
          })}
        </li>
      )}
    </ul>
  );
}

function Marks({ marks }: GroupAccountFigures) {
  return (
    <EuiText size="xs">
      <ul style={{ listStyle: 'none', margin: 0 }}>
        {marks.map(({ mark, uses }) => (
          <li key={mark}>{`${markLabel(mark)} (${formatCount(uses)})`}</li>
        ))}
      </ul>
    </EuiText>
  );
}

/** Figures of each group account, and by whom it was used. */
export function AccountTable({ accounts }: { accounts: readonly GroupAccountFigures[] }) {
  const count = (
    name: string,
    of: 'uses' | 'identified' | 'ambiguous' | 'unidentified' | 'denied'
  ): EuiBasicTableColumn<GroupAccountFigures> => ({
    name,
    align: 'right',
    width: '9%',
    render: (figures: GroupAccountFigures) => formatCount(figures[of]),
  });
  const columns: Array<EuiBasicTableColumn<GroupAccountFigures>> = [
    {
      name: i18n.translate('auditUser.groupAccounts.column.account', {
        defaultMessage: 'Group account',
      }),
      render: ({ account }: GroupAccountFigures) => (
        <strong>
          <DisplayText text={account} max={120} />
        </strong>
      ),
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.origin', { defaultMessage: 'Log' }),
      render: ({ origin }: GroupAccountFigures) => originLabel(origin),
    },
    count(
      i18n.translate('auditUser.groupAccounts.column.uses', { defaultMessage: 'Uses' }),
      'uses'
    ),
    count(
      i18n.translate('auditUser.groupAccounts.column.identified', {
        defaultMessage: 'One person',
      }),
      'identified'
    ),
    count(
      i18n.translate('auditUser.groupAccounts.column.ambiguous', { defaultMessage: 'Ambiguous' }),
      'ambiguous'
    ),
    count(
      i18n.translate('auditUser.groupAccounts.column.unidentified', {
        defaultMessage: 'Not identified',
      }),
      'unidentified'
    ),
    count(
      i18n.translate('auditUser.groupAccounts.column.denied', { defaultMessage: 'Denied' }),
      'denied'
    ),
    {
      name: i18n.translate('auditUser.groupAccounts.column.persons', {
        defaultMessage: 'Identified persons',
      }),
      width: '22%',
      render: (figures: GroupAccountFigures) => <Persons {...figures} />,
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.marks', {
        defaultMessage: 'To look at',
      }),
      width: '16%',
      render: (figures: GroupAccountFigures) => <Marks {...figures} />,
    },
  ];
  return (
    <EuiBasicTable<GroupAccountFigures>
      compressed
      tableCaption={i18n.translate('auditUser.groupAccounts.accountsCaption', {
        defaultMessage: 'Uses of each group account in the period',
      })}
      items={[...accounts]}
      itemId={({ account, origin }) => `${origin} ${account}`}
      columns={columns}
      data-test-subj="auditUserGroupAccounts"
    />
  );
}
