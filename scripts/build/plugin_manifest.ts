/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** `opensearch_dashboards.json`, as far as it is stamped. */
export interface PluginManifest {
  id: string;
  version: string;
  opensearchDashboardsVersion: string;
  [key: string]: unknown;
}

/**
 * Stamps a manifest for one version of Dashboards. Its installer and its boot compare
 * `opensearchDashboardsVersion` with their own x.y.z and refuse any other.
 *
 * @throws Error for a version that is not x.y.z
 */
export function stampManifest(
  manifest: PluginManifest,
  version: string,
  osdVersion: string
): PluginManifest {
  if (!/^\d+\.\d+\.\d+$/.test(osdVersion)) {
    throw new Error(`--osd-version: "${osdVersion}" is not of the form x.y.z, such as 2.19.4`);
  }
  return { ...manifest, version, opensearchDashboardsVersion: osdVersion };
}
