/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseArgs } from 'util';
import { buildPlugin } from './build_plugin';
import { sizeTable } from './bundle_sizes';

/** The version that Welkin runs. */
const DEFAULT_OSD_VERSION = '2.19.4';

const { values } = parseArgs({ options: { 'osd-version': { type: 'string' } } });

buildPlugin({ osdVersion: values['osd-version'] ?? DEFAULT_OSD_VERSION }).then(
  ({ zipPath, files }) => {
    console.log(sizeTable(files));
    console.log(zipPath);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
);
