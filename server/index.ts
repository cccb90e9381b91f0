/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditUserConfig } from './config';
import { configSchema } from './config';
import type { PluginInitializerContext } from './host_types';
import { AuditUserPlugin } from './plugin';

/** Read by Dashboards at boot. The browser says that looking is recorded, without asking. */
export const config = { schema: configSchema, exposeToBrowser: { accessLog: true } };

/** Called by Dashboards to make the server side of the plugin. */
export function plugin(context: PluginInitializerContext<AuditUserConfig>): AuditUserPlugin {
  return new AuditUserPlugin(context);
}
