/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import { PLUGIN_ID } from '../common/plugin';
import type { CoreSetup } from './host_types';

/** Category of the left navigation: those of the host are values of its core, which must not be bundled. */
const CATEGORY = { id: 'opensearch', label: 'OpenSearch Plugins', order: 2000 };

/** Groups of the new navigation of 3.x in which the application is found. */
const NAV_GROUPS = [
  { id: 'security-analytics', title: 'Security Analytics', description: '' },
  { id: 'observability', title: 'Observability', description: '' },
  { id: 'all', title: 'Analytics', description: '' },
];

/**
 * Browser side of the plugin. Every page of Dashboards loads and sets it up, and an error here would take all of
 * Dashboards down: it registers the application and does nothing else.
 */
export class AuditUserPlugin {
  /** Registers the application; its code arrives when it is opened. */
  setup(core: CoreSetup): void {
    core.application.register({
      id: PLUGIN_ID,
      title: i18n.translate('auditUser.application.title', { defaultMessage: 'Audit user' }),
      order: 9010,
      category: CATEGORY,
      euiIconType: 'securityAnalyticsApp',
      mount: async (parameters) => {
        const [{ mountApplication }, [start]] = await Promise.all([
          import('./application/mount'),
          core.getStartServices(),
        ]);
        return mountApplication(start, parameters);
      },
    });
    this.addToNavigation(core);
  }

  /** Nothing runs before the application is opened. */
  start(): void {
    // Required by the host.
  }

  /** Nothing to stop. */
  stop(): void {
    // Required by the host.
  }

  /** The new navigation lists only what asks for it; its contract is young, and a link is no reason to fail. */
  private addToNavigation({ chrome }: CoreSetup): void {
    const add = chrome?.navGroup?.addNavLinksToGroup;
    if (typeof add !== 'function') return;
    for (const group of NAV_GROUPS) {
      try {
        add.call(chrome?.navGroup, group, [{ id: PLUGIN_ID, order: 9010 }]);
      } catch (error) {
        // eslint-disable-next-line no-console -- the only place before there is a page to tell it on
        console.warn(`Audit user is not in the navigation group ${group.id}`, error);
      }
    }
  }
}
