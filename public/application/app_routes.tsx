/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { Route, Switch } from 'react-router-dom';
import { AuditUserView } from '../features/audit_user/audit_user_view';
import { UnknownRoute } from './unknown_route';

/** Every view by its path below the application. */
export function AppRoutes() {
  return (
    <Switch>
      <Route exact path="/">
        <AuditUserView />
      </Route>
      <Route>
        <UnknownRoute />
      </Route>
    </Switch>
  );
}
