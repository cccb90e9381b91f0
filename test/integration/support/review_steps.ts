/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type {
  ReviewDraft,
  ReviewListResponse,
  ReviewPrepareResponse,
  ReviewSignResponse,
} from '../../../common/api/review';
import { REVIEW_INDEX } from '../../../server/review/review_documents';
import { openSearchRequest } from '../../opensearch';
import { adminConnection } from './connections';
import { routesAs, type PluginRoutes, type RouteSettings } from './plugin_routes';

/** A week of the tests, from Monday to Sunday. */
export const WEEK = { from: '2026-01-19T00:00:00.000Z', to: '2026-01-25T23:59:59.999Z' };

/** The Monday after it. */
export const MONDAY = new Date('2026-01-26T08:00:00Z');

/** Routes as reviewers ask them, and a way to close all. */
export function reviewers(patterns: Pick<RouteSettings, 'indexPattern' | 'authlogPattern'>): {
  as(user: string, reviewIndex: string, more?: Partial<RouteSettings>): PluginRoutes;
  close(): Promise<unknown>;
} {
  const open: PluginRoutes[] = [];
  return {
    as(user, reviewIndex, more) {
      const routes = routesAs({ ...patterns, user, reviewIndex, now: MONDAY, ...more });
      open.push(routes);
      return routes;
    },
    close: () => Promise.all(open.map((routes) => routes.close())),
  };
}

/** What the review of the week must look at. */
export const prepare = (
  routes: PluginRoutes,
  pattern: 'kubeaudit' | 'authlog' = 'kubeaudit',
  seed = 7
) => routes.reviews<ReviewPrepareResponse>({ action: 'prepare', pattern, timeRange: WEEK, seed });

/** What a reviewer sends who found everything in order. */
export function draftOf(prepared: ReviewPrepareResponse): ReviewDraft {
  return {
    pattern: prepared.pattern,
    period: prepared.range,
    seed: prepared.seed,
    findings: prepared.findings.map(({ id, title, figures, needsVerdict }) => ({
      id,
      title,
      figures,
      ...(needsVerdict ? { verdict: 'reviewed' as const } : {}),
    })),
    conclusion: 'Nothing that needs action.',
    previousHash: prepared.previousHash,
  };
}

export const sign = (routes: PluginRoutes, draft: ReviewDraft) =>
  routes.reviews<ReviewSignResponse>({ action: 'sign', draft });

export const list = (routes: PluginRoutes) =>
  routes.reviews<ReviewListResponse>({
    action: 'list',
    timeRange: { from: '2026-01-05T00:00:00Z', to: '2026-01-26T08:00:00Z' },
  });

/** Asks OpenSearch itself, as its administrator: who tampers. */
export const admin = <Body>(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: unknown
) => openSearchRequest<Body>({ ...adminConnection(), method, path, body });

/** Makes the index of reviews as an OpenSearch before 2.19 would: what is in it can be changed. */
export const makeChangeable = (index: string) => admin('PUT', `/${index}`, REVIEW_INDEX);

/** Documents of an index. */
export async function countOf(index: string): Promise<number> {
  await admin('POST', `/${index}/_refresh`);
  return (await admin<{ count: number }>('GET', `/${index}/_count`)).count;
}
