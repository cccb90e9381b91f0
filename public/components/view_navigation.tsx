/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiSpacer, EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import { useLocation } from 'react-router-dom';
import { VIEW_PATHS } from '../url_state/view_paths';
import { useViewLinks } from './use_view_links';

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
  {
    pathname: VIEW_PATHS.people,
    label: i18n.translate('auditUser.navigation.people', { defaultMessage: 'People' }),
  },
  {
    pathname: VIEW_PATHS.reviews,
    label: i18n.translate('auditUser.navigation.reviews', { defaultMessage: 'Reviews' }),
  },
  {
    pathname: VIEW_PATHS.coverage,
    label: i18n.translate('auditUser.navigation.coverage', { defaultMessage: 'Coverage' }),
  },
  {
    pathname: VIEW_PATHS.evidence,
    label: i18n.translate('auditUser.navigation.evidence', { defaultMessage: 'Evidence' }),
  },
];

/** A view, or what is below it, such as one person's timeline. */
const isIn = (here: string, pathname: string): boolean =>
  here === pathname || (pathname !== '/' && here.startsWith(`${pathname}/`));

/** The background of a page leaves the chosen view too little contrast (WCAG 1.4.3). */
const STYLE = {
  padding: '0 16px',
  overflowX: 'auto' as const,
  background: String(euiThemeVars.euiColorEmptyShade),
};

/** The way from view to view, with the same period. */
export function ViewNavigation() {
  const linkTo = useViewLinks();
  const { pathname: here } = useLocation();
  return (
    <nav
      aria-label={i18n.translate('auditUser.navigation.label', { defaultMessage: 'Views' })}
      style={STYLE}
    >
      {/* They look like tabs but lead to pages: to a screen reader they are links. */}
      <EuiTabs size="s" role={undefined}>
        {VIEWS().map(({ pathname, label }) => (
          <EuiTab
            key={pathname}
            {...linkTo(pathname)}
            isSelected={isIn(here, pathname)}
            role={undefined}
            aria-selected={undefined}
            aria-current={isIn(here, pathname) ? 'page' : undefined}
          >
            {label}
          </EuiTab>
        ))}
      </EuiTabs>
      <EuiSpacer size="s" />
    </nav>
  );
}
