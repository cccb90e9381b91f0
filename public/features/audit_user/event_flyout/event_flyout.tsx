/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFlyout, EuiFlyoutBody, EuiFlyoutHeader, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { EventContent, type EventContentProps } from './event_content';

export interface EventFlyoutProps extends EventContentProps {
  onClose: () => void;
}

/** A page holds one flyout, so one id will do. */
const TITLE_ID = 'auditUserEventFlyoutTitle';

/** Everything about one event. It takes the focus, gives it back, and closes with Escape. */
export function EventFlyout({ document, onClose, onFilter }: EventFlyoutProps) {
  return (
    <EuiFlyout onClose={onClose} size="m" ownFocus aria-labelledby={TITLE_ID}>
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={TITLE_ID}>
            {i18n.translate('auditUser.eventFlyout.title', {
              defaultMessage: 'Kubernetes audit event',
            })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {/* Another document starts over: no secret that was shown for one is shown for the next. */}
        <EventContent
          key={`${document.index}/${document.id}`}
          document={document}
          onFilter={onFilter}
        />
      </EuiFlyoutBody>
    </EuiFlyout>
  );
}
