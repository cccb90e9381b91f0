/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { rspack } from '@rspack/core';
import { join } from 'path';
import { runRspack, TYPESCRIPT_RULE } from './run_rspack';

/**
 * Bundles the server side into one CommonJS file with its libraries, and its thread into another, so that nothing is installed on the host.
 * Only what the host gives at run time stays outside. Not minified: an administrator can read what runs.
 *
 * @param version of the plugin, told by the status route
 */
export async function bundleServer(root: string, outDir: string, version: string): Promise<void> {
  await runRspack({
    mode: 'production',
    // Dashboards 2.19 runs on Node 18.
    target: 'node18',
    context: root,
    entry: {
      index: join(root, 'server', 'index.ts'),
      // A thread: it is looked for beside the other.
      evidence_worker: join(root, 'server', 'evidence', 'evidence_worker.ts'),
    },
    devtool: false,
    output: { path: outDir, filename: '[name].js', library: { type: 'commonjs2' }, clean: true },
    resolve: { extensions: ['.ts', '.js'] },
    externalsType: 'commonjs',
    externals: [/^@osd\//],
    module: { rules: [TYPESCRIPT_RULE] },
    performance: { hints: false },
    optimization: { minimize: false },
    plugins: [
      new rspack.DefinePlugin({ AUDIT_USER_VERSION: JSON.stringify(version) }),
      // Moment asks for its locales by a computed name; date math needs none of them.
      new rspack.IgnorePlugin({ resourceRegExp: /^\.\/locale$/, contextRegExp: /moment$/ }),
    ],
  });
}
