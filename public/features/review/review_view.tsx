/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { CalendarView } from './calendar/calendar_view';

/** Log reviews: the calendar, a review that is prepared, and one that was signed. */
export function ReviewView() {
  return <CalendarView />;
}
