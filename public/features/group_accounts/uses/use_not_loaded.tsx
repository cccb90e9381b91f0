/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Note } from '../../../components/details/note';
import type { Paging } from '../../../components/paging/load_more';

/** The address names a use that is not among the rows: more may hold it, and when there are none, that is said. */
export function UseNotLoaded({ paging }: { paging: Paging }) {
  const { hasMore, loadingMore, loadMore } = paging;
  if (!hasMore) {
    return (
      <Note>
        {i18n.translate('auditUser.groupAccounts.notFound', {
          defaultMessage:
            'This use is not among the rows, and all of them are loaded: it is outside of the period or of the filters, or its lines are no longer kept or not shown to you.',
        })}
      </Note>
    );
  }
  return (
    <>
      <Note>
        {i18n.translate('auditUser.groupAccounts.notLoaded', {
          defaultMessage:
            'This use is not among the rows that are loaded: load more, or choose a shorter period.',
        })}
      </Note>
      <EuiSpacer size="s" />
      <EuiButton size="s" onClick={loadMore} isLoading={loadingMore}>
        {i18n.translate('auditUser.more.load', { defaultMessage: 'Load more' })}
      </EuiButton>
    </>
  );
}
