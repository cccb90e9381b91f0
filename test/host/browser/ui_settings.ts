/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { BehaviorSubject } from 'rxjs';

/** Settings that Dashboards keeps as JSON text and gives parsed. */
const JSON_SETTINGS = new Set([
  'timepicker:timeDefaults',
  'timepicker:refreshIntervalDefaults',
  'timepicker:quickRanges',
]);

/** `core.uiSettings`, read only. */
export function createUiSettings(values: Record<string, unknown>) {
  // As the host does: an override of a declared setting wins over its value, and is parsed like it.
  const get = (key: string, defaultOverride?: unknown): unknown => {
    const declared = Object.prototype.hasOwnProperty.call(values, key);
    if (!declared) {
      if (defaultOverride !== undefined) return defaultOverride;
      throw new Error(
        `Unexpected \`IUiSettingsClient.get("${key}")\` call on unrecognized setting`
      );
    }
    const value = defaultOverride !== undefined ? defaultOverride : values[key];
    return JSON_SETTINGS.has(key) ? JSON.parse(String(value)) : value;
  };
  return {
    get,
    get$: (key: string, defaultOverride?: unknown) =>
      new BehaviorSubject(get(key, defaultOverride)).asObservable(),
    getAll: () => values,
    isDefault: () => true,
    isCustom: () => false,
    isOverridden: () => false,
    set: async () => false,
    remove: async () => false,
  };
}
