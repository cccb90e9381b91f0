/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import {
  EuiButtonEmpty,
  EuiFieldSearch,
  EuiInMemoryTable,
  EuiSpacer,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DirectoryEntry } from '../../../../common/api/directory';
import { PersonLink } from '../../../components/attribution/person_link';
import { DisplayText, toVisibleText } from '../../../components/display_text';
import { LogTime } from '../../../components/log_time';
import { kindLabel } from './directory_words';
import { Validity } from './validity';

export interface DirectoryTableProps {
  entries: readonly DirectoryEntry[];
  onEnd: (entry: DirectoryEntry) => void;
}

const matches = (entry: DirectoryEntry, search: string): boolean =>
  [entry.person, entry.value, entry.note, kindLabel(entry.kind)].some((text) =>
    text?.toLowerCase().includes(search)
  );

/** What the directory holds now, with what is no longer valid. */
export function DirectoryTable({ entries, onEnd }: DirectoryTableProps) {
  const [search, setSearch] = useState('');
  const found = entries.filter((entry) => matches(entry, search.trim().toLowerCase()));
  const columns: Array<EuiBasicTableColumn<DirectoryEntry>> = [
    {
      name: i18n.translate('auditUser.directory.field.person', { defaultMessage: 'Person' }),
      render: ({ person, shared }: DirectoryEntry) =>
        person !== undefined && !shared ? (
          <PersonLink person={person} />
        ) : (
          i18n.translate('auditUser.directory.sharedEntry', {
            defaultMessage: 'shared or unknown: names nobody',
          })
        ),
    },
    {
      name: i18n.translate('auditUser.directory.field.kind', { defaultMessage: 'What' }),
      render: ({ kind }: DirectoryEntry) => kindLabel(kind),
    },
    {
      name: i18n.translate('auditUser.directory.field.value', { defaultMessage: 'Value' }),
      width: '28%',
      render: ({ value }: DirectoryEntry) => <DisplayText text={value} max={200} />,
    },
    {
      name: i18n.translate('auditUser.directory.valid', { defaultMessage: 'Valid' }),
      width: '20%',
      render: (entry: DirectoryEntry) => <Validity {...entry} />,
    },
    {
      name: i18n.translate('auditUser.directory.recorded', { defaultMessage: 'Recorded' }),
      width: '18%',
      render: ({ recordedBy, recordedAt, note }: DirectoryEntry) => (
        <div>
          <DisplayText text={recordedBy} max={80} />
          <br />
          <LogTime time={recordedAt} precision="exact" />
          {note !== undefined && (
            <>
              <br />
              <DisplayText text={note} max={200} />
            </>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('auditUser.directory.actions', { defaultMessage: 'Change' }),
      render: (entry: DirectoryEntry) =>
        entry.validTo === undefined && (
          <EuiButtonEmpty
            size="s"
            onClick={() => onEnd(entry)}
            aria-label={i18n.translate('auditUser.directory.endOf', {
              defaultMessage: 'End… the validity of {value}',
              values: { value: toVisibleText(entry.value.slice(0, 100)) },
            })}
          >
            {i18n.translate('auditUser.directory.end', { defaultMessage: 'End…' })}
          </EuiButtonEmpty>
        ),
    },
  ];
  return (
    <>
      <EuiFieldSearch
        placeholder={i18n.translate('auditUser.directory.search', {
          defaultMessage: 'Person, value or note',
        })}
        aria-label={i18n.translate('auditUser.directory.searchLabel', {
          defaultMessage: 'Search the directory',
        })}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <EuiSpacer size="s" />
      <EuiInMemoryTable<DirectoryEntry>
        compressed
        tableCaption={i18n.translate('auditUser.directory.caption', {
          defaultMessage: 'Which key, certificate, credential, account or address is whose',
        })}
        items={found}
        itemId="id"
        columns={columns}
        pagination={{ initialPageSize: 50, pageSizeOptions: [50, 200] }}
        data-test-subj="auditUserDirectory"
      />
    </>
  );
}
