/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiBasicTable, EuiButton, EuiSpacer, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { UnknownCredential } from '../../../../common/api/group_accounts';
import { formatCount } from '../../../components/count_words';
import { Note } from '../../../components/details/note';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { kindLabel } from '../directory/directory_words';
import { EntryForm } from '../directory/entry_form';

export interface UnknownPanelProps {
  unknown: readonly UnknownCredential[];
  /** How many more there are, less used than those listed. */
  leftOut?: number;
  /** Part of the logs was not read: the list may be longer. */
  incomplete: boolean;
}

const keyOf = ({ kind, value }: UnknownCredential): string => `${kind} ${value}`;

/** Keys, certificates and credentials that logged in and that nobody filed: what is to be done. */
export function UnknownPanel({ unknown, leftOut = 0, incomplete }: UnknownPanelProps) {
  const [filing, setFiling] = useState<UnknownCredential>();
  const columns: Array<EuiBasicTableColumn<UnknownCredential>> = [
    {
      name: i18n.translate('auditUser.directory.field.kind', { defaultMessage: 'What' }),
      width: '12%',
      render: ({ kind, keyType }: UnknownCredential) =>
        [kindLabel(kind), keyType].filter((part) => part !== undefined).join(', '),
    },
    {
      name: i18n.translate('auditUser.directory.field.value', { defaultMessage: 'Value' }),
      width: '26%',
      render: ({ value }: UnknownCredential) => <DisplayText text={value} max={200} />,
    },
    {
      name: i18n.translate('auditUser.groupAccounts.column.uses', { defaultMessage: 'Uses' }),
      width: '8%',
      align: 'right',
      render: ({ uses }: UnknownCredential) => formatCount(uses),
    },
    {
      name: i18n.translate('auditUser.groupAccounts.unknown.when', {
        defaultMessage: 'First and last',
      }),
      width: '18%',
      render: ({ firstUse, lastUse }: UnknownCredential) => (
        <div>
          <LogTime time={firstUse} precision="exact" />
          <br />
          <LogTime time={lastUse} precision="exact" />
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.groupAccounts.unknown.where', { defaultMessage: 'Where' }),
      render: ({ accounts, hosts, clusters, sourceIps, placesLeftOut }: UnknownCredential) => (
        <>
          <DisplayText
            text={[accounts.join(', '), [...hosts, ...clusters].join(', '), sourceIps.join(', ')]
              .filter((part) => part !== '')
              .join('; ')}
            max={300}
          />
          {placesLeftOut !== undefined &&
            i18n.translate('auditUser.groupAccounts.unknown.morePlaces', {
              defaultMessage: ' and {count} more',
              values: { count: formatCount(placesLeftOut) },
            })}
        </>
      ),
    },
    {
      name: i18n.translate('auditUser.directory.actions', { defaultMessage: 'Change' }),
      width: '12%',
      render: (entry: UnknownCredential) => (
        <EuiButton
          size="s"
          onClick={() => setFiling(entry)}
          aria-label={i18n.translate('auditUser.groupAccounts.unknown.fileOf', {
            defaultMessage: 'File it… {value}',
            values: { value: toVisibleText(entry.value.slice(0, 100)) },
          })}
        >
          {i18n.translate('auditUser.groupAccounts.unknown.file', { defaultMessage: 'File it…' })}
        </EuiButton>
      ),
    },
  ];
  if (unknown.length === 0) {
    return (
      <Note>
        {incomplete
          ? i18n.translate('auditUser.groupAccounts.unknown.noneSure', {
              defaultMessage:
                'No unknown key was found in what could be read. What is said above is missing: there may be others.',
            })
          : i18n.translate('auditUser.groupAccounts.unknown.none', {
              defaultMessage:
                'Every key, certificate and credential that logged in during the period is in the directory.',
            })}
      </Note>
    );
  }
  return (
    <>
      {filing && (
        <>
          <EntryForm
            key={keyOf(filing)}
            start={{ kind: filing.kind, value: filing.value }}
            onDone={() => setFiling(undefined)}
            onCancel={() => setFiling(undefined)}
          />
          <EuiSpacer size="m" />
        </>
      )}
      {leftOut > 0 && (
        <>
          <Note>
            {i18n.translate('auditUser.groupAccounts.unknown.leftOut', {
              defaultMessage:
                'The {listed} most used are listed, {count} more are not. File these, or choose a shorter period, to see the others.',
              values: { listed: formatCount(unknown.length), count: formatCount(leftOut) },
            })}
          </Note>
          <EuiSpacer size="s" />
        </>
      )}
      <EuiBasicTable<UnknownCredential>
        compressed
        tableCaption={i18n.translate('auditUser.groupAccounts.unknown.caption', {
          defaultMessage: 'Keys and certificates that logged in and are not in the directory',
        })}
        items={[...unknown]}
        itemId={keyOf}
        columns={columns}
        data-test-subj="auditUserUnknownKeys"
      />
    </>
  );
}
