/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { EuiBadge } from '@elastic/eui';
import { standingLabel, type PeriodStanding } from '../review_words';

const LOOKS: Record<PeriodStanding, { color: string; iconType: string }> = {
  reviewed: { color: 'secondary', iconType: 'check' },
  due: { color: 'warning', iconType: 'clock' },
  open: { color: 'hollow', iconType: 'clock' },
  missed: { color: 'danger', iconType: 'alert' },
  unknown: { color: 'hollow', iconType: 'questionInCircle' },
};

/** How a period stands: in words and with an icon, not by colour alone. */
export function StandingBadge({ standing }: { standing: PeriodStanding }) {
  return <EuiBadge {...LOOKS[standing]}>{standingLabel(standing)}</EuiBadge>;
}
