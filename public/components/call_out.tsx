/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ComponentProps } from 'react';
import { EuiCallOut } from '@elastic/eui';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';

/**
 * A call-out whose text is as strong as a title. In some dark themes the host's own is grey on brown, with a
 * contrast of 4.1 to 1 (WCAG 1.4.3 asks for 4.5).
 */
export function CallOut({ children, ...rest }: ComponentProps<typeof EuiCallOut>) {
  return (
    <EuiCallOut {...rest}>
      {children && <div style={{ color: euiThemeVars.euiTitleColor }}>{children}</div>}
    </EuiCallOut>
  );
}
