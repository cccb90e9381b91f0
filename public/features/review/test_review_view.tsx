/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { Route } from 'react-router-dom';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { ReviewRequest } from '../../../common/api/review';
import { renderView } from '../../components/test_render_view';
import { VIEW_PATHS } from '../../url_state/view_paths';
import { ReviewView } from './review_view';
import { testList, testPrepared, testRecord } from './test_review';

/** What the server answers to each action: a value, or what is done when it is asked. */
export type ReviewServer = Partial<
  Record<ReviewRequest['action'], (request: ReviewRequest, nth: number) => unknown>
>;

/** Shows the page of an address, with a server that knows reviews. */
export function renderReview(address: string, server: ReviewServer = {}) {
  const usual: Required<ReviewServer> = {
    list: () => testList(),
    read: () => ({ record: testRecord(), valid: true, problems: [] }),
    prepare: () => testPrepared(),
    sign: () => ({ record: testRecord(), alreadySigned: false }),
  };
  const times: Partial<Record<ReviewRequest['action'], number>> = {};
  const view = renderView(
    <Route path={VIEW_PATHS.review}>
      <ReviewView />
    </Route>,
    address,
    {
      [ENDPOINTS.reviews]: (request: ReviewRequest) => {
        const { action } = request;
        times[action] = (times[action] ?? 0) + 1;
        return (server[action] ?? usual[action])(request, times[action]);
      },
    }
  );
  return {
    ...view,
    /** Requests of one action, in order. */
    asked: <Action extends ReviewRequest['action']>(action: Action) =>
      view
        .sentTo<ReviewRequest>(ENDPOINTS.reviews)
        .filter(
          (request): request is Extract<ReviewRequest, { action: Action }> =>
            request.action === action
        ),
  };
}
