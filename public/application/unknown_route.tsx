/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiEmptyPrompt, EuiPage, EuiPageBody, EuiPageContent, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { Link, useLocation } from 'react-router-dom';
import { DisplayText } from '../components/display_text';
import { usePageTitle } from '../components/use_page_title';

/** Shown for an address that leads to no view. */
export function UnknownRoute() {
  const { pathname } = useLocation();
  const title = i18n.translate('auditUser.unknownRoute.title', {
    defaultMessage: 'There is no such page',
  });
  usePageTitle(title);
  return (
    <EuiPage>
      <EuiPageBody component="div">
        <EuiPageContent paddingSize="l" role="region" aria-label={title}>
          <EuiEmptyPrompt
            iconType="questionInCircle"
            title={<h1>{title}</h1>}
            body={
              <EuiText>
                <p>
                  <DisplayText text={pathname} max={200} />
                </p>
              </EuiText>
            }
            actions={[
              <Link key="home" to="/">
                {i18n.translate('auditUser.unknownRoute.home', {
                  defaultMessage: 'Go to Audit user',
                })}
              </Link>,
            ]}
          />
        </EuiPageContent>
      </EuiPageBody>
    </EuiPage>
  );
}
