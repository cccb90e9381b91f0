/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { buildPlugin } from '../../../scripts/build/build_plugin';
import { DEMO_SECURITY } from '../../demo/demo_users';
import { loadSampleDirectory } from '../../demo/load_sample_directory';
import { HOST_PROFILES, type ProfileName } from '../../host/host_profiles';
import { startHost } from '../../host/start_host';
import { applyWelkinTemplates, bulkIndex, startOpenSearch } from '../../opensearch';
import { generateSampleData } from '../../sample_data';
import { SAMPLE } from './sample';

/** Name of the variable that carries addresses and passwords to the test files. */
export const SITE_VARIABLE = 'AUDIT_USER_TEST_SITE';

declare global {
  // eslint-disable-next-line no-var -- what the teardown finds again
  var auditUserSiteStops: Array<() => Promise<void>> | undefined;
}

/** Base path of each host: one with, one without. */
const BASE_PATHS: Record<ProfileName, string> = { '2.19': '', '3.6': '/dash' };

/** Starts OpenSearch with its security plugin, writes sample data, builds the plugin and serves it twice. */
export async function startSite(): Promise<void> {
  const stops: Array<() => Promise<void>> = [];
  globalThis.auditUserSiteStops = stops;
  const opensearch = await startOpenSearch({ security: DEMO_SECURITY });
  stops.push(() => opensearch.stop());
  await applyWelkinTemplates(opensearch.as());
  await bulkIndex(opensearch.as(), generateSampleData(SAMPLE));
  await loadSampleDirectory(opensearch.as(), SAMPLE);
  const outDir = mkdtempSync(join(tmpdir(), 'audit-user-browser-'));
  stops.push(async () => rmSync(outDir, { recursive: true, force: true }));
  const hosts: Partial<Record<ProfileName, string>> = {};
  for (const profile of ['2.19', '3.6'] as const) {
    const { zipPath } = await buildPlugin({ osdVersion: HOST_PROFILES[profile].version, outDir });
    const common = {
      profile,
      pluginZip: zipPath,
      opensearchUrl: opensearch.url,
      basePath: BASE_PATHS[profile],
    };
    const host = await startHost({ ...common, security: true });
    stops.push(() => host.stop());
    hosts[profile] = host.url;
    if (profile === '2.19') {
      const config = { kubeaudit: { indexPattern: 'kubeaudit-there-is-none*' } };
      const noIndex = await startHost({ ...common, security: true, config });
      stops.push(() => noIndex.stop());
      process.env.AUDIT_USER_TEST_NO_INDEX = noIndex.url;
    }
  }
  process.env[SITE_VARIABLE] = JSON.stringify({
    hosts,
    users: Object.fromEntries(opensearch.users.map(({ name, password }) => [name, password])),
  });
}

// eslint-disable-next-line import/no-default-export -- jest asks for it
export default startSite;
