/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Stand-in for `@osd/ui-shared-deps/theme`: the light theme of OUI. */
import lightVars from '@elastic/eui/dist/eui_theme_light.json';

export const darkMode = false;
export const euiLightVars: Record<string, unknown> = lightVars;
export const euiDarkVars: Record<string, unknown> = lightVars;
export const euiThemeVars: Record<string, unknown> = lightVars;
