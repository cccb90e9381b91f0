/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReactElement } from 'react';
import ReactDOM from 'react-dom';

/** What React 18 adds to `react-dom`, which is what the host shares; `react-dom/client` is not. */
interface React18 {
  createRoot?(element: Element): { render(node: ReactElement): void; unmount(): void };
}

/**
 * Shows an element in a place of the page, with the host's own React: 16.14 up to Dashboards 3.5, 18.2 from
 * 3.6 on.
 *
 * @returns a function that takes it away
 */
export function renderRoot(node: ReactElement, element: HTMLElement): () => void {
  const { createRoot } = ReactDOM as React18;
  if (typeof createRoot === 'function') {
    const root = createRoot(element);
    root.render(node);
    return () => root.unmount();
  }
  ReactDOM.render(node, element);
  return () => {
    ReactDOM.unmountComponentAtNode(element);
  };
}
