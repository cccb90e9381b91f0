/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Versions of Dashboards that the host resembles. */
export type ProfileName = '2.19' | '3.6';

/** What differs between versions of Dashboards, as far as a plugin can see it. */
export interface HostProfile {
  name: ProfileName;
  /** Full version, as a manifest must name it. */
  version: string;
  /** Package of React, and of OUI, by their alias in package.json. */
  packages: { react: string; reactDom: string; oui: string };
  /** Package of opensearch-js on the server. */
  opensearchClient: string;
  /** Theme whose style sheets are the version's default. */
  theme: string;
  /** `define(id, bundleRequire, key)` up to 3.4, `define(id, getter)` from 3.5 on. */
  loader: 'bundle_require' | 'getter';
  /** The new left navigation is a contract of 3.x. */
  navGroups: boolean;
}

/** The profiles, by name. */
export const HOST_PROFILES: Record<ProfileName, HostProfile> = {
  '2.19': {
    name: '2.19',
    version: '2.19.4',
    packages: { react: 'react', reactDom: 'react-dom', oui: '@elastic/eui' },
    opensearchClient: 'opensearch-js-1',
    theme: 'next',
    loader: 'bundle_require',
    navGroups: false,
  },
  '3.6': {
    name: '3.6',
    version: '3.6.0',
    packages: { react: 'react-18', reactDom: 'react-dom-18', oui: 'oui-1.22' },
    opensearchClient: '@opensearch-project/opensearch',
    theme: 'v9',
    loader: 'getter',
    navGroups: true,
  },
};
