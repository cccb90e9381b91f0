/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { PluginInitializerContext } from './host_types';
import { AuditUserPlugin } from './plugin';

/** Called by Dashboards to make the browser side of the plugin. */
export function plugin(context?: PluginInitializerContext): AuditUserPlugin {
  return new AuditUserPlugin(context);
}
