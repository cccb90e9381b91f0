/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { I18nProvider } from '@osd/i18n/react';
import { createApplication } from './application';
import { createChrome } from './chrome';
import { createHttp } from './http';
import { readMetadata } from './metadata';
import { createToasts } from './toasts';
import { createUiSettings } from './ui_settings';

/** The browser side of a plugin, as Dashboards finds it. */
interface BrowserPlugin {
  setup(core: unknown, plugins: unknown): unknown;
  start(core: unknown, plugins: unknown): unknown;
}

declare const __osdBundles__: {
  define(id: string, getter: () => unknown, unused: number): void;
  has(id: string): boolean;
  get(id: string): { plugin?: (context: unknown) => BrowserPlugin };
};

/** Makes core, sets up and starts every plugin, and shows the application of the address. */
async function bootstrap(): Promise<void> {
  const metadata = readMetadata();
  const { basePath, version, uiSettings, plugins, capabilities } = metadata;
  const root = document.getElementById('opensearch-dashboards-body')!;
  const chrome = createChrome(root, metadata);
  const application = createApplication(basePath, chrome.main, capabilities);
  const http = createHttp(basePath, version);
  const core = {
    application: application.contract,
    chrome: chrome.contract,
    http,
    uiSettings: createUiSettings(uiSettings),
    notifications: { toasts: createToasts(root) },
    i18n: { Context: I18nProvider },
    savedObjects: {
      client: {
        find: async (query: Record<string, unknown>) => {
          const found = (await http.get('/api/saved_objects/_find', { query })) as {
            saved_objects: unknown[];
            total: number;
          };
          return { savedObjects: found.saved_objects, total: found.total };
        },
      },
    },
    docLinks: { links: {} },
    injectedMetadata: { getInjectedVar: () => undefined },
  };
  const instances = plugins
    .filter(({ id }) => __osdBundles__.has(`plugin/${id}/public`))
    .map(({ id, config }) => {
      const { plugin } = __osdBundles__.get(`plugin/${id}/public`);
      if (typeof plugin !== 'function') {
        throw new Error(`Definition of plugin "${id}" should be a function.`);
      }
      return plugin({ opaqueId: Symbol(id), env: {}, config: { get: () => config } });
    });
  const getStartServices = async () => [core, {}, {}];
  for (const instance of instances) await instance.setup({ ...core, getStartServices }, {});
  for (const instance of instances) await instance.start(core, {});
  await application.show();
}

__osdBundles__.define('entry/core/public', () => ({ __osdBootstrap__: bootstrap }), 0);
