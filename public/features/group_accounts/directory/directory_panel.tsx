/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { useState } from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DirectoryEntry } from '../../../../common/api/directory';
import { Note } from '../../../components/details/note';
import { AnswerFailure } from '../../../components/states/answer_failure';
import { AnswerLoading } from '../../../components/states/answer_loading';
import { CompletenessCallout } from '../../../components/states/completeness_callout';
import { Conflicts, DirectoryHistory } from './directory_notes';
import { DirectoryTable } from './directory_table';
import { directoryWords } from './directory_words';
import { EndForm } from './end_form';
import { EntryForm } from './entry_form';
import { ExportButton } from './export_button';
import { ImportForm } from './import_form';
import { useDirectory } from './use_directory';

type Open = { what: 'add' } | { what: 'import' } | { what: 'end'; entry: DirectoryEntry };

/** Which key, certificate id, credential, account or address belongs to which person. */
export function DirectoryPanel() {
  const directory = useDirectory();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  if (directory.error) {
    return (
      <AnswerFailure
        error={directory.error}
        words={directoryWords()}
        onRetry={() => void directory.refetch()}
      />
    );
  }
  if (!directory.data) return <AnswerLoading words={directoryWords()} />;
  const { entries, conflicts, history, historyLeftOut, state, completeness } = directory.data;
  return (
    <>
      <CompletenessCallout reasons={completeness.reasons} />
      {state === 'missing' && (
        <>
          <Note>
            {i18n.translate('auditUser.directory.none', {
              defaultMessage:
                'Nothing is filed yet, or you may not see it. The first entry makes the directory; until then nobody is identified by a key.',
            })}
          </Note>
          <EuiSpacer size="m" />
        </>
      )}
      <Conflicts conflicts={conflicts} />
      <EuiFlexGroup gutterSize="s" wrap responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton size="s" iconType="plusInCircle" onClick={() => setOpen({ what: 'add' })}>
            {i18n.translate('auditUser.directory.add', { defaultMessage: 'File an entry' })}
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton size="s" iconType="importAction" onClick={() => setOpen({ what: 'import' })}>
            {i18n.translate('auditUser.directory.importButton', {
              defaultMessage: 'Import keys or CSV',
            })}
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <ExportButton entries={entries} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {open?.what === 'add' && <EntryForm onDone={close} onCancel={close} />}
      {open?.what === 'import' && <ImportForm onDone={close} onCancel={close} />}
      {open?.what === 'end' && (
        <EndForm key={open.entry.id} entry={open.entry} onDone={close} onCancel={close} />
      )}
      {open && <EuiSpacer size="m" />}
      <DirectoryTable entries={entries} onEnd={(entry) => setOpen({ what: 'end', entry })} />
      <EuiSpacer size="m" />
      <DirectoryHistory history={history} historyLeftOut={historyLeftOut} />
    </>
  );
}
