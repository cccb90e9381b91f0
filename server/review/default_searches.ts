/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DocumentedSearch } from './review_rules';

const SOURCE = 'Documented log review of Welkin (Compliant Kubernetes): "How to do log review".';

const word = (id: string): DocumentedSearch => ({
  id,
  title: `The word "${id}"`,
  words: [id],
  source: SOURCE,
});

/** The searches of the documented review, with every server error in place of 500 alone. */
export const DEFAULT_SEARCHES: readonly DocumentedSearch[] = [
  ...[
    'error',
    'failed',
    'failure',
    'deny',
    'denied',
    'blocked',
    'invalid',
    'expired',
    'unable',
    'unauthorized',
    'bad',
    'unknown',
  ].map(word),
  {
    id: '401',
    title: 'Not authenticated (401)',
    words: ['401'],
    codes: { from: 401, to: 401 },
    source: SOURCE,
  },
  {
    id: '403',
    title: 'Forbidden (403)',
    words: ['403'],
    codes: { from: 403, to: 403 },
    source: SOURCE,
  },
  {
    id: '5xx',
    title: 'Server errors (500 and above)',
    words: ['500'],
    codes: { from: 500, to: 599 },
    source: `${SOURCE} It names 500; 501 to 599 mean the same.`,
  },
];
