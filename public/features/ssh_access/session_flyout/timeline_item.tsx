/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiText } from '@elastic/eui';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';

export interface TimelineItemProps {
  time: ReactNode;
  title: ReactNode;
  children?: ReactNode;
}

/** A line at the side ties the items together; it is of the theme, and says nothing by itself. */
const STYLE = {
  borderLeft: `2px solid ${euiThemeVars.euiBorderColor}`,
  padding: '0 0 16px 12px',
};

/** One thing that happened: when, what, and more about it. */
export function TimelineItem({ time, title, children }: TimelineItemProps) {
  return (
    <li style={STYLE}>
      <EuiText size="xs" color="subdued">
        {time}
      </EuiText>
      <div>
        <strong>{title}</strong>
      </div>
      <EuiText size="s">{children}</EuiText>
    </li>
  );
}
