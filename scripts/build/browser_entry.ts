/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import './browser_public_path';
import * as publicExports from '../../public';

declare const __osdBundles__: {
  define(id: string, getter: () => unknown, unused: number): void;
};

// Dashboards up to 3.4 calls `bundleRequire(bundleModuleKey)`, from 3.5 on `getter()`: this is both.
__osdBundles__.define('plugin/auditUser/public', () => publicExports, 0);
