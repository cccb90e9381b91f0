/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The packages that every page of Dashboards shares, under the names of `@osd/ui-shared-deps`. Bundled once
 * for each profile, with that profile's React and OUI.
 */
export * as OsdI18n from '../../stand_ins/osd_i18n';
export * as OsdI18nReact from '../../stand_ins/osd_i18n_react';
export * as Theme from './theme';

/* eslint-disable @typescript-eslint/no-require-imports -- whole modules, as CommonJS gives them */
export const React = require('react');
export const ReactDom = require('react-dom');
export const ReactDomServer = require('react-dom/server');
export const ReactRouter = require('react-router');
export const ReactRouterDom = require('react-router-dom');
export const Moment = require('moment');
export const MomentTimezone = require('moment-timezone');
export const Rxjs = require('rxjs');
export const RxjsOperators = require('rxjs/operators');
export const ElasticNumeral = require('@elastic/numeral');
export const ElasticCharts = require('@elastic/charts');
export const ElasticEui = require('@elastic/eui');
export const ElasticEuiLibServices = require('@elastic/eui/lib/services');
export const ElasticEuiChartsTheme = require('@elastic/eui/dist/eui_charts_theme');
export const Lodash = require('lodash');
export const LodashFp = require('lodash/fp');
export const Jquery = require('jquery');
export const StyledComponents = require('styled-components');
export const TsLib = require('tslib');
