/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiButton, EuiEmptyPrompt, EuiLoadingContent, EuiScreenReaderOnly } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { errorCode, errorMessage } from '../../../api/audit_client';

/** Shown while the event is on its way. */
export function EventLoading() {
  return (
    <div role="status">
      <EuiScreenReaderOnly>
        <p>
          {i18n.translate('auditUser.eventFlyout.loading', {
            defaultMessage: 'Loading the event…',
          })}
        </p>
      </EuiScreenReaderOnly>
      <EuiLoadingContent lines={10} />
    </div>
  );
}

interface Failure {
  title: string;
  body: string;
  iconType: string;
  /** Whether asking again can help. */
  retry: boolean;
}

function failureOf(error: unknown): Failure {
  switch (errorCode(error)) {
    case 'forbidden':
      return {
        title: i18n.translate('auditUser.eventFlyout.forbiddenTitle', {
          defaultMessage: 'You are not allowed to see this event',
        }),
        body: errorMessage(error),
        iconType: 'lock',
        retry: false,
      };
    case 'index_missing':
      return {
        title: i18n.translate('auditUser.eventFlyout.missingTitle', {
          defaultMessage: 'This event is no longer in the log',
        }),
        body: i18n.translate('auditUser.eventFlyout.missingBody', {
          defaultMessage:
            'Its record was there when the list was read. Either the retention of the log has removed it since, or it is hidden from you.',
        }),
        iconType: 'clock',
        retry: false,
      };
    default:
      return {
        title: i18n.translate('auditUser.eventFlyout.failedTitle', {
          defaultMessage: 'The event could not be read',
        }),
        body: errorMessage(error),
        iconType: 'alert',
        retry: true,
      };
  }
}

export interface EventFailureProps {
  error: unknown;
  onRetry: () => void;
}

/** Why the event is not shown: not allowed, gone, or failed, told apart. */
export function EventFailure({ error, onRetry }: EventFailureProps) {
  const { title, body, iconType, retry } = failureOf(error);
  return (
    <div role="alert">
      <EuiEmptyPrompt
        iconType={iconType}
        title={<h3>{title}</h3>}
        body={<p>{body}</p>}
        actions={
          retry
            ? [
                <EuiButton key="retry" iconType="refresh" onClick={onRetry}>
                  {i18n.translate('auditUser.eventFlyout.retry', { defaultMessage: 'Try again' })}
                </EuiButton>,
              ]
            : undefined
        }
      />
    </div>
  );
}
