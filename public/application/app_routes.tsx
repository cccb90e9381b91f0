/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { lazy, Suspense } from 'react';
import { EuiLoadingContent } from '@elastic/eui';
import { Route, Switch, useLocation } from 'react-router-dom';
import { PurposeBar } from '../components/purpose/purpose_bar';
import { ViewNavigation } from '../components/view_navigation';
import { AuditUserView } from '../features/audit_user/audit_user_view';
import { VIEW_PATHS } from '../url_state/view_paths';
import { ErrorBoundary } from './error_boundary';
import { UnknownRoute } from './unknown_route';

const SshAccessView = lazy(async () => {
  const { SshAccessView: view } = await import('../features/ssh_access/ssh_access_view');
  return { default: view };
});

const GroupAccountsView = lazy(async () => {
  const { GroupAccountsView: view } =
    await import('../features/group_accounts/group_accounts_view');
  return { default: view };
});

const PersonTimelineView = lazy(async () => {
  const { PersonTimelineView: view } =
    await import('../features/person_timeline/person_timeline_view');
  return { default: view };
});

const CoverageView = lazy(async () => {
  const { CoverageView: view } = await import('../features/coverage/coverage_view');
  return { default: view };
});

const EvidenceView = lazy(async () => {
  const { EvidenceView: view } = await import('../features/evidence/evidence_view');
  return { default: view };
});

const ReviewView = lazy(async () => {
  const { ReviewView: view } = await import('../features/review/review_view');
  return { default: view };
});

/** Every view by its path below the application. All but the first arrive when they are opened. */
export function AppRoutes() {
  const { pathname } = useLocation();
  return (
    <>
      <ViewNavigation />
      <PurposeBar />
      {/* A view that failed is no reason for the next to. */}
      <ErrorBoundary key={pathname}>
        <Suspense fallback={<EuiLoadingContent lines={10} />}>
          <Switch>
            <Route exact path={VIEW_PATHS.auditUser}>
              <AuditUserView />
            </Route>
            <Route exact path={VIEW_PATHS.ssh}>
              <SshAccessView />
            </Route>
            <Route exact path={VIEW_PATHS.groupAccounts}>
              <GroupAccountsView />
            </Route>
            <Route exact path={VIEW_PATHS.person}>
              <PersonTimelineView />
            </Route>
            <Route exact path={VIEW_PATHS.review}>
              <ReviewView />
            </Route>
            <Route exact path={VIEW_PATHS.coverage}>
              <CoverageView />
            </Route>
            <Route exact path={VIEW_PATHS.evidence}>
              <EvidenceView />
            </Route>
            <Route>
              <UnknownRoute />
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
