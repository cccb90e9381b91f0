/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { join } from 'path';
import { PLUGIN_ID } from '../../common/plugin';
import { runRspack, TYPESCRIPT_RULE } from './run_rspack';
import { SHARED_EXTERNALS } from './shared_globals';

/**
 * Bundles the browser side: a tiny entry that every Dashboards page loads, and chunks for the application.
 *
 * @param root folder of the project
 * @param outDir gets `auditUser.plugin.js` and `auditUser.chunk.<hash>.js`
 */
export async function bundleBrowser(root: string, outDir: string): Promise<void> {
  await runRspack({
    mode: 'production',
    target: ['web', 'es2019'],
    context: root,
    entry: { [PLUGIN_ID]: join(root, 'scripts', 'build', 'browser_entry.ts') },
    devtool: false,
    output: {
      path: outDir,
      filename: '[name].plugin.js',
      // Hosts cache bundles for a year by their own build number: a changed chunk needs another name.
      chunkFilename: `${PLUGIN_ID}.chunk.[contenthash:16].js`,
      uniqueName: PLUGIN_ID,
      chunkLoadingGlobal: `${PLUGIN_ID}_bundle_jsonpfunction`,
      publicPath: '',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    externalsType: 'var',
    externals: SHARED_EXTERNALS,
    module: { rules: [TYPESCRIPT_RULE] },
    performance: { hints: false },
    optimization: { chunkIds: 'deterministic', moduleIds: 'deterministic' },
  });
}
