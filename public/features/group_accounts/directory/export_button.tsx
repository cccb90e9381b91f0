/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DirectoryEntry } from '../../../../common/api/directory';
import { toDirectoryCsv } from '../../../../common/directory/to_directory_csv';

/** Saves the directory as a CSV file, with a byte order mark so that spreadsheets read it as UTF-8. */
export function ExportButton({ entries }: { entries: readonly DirectoryEntry[] }) {
  const save = () => {
    const blob = new Blob(['\ufeff', toDirectoryCsv(entries)], { type: 'text/csv;charset=utf-8' });
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = `audit-user-directory-${new Date().toISOString().slice(0, 10)}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <EuiButton size="s" iconType="exportAction" isDisabled={entries.length === 0} onClick={save}>
      {i18n.translate('auditUser.directory.export', { defaultMessage: 'Export as CSV' })}
    </EuiButton>
  );
}
