/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiPage, EuiPageBody, EuiPageContent, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { usePageTitle } from '../../components/use_page_title';

/** Everything that one person did, on one axis of time. */
export function PersonTimelineView() {
  const title = i18n.translate('auditUser.personTimeline.title', {
    defaultMessage: 'Person timeline',
  });
  usePageTitle(title);
  return (
    <EuiPage paddingSize="s">
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="m" role="region" aria-label={title}>
          <EuiTitle size="m">
            <h1>{title}</h1>
          </EuiTitle>
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}
