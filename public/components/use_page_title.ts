/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { useEffect } from 'react';
import { useServices } from './services_context';

/** Names the page in the breadcrumbs and in the title of the browser's tab. */
export function usePageTitle(title: string): void {
  const { chrome } = useServices().core;
  useEffect(() => {
    chrome.setBreadcrumbs([{ text: title }]);
    chrome.docTitle.change(title);
  }, [chrome, title]);
}
