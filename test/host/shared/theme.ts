/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** `@osd/ui-shared-deps/theme`: variables of the theme in use. The bundler puts in the theme of the profile. */
import darkVars from 'host_theme_dark.json';
import lightVars from 'host_theme_light.json';

declare const window: { __osdThemeTag__?: string };

export const darkMode = (window.__osdThemeTag__ ?? '').endsWith('dark');
export const euiLightVars: Record<string, unknown> = lightVars;
export const euiDarkVars: Record<string, unknown> = darkVars;
export const euiThemeVars: Record<string, unknown> = darkMode ? darkVars : lightVars;
