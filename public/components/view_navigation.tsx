/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { type MouseEvent } from 'react';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { useHistory, useLocation } from 'react-router-dom';
import { searchForView, VIEW_PATHS } from '../url_state/view_paths';

const VIEWS = () => [
  {
    pathname: VIEW_PATHS.auditUser,
    label: i18n.translate('auditUser.navigation.auditUser', { defaultMessage: 'Audit user' }),
  },
  {
    pathname: VIEW_PATHS.ssh,
    label: i18n.translate('auditUser.navigation.ssh', { defaultMessage: 'SSH access' }),
  },
  {
    pathname: VIEW_PATHS.groupAccounts,
    label: i18n.translate('auditUser.navigation.groupAccounts', {
      defaultMessage: 'Group accounts',
    }),
  },
];

/** A click that the browser handles by itself: another tab or window, a download. */
function isForBrowser({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}

/** The way from view to view, with the same period. */
export function ViewNavigation() {
  const history = useHistory();
  const { pathname: here, search } = useLocation();
  return (
    <nav
      aria-label={i18n.translate('auditUser.navigation.label', { defaultMessage: 'Views' })}
      style={{ padding: '0 16px', overflowX: 'auto' }}
    >
      {/* They look like tabs but lead to pages: to a screen reader they are links. */}
      <EuiTabs size="s" role={undefined}>
        {VIEWS().map(({ pathname, label }) => {
          const target = { pathname, search: searchForView(search) };
          const current = pathname === here;
          return (
            <EuiTab
              key={pathname}
              href={history.createHref(target)}
              isSelected={current}
              role={undefined}
              aria-selected={undefined}
              aria-current={current ? 'page' : undefined}
              onClick={(event: MouseEvent) => {
                if (isForBrowser(event)) return;
                event.preventDefault();
                history.push(target);
              }}
            >
              {label}
            </EuiTab>
          );
        })}
      </EuiTabs>
      <EuiSpacer size="s" />
    </nav>
  );
}
