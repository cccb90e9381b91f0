/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiFlyout, EuiFlyoutBody, EuiFlyoutHeader, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';

export interface SessionFlyoutProps {
  children: ReactNode;
  onClose: () => void;
}

/** A page holds one flyout, so one id will do. */
const TITLE_ID = 'auditUserSshFlyoutTitle';

/** Everything about one session. It takes the focus, gives it back, and closes with Escape. */
export function SessionFlyout({ children, onClose }: SessionFlyoutProps) {
  return (
    <EuiFlyout onClose={onClose} size="m" ownFocus aria-labelledby={TITLE_ID}>
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={TITLE_ID}>
            {i18n.translate('auditUser.ssh.flyout.title', { defaultMessage: 'SSH session' })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>{children}</EuiFlyoutBody>
    </EuiFlyout>
  );
}
