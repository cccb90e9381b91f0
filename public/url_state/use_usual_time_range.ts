/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useMemo } from 'react';
import { timeRangeSchema, type TimeRange } from '../../common/api/time_range';
import { readSetting } from '../components/read_setting';
import { useServices } from '../components/services_context';
import { resolveRange } from './resolve_range';

/** A week: the host's own default, 15 minutes, suits metrics and would show an auditor an empty page. */
const WEEK: TimeRange = { from: 'now-7d', to: 'now' };

/** The period of an address that names none: the site's own default, or a week where it has not set one. */
export function useUsualTimeRange(): TimeRange {
  const { uiSettings } = useServices().core;
  return useMemo(() => {
    if (uiSettings.isDefault?.('timepicker:timeDefaults') !== false) return WEEK;
    const parsed = timeRangeSchema.safeParse(
      readSetting(uiSettings, 'timepicker:timeDefaults', WEEK)
    );
    return parsed.success && resolveRange(parsed.data) ? parsed.data : WEEK;
  }, [uiSettings]);
}
