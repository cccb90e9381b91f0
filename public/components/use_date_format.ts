/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readSetting } from './read_setting';
import { useServices } from './services_context';
import { PLAIN_FORMAT } from './format_instant';

/** How the site writes an instant. */
export function useDateFormat(): string {
  return readSetting(useServices().core.uiSettings, 'dateFormat', PLAIN_FORMAT);
}
