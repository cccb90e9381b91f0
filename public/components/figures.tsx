/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiStat } from '@elastic/eui';

/** One figure of a headline. */
export interface Figure {
  /** The number as written. */
  title: string;
  /** What it counts. */
  text: string;
}

/** An answer in a few figures. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiFlexGroup gutterSize="l" wrap responsive={false}>
        {figures.map(({ title, text }) => (
          <EuiFlexItem grow={false} key={text}>
            <EuiStat title={title} description={text} titleSize="s" reverse />
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </EuiPanel>
  );
}
