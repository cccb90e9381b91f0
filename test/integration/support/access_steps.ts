/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { PURPOSE_HEADER } from '../../../common/api/access_log';
import type { AccessDocument } from '../../../server/access_log/access_documents';
import { admin } from './review_steps';
import { routesAs, type PluginRoutes, type RouteSettings } from './plugin_routes';

/** Routes of a site on which looking is recorded, and a way to close all. */
export function lookers(patterns: Pick<RouteSettings, 'indexPattern' | 'authlogPattern'>): {
  as(user: string, accessIndex?: string, more?: Partial<RouteSettings>): PluginRoutes;
  close(): Promise<unknown>;
} {
  const open: PluginRoutes[] = [];
  return {
    as(user, accessIndex, more) {
      const routes = routesAs({ ...patterns, user, accessIndex, ...more });
      open.push(routes);
      return routes;
    },
    close: () => Promise.all(open.map((routes) => routes.close())),
  };
}

/** Headers of a request that says why. */
export const because = (purpose: string): RouteSettings['headers'] => ({
  [PURPOSE_HEADER]: encodeURIComponent(purpose),
});

/** Everything that was recorded, oldest first. */
export async function looksIn(index: string): Promise<AccessDocument[]> {
  await admin('POST', `/${index}/_refresh?ignore_unavailable=true`);
  const { hits } = await admin<{ hits: { hits: Array<{ _source: AccessDocument }> } }>(
    'POST',
    `/${index}/_search?ignore_unavailable=true`,
    { size: 200, sort: [{ _seq_no: 'asc' }], query: { match_all: {} } }
  );
  return hits.hits.map(({ _source }) => _source);
}
