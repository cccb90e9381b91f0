/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Packages that the host shares and npm does not have, as far as the plugin uses them. */
declare module '@osd/i18n' {
  export const i18n: {
    translate(
      id: string,
      options: { defaultMessage: string; values?: Record<string, unknown>; description?: string }
    ): string;
    getLocale(): string;
  };
}

declare module '@osd/i18n/react' {
  import type { ReactElement, ReactNode } from 'react';

  export function I18nProvider(props: { children?: ReactNode }): ReactElement;
  export function FormattedMessage(props: {
    id: string;
    defaultMessage: string;
    values?: Record<string, ReactNode>;
  }): ReactElement;
}

declare module '@osd/ui-shared-deps/theme' {
  export const darkMode: boolean;
  export const euiThemeVars: Record<string, string>;
}

declare module '@elastic/eui/dist/eui_charts_theme' {
  import type { PartialTheme } from '@elastic/charts';

  interface ChartsTheme {
    theme: PartialTheme;
  }
  export const EUI_CHARTS_THEME_LIGHT: ChartsTheme;
  export const EUI_CHARTS_THEME_DARK: ChartsTheme;
}
