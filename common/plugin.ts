/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Plugin id: the manifest, the bundle, the application and the i18n prefix all use it. */
export const PLUGIN_ID = 'auditUser';

/** Configuration path in `opensearch_dashboards.yml`. */
export const CONFIG_PATH = 'auditUser';
