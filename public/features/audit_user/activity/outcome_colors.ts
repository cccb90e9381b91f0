/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { euiThemeVars } from '@osd/ui-shared-deps/theme';
import type { Outcome } from '../../../../common/kube_audit/outcome';

/** Colours of the theme; legend, tooltip and table say the same in words. */
const NAMES: Readonly<Record<Outcome, string>> = {
  success: 'euiColorVis1',
  forbidden: 'euiColorDanger',
  unauthenticated: 'euiColorWarning',
  client_error: 'euiColorVis3',
  server_error: 'euiColorVis2',
  unknown: 'euiColorMediumShade',
};

/** Colour of an outcome in the chart. */
export function outcomeColor(outcome: Outcome): string {
  return euiThemeVars[NAMES[outcome]] ?? euiThemeVars.euiColorPrimary;
}
