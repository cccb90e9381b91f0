/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { MouseEvent } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { TimeRange } from '../../common/api/time_range';
import { searchForView } from '../url_state/view_paths';

/** What makes an anchor of OUI lead to a view. */
export interface ViewLinkProps {
  href: string;
  onClick: (event: MouseEvent) => void;
}

/** A click that the browser handles by itself: another tab or window, a download. */
function isForBrowser({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}

/** Makes links to views: the same period or another one, these filters, and no loading of the page. */
export function useViewLinks() {
  const history = useHistory();
  const { search } = useLocation();
  return (
    pathname: string,
    filters?: ReadonlyArray<readonly [name: string, value: string]>,
    period?: TimeRange
  ): ViewLinkProps => {
    const target = { pathname, search: searchForView(search, filters, period) };
    return {
      href: history.createHref(target),
      onClick: (event) => {
        if (isForBrowser(event)) return;
        event.preventDefault();
        history.push(target);
      },
    };
  };
}
