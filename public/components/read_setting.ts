/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CoreStart } from '../host_types';

/**
 * Reads a setting of the site, or a fallback where the host does not know it.
 *
 * The host's own default argument is not used on purpose: it wins over what the site has set for everybody, and
 * for settings kept as JSON the host parses it, so that an object there throws.
 */
export function readSetting<T>(uiSettings: CoreStart['uiSettings'], key: string, fallback: T): T {
  try {
    return uiSettings.get<T | undefined>(key) ?? fallback;
  } catch (error) {
    // An unknown setting throws a plain Error, broken JSON in one a SyntaxError: both mean there is none.
    if (error instanceof Error) return fallback;
    throw error;
  }
}
