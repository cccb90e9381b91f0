/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiEmptyPrompt, EuiLoadingContent } from '@elastic/eui';
import { i18n } from '@osd/i18n';

export interface SessionNotLoadedProps {
  /** An answer that may hold the session is on its way. */
  loading: boolean;
  /** Further rows may hold it. */
  hasMore: boolean;
  onLoadMore: () => void;
}

/** The address names a session that is not among those that are loaded: that does not mean that there is none. */
export function SessionNotLoaded({ loading, hasMore, onLoadMore }: SessionNotLoadedProps) {
  if (loading) return <EuiLoadingContent lines={10} />;
  return (
    <div role="alert">
      <EuiEmptyPrompt
        iconType="search"
        title={
          <h3>
            {i18n.translate('auditUser.ssh.flyout.notLoadedTitle', {
              defaultMessage: 'This session is not among the rows that are loaded',
            })}
          </h3>
        }
        body={
          <p>
            {i18n.translate('auditUser.ssh.flyout.notLoadedBody', {
              defaultMessage:
                'It may be on a further page, in a run that is not unfolded, outside of the period or of the filters, or its lines are no longer kept.',
            })}
          </p>
        }
        actions={
          hasMore && (
            <EuiButton onClick={onLoadMore}>
              {i18n.translate('auditUser.more.load', { defaultMessage: 'Load more' })}
            </EuiButton>
          )
        }
      />
    </div>
  );
}
