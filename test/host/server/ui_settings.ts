/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** UI settings that plugins read, with the defaults of Dashboards. Lists are JSON text, as there. */
export function defaultUiSettings(): Record<string, unknown> {
  const quickRange = (from: string, to: string, display: string) => ({ from, to, display });
  return {
    dateFormat: 'MMM D, YYYY @ HH:mm:ss.SSS',
    'dateFormat:tz': 'Browser',
    'dateFormat:dow': 'Sunday',
    'timepicker:timeDefaults': JSON.stringify({ from: 'now-15m', to: 'now' }),
    'timepicker:refreshIntervalDefaults': JSON.stringify({ pause: true, value: 0 }),
    'timepicker:quickRanges': JSON.stringify([
      quickRange('now/d', 'now/d', 'Today'),
      quickRange('now/w', 'now/w', 'This week'),
      quickRange('now-15m', 'now', 'Last 15 minutes'),
      quickRange('now-30m', 'now', 'Last 30 minutes'),
      quickRange('now-1h', 'now', 'Last 1 hour'),
      quickRange('now-24h', 'now', 'Last 24 hours'),
      quickRange('now-7d', 'now', 'Last 7 days'),
      quickRange('now-30d', 'now', 'Last 30 days'),
      quickRange('now-90d', 'now', 'Last 90 days'),
      quickRange('now-1y', 'now', 'Last 1 year'),
    ]),
    'theme:darkMode': false,
    'home:useNewHomePage': false,
  };
}
