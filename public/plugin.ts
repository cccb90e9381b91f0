/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { PLUGIN_ID } from '../common/plugin';
import type { AccessLogState } from '../common/api/access_log';
import type { CoreSetup, PluginInitializerContext } from './host_types';

/** Category of the left navigation: those of the host are values of its core, which must not be bundled. */
const CATEGORY = { id: 'opensearch', label: 'OpenSearch Plugins', order: 2000 };

/** After the plugins that come with Dashboards. */
const ORDER = 9010;

/** Groups of the new navigation of 3.x in which the application is found. */
const NAV_GROUPS = [
  { id: 'security-analytics', title: 'Security Analytics', description: '' },
  { id: 'observability', title: 'Observability', description: '' },
  { id: 'all', title: 'Analytics', description: '' },
];

/** Tells what failed and goes on: nothing here is worth a Dashboards that does not start. */
function guard(failure: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    // eslint-disable-next-line no-console -- the only place before there is a page to tell it on
    console.warn(`Audit user ${failure}`, error);
  }
}

function register(core: CoreSetup, accessLog: AccessLogState | undefined): void {
  core.application.register({
    id: PLUGIN_ID,
    title: i18n.translate('auditUser.application.title', { defaultMessage: 'Audit user' }),
    order: ORDER,
    category: CATEGORY,
    euiIconType: 'securityAnalyticsApp',
    mount: async (parameters) => {
      const [{ mountApplication }, [start]] = await Promise.all([
        import('./application/mount'),
        core.getStartServices(),
      ]);
      return mountApplication(start, parameters, accessLog);
    },
  });
}

/** The new navigation lists only what asks for it; its contract is young, and absent before 2.18. */
function addToNavigation({ chrome }: CoreSetup, group: (typeof NAV_GROUPS)[number]): void {
  const { navGroup } = chrome ?? {};
  if (typeof navGroup?.addNavLinksToGroup !== 'function') return;
  navGroup.addNavLinksToGroup(group, [{ id: PLUGIN_ID, order: ORDER }]);
}

/**
 * Browser side of the plugin. Every page of Dashboards loads and sets it up, and an error here would take all of
 * Dashboards down: it registers the application and does nothing else.
 */
export class AuditUserPlugin {
  constructor(private readonly context: PluginInitializerContext = {}) {}

  /** Registers the application; its code arrives when it is opened. */
  setup(core: CoreSetup): void {
    guard('is not registered', () => {
      const exposed = this.context.config?.get?.<{ accessLog?: AccessLogState } | undefined>();
      register(core, exposed?.accessLog);
    });
    for (const group of NAV_GROUPS) {
      guard(`is not in the navigation group ${group.id}`, () => addToNavigation(core, group));
    }
  }

  /** Nothing runs before the application is opened. */
  start(): void {
    // Required by the host.
  }

  /** Nothing to stop. */
  stop(): void {
    // Required by the host.
  }
}
