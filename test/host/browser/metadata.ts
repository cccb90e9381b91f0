/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { PageMetadata } from '../server/page';

/** What the server wrote into the page. */
export function readMetadata(): PageMetadata {
  const element = document.querySelector('osd-injected-metadata');
  return JSON.parse(element?.getAttribute('data') ?? '{}') as PageMetadata;
}
