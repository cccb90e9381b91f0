/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Packages that every Dashboards page shares, and the global that holds each (`@osd/ui-shared-deps` of
 * Dashboards 2.19 to 3.x). They cost the bundle nothing and must not be bundled: React twice is broken.
 */
export const SHARED_GLOBALS: Record<string, string> = {
  '@osd/i18n': 'OsdI18n',
  '@osd/i18n/react': 'OsdI18nReact',
  '@osd/ui-shared-deps/theme': 'Theme',
  '@elastic/charts': 'ElasticCharts',
  '@elastic/eui': 'ElasticEui',
  '@elastic/eui/dist/eui_charts_theme': 'ElasticEuiChartsTheme',
  '@elastic/eui/lib/services': 'ElasticEuiLibServices',
  '@elastic/numeral': 'ElasticNumeral',
  jquery: 'Jquery',
  lodash: 'Lodash',
  'lodash/fp': 'LodashFp',
  moment: 'Moment',
  'moment-timezone': 'MomentTimezone',
  numeral: 'ElasticNumeral',
  react: 'React',
  'react-dom': 'ReactDom',
  'react-dom/server': 'ReactDomServer',
  'react-router': 'ReactRouter',
  'react-router-dom': 'ReactRouterDom',
  rxjs: 'Rxjs',
  'rxjs/operators': 'RxjsOperators',
  'styled-components': 'StyledComponents',
  tslib: 'TsLib',
};

/** The same as externals of the bundler. */
export const SHARED_EXTERNALS: Record<string, string> = Object.fromEntries(
  Object.entries(SHARED_GLOBALS).map(([id, name]) => [id, `__osdSharedDeps__.${name}`])
);
