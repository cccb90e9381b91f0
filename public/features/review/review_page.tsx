/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type ReactNode } from 'react';
import { EuiPage, EuiPageBody, EuiPageContent } from '@elastic/eui';

/** The frame of every page of reviews. */
export function ReviewPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          {children}
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}
