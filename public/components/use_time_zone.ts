/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readSetting } from './read_setting';
import { useServices } from './services_context';

/** The zone in which the user reads times: that of the settings, or `local` for the browser's own. */
export function useTimeZone(): string {
  const zone = readSetting(useServices().core.uiSettings, 'dateFormat:tz', 'Browser');
  return zone === 'Browser' ? 'local' : zone;
}
