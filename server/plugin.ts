/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import pLimit from 'p-limit';
import { take } from 'rxjs/operators';
import { PLUGIN_ID } from '../common/plugin';
import { toAccessControl } from './access_log/access_service';
import type { AuditUserConfig } from './config';
import type { CoreSetup, PluginInitializerContext } from './host_types';
import { toOptions, toReviewSettings } from './options';
import { registerRoutes } from './routes/register_routes';

/** Version of the plugin, stamped by the build from package.json. */
declare const AUDIT_USER_VERSION: string | undefined;

/** Server side of the plugin: reads its configuration and registers routes. */
export class AuditUserPlugin {
  constructor(private readonly context: PluginInitializerContext<AuditUserConfig>) {}

  /** Registers routes and capabilities. */
  async setup(core: CoreSetup): Promise<void> {
    const config = await this.context.config.create().pipe(take(1)).toPromise();
    const { kubeaudit, authlog, limits, accessLog } = config;
    const options = toOptions(config);
    registerRoutes(
      {
        router: core.http.createRouter(),
        logger: this.context.logger.get(),
        limits: { timeoutMs: limits.searchTimeoutMs },
        scans: pLimit(limits.maxConcurrentScans),
        now: () => new Date(),
        access: toAccessControl(accessLog, options),
      },
      options,
      {
        patterns: { kubeaudit: kubeaudit.indexPattern, authlog: authlog.indexPattern },
        versions: {
          plugin: typeof AUDIT_USER_VERSION === 'string' ? AUDIT_USER_VERSION : 'development',
          dashboards: this.context.env.packageInfo.version,
        },
        accessLog,
      },
      {
        maxRecords: limits.maxEvidenceRecords,
        maxConcurrentExports: limits.maxConcurrentExports,
      },
      toReviewSettings(config)
    );
    core.capabilities?.registerProvider(() => ({ [PLUGIN_ID]: { show: true } }));
  }

  /** Nothing runs besides requests. */
  start(): void {
    // Required by the host.
  }

  /** Nothing to stop. */
  stop(): void {
    // Required by the host.
  }
}
