/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiText } from '@elastic/eui';

/** A sentence that says how to read what stands beside it. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <EuiText size="s" color="subdued">
      <p>{children}</p>
    </EuiText>
  );
}
