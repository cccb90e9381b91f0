/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { HostProfile } from '../host_profiles';

/**
 * Content Security Policy of Welkin's Dashboards: no inline script, nothing from elsewhere.
 */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'unsafe-eval' 'self'; style-src 'unsafe-inline' 'self'; img-src 'self' data:; worker-src blob: 'self'";

/** What the page tells its scripts. */
export interface PageMetadata {
  basePath: string;
  version: string;
  darkMode: boolean;
  userName?: string;
  navGroups: boolean;
  uiSettings: Record<string, unknown>;
  capabilities: Record<string, Record<string, boolean>>;
  plugins: Array<{ id: string; config: unknown }>;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The one page of Dashboards; everything else is up to its scripts. */
export function renderPage(metadata: PageMetadata, buildHash: string): string {
  const { basePath, darkMode, version } = metadata;
  const mode = darkMode ? 'dark' : 'light';
  const shared = `${basePath}/bundles/${buildHash}/shared`;
  return `<!doctype html>
<html lang="en"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Development host</title>
<link rel="stylesheet" href="${shared}/theme_${mode}.css">
<link rel="stylesheet" href="${shared}/charts_${mode}.css">
<link rel="stylesheet" href="${basePath}/bundles/${buildHash}/core/core.css">
<link rel="icon" href="data:,">
</head><body class="host-${mode}">
<osd-injected-metadata data="${escapeAttribute(JSON.stringify(metadata))}"></osd-injected-metadata>
<div id="opensearch-dashboards-body" data-version="${version}"></div>
<script src="${basePath}/bootstrap.js"></script>
</body></html>`;
}

/** The loaders of bundles, word for word in what they call. */
const LOADERS: Record<HostProfile['loader'], string> = {
  bundle_require: `function define(key, bundleRequire, bundleModuleKey) {
    if (has(key)) throw new Error('__osdBundles__ already has a module defined for "' + key + '"');
    modules[key] = { bundleRequire: bundleRequire, bundleModuleKey: bundleModuleKey };
  }
  function get(key) {
    if (!has(key)) throw new Error('__osdBundles__ does not have a module defined for "' + key + '"');
    return modules[key].bundleRequire(modules[key].bundleModuleKey);
  }`,
  getter: `function define(key, getter) {
    if (has(key)) throw new Error('__osdBundles__ already has a module defined for "' + key + '"');
    modules[key] = getter;
  }
  function get(key) {
    if (!has(key)) throw new Error('__osdBundles__ does not have a module defined for "' + key + '"');
    return modules[key]();
  }`,
};

/**
 * `bootstrap.js`: sets the public paths and the loader, then loads shared packages, core and plugins as plain
 * scripts in this order, and starts core.
 */
export function renderBootstrap(
  profile: HostProfile,
  basePath: string,
  buildHash: string,
  pluginIds: readonly string[],
  darkMode: boolean
): string {
  const bundles = `${basePath}/bundles/${buildHash}`;
  const paths = Object.fromEntries(pluginIds.map((id) => [id, `${bundles}/plugin/${id}/`]));
  const scripts = [
    `${bundles}/shared/shared_deps.js`,
    `${bundles}/core/core.js`,
    ...pluginIds.map((id) => `${bundles}/plugin/${id}/${id}.plugin.js`),
  ];
  return `window.__osdThemeTag__ = ${JSON.stringify(`${profile.theme}${darkMode ? 'dark' : 'light'}`)};
window.__osdPublicPath__ = ${JSON.stringify(paths)};
window.__osdBundles__ = (function () {
  var modules = {};
  function has(key) { return Object.prototype.hasOwnProperty.call(modules, key); }
  ${LOADERS[profile.loader]}
  return { has: has, define: define, get: get };
})();
(function () {
  var urls = ${JSON.stringify(scripts)};
  var pending = urls.length;
  urls.forEach(function (url) {
    var script = document.createElement('script');
    script.async = false;
    script.src = url;
    script.addEventListener('error', function () {
      document.body.innerText = 'Could not load ' + url;
    });
    script.addEventListener('load', function () {
      pending -= 1;
      if (pending === 0) __osdBundles__.get('entry/core/public').__osdBootstrap__();
    });
    document.head.appendChild(script);
  });
})();
`;
}
