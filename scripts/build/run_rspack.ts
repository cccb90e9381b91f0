/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { rspack, type Configuration } from '@rspack/core';

/** Rule that compiles TypeScript and classic JSX; the host does not share `react/jsx-runtime`. */
export const TYPESCRIPT_RULE = {
  test: /\.tsx?$/,
  loader: 'builtin:swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'classic' } },
      target: 'es2019',
    },
  },
  type: 'javascript/auto',
} as const;

/**
 * Runs the bundler once.
 *
 * @throws Error with its messages when something did not compile
 */
export function runRspack(configuration: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    const compiler = rspack(configuration);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ preset: 'errors-only' })));
        else resolve();
      });
    });
  });
}
