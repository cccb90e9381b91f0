/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditUserPlugin } from './plugin';

/** Called by Dashboards to make the browser side of the plugin. */
export function plugin(): AuditUserPlugin {
  return new AuditUserPlugin();
}
