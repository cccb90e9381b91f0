/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { failureWords, nobodyWords, populationWords, unauthenticatedWords } from './list_words';

const RANGE = { from: '2026-01-20T00:00:00.000Z', to: '2026-01-27T00:00:00.000Z' };

function listed(shown: number, population: number) {
  const users = Array.from({ length: shown }, (_, index) => ({
    name: `user-${index}`,
    kind: 'person' as const,
    requests: 1,
    firstSeen: RANGE.from,
    lastSeen: RANGE.to,
  }));
  return { users, population, unauthenticatedRequests: 0, countsApproximate: false, reasons: [] };
}

describe('how much of the population is shown', () => {
  it('is said when the list is cut', () => {
    expect(populationWords(listed(200, 18_231))).toBe(
      'Showing 200 of 18,231 users; type to narrow.'
    );
  });

  it('is said when everybody is in it', () => {
    expect(populationWords(listed(42, 42))).toBe('42 users: all that match.');
    expect(populationWords(listed(1, 1))).toBe('1 user: all that match.');
  });
});

describe('that nobody was found', () => {
  it('says what was searched for and when', () => {
    expect(nobodyWords({ search: 'mallory', range: RANGE })).toEqual([
      'No user with “mallory” in the name made a request from 2026-01-20T00:00:00.000Z to 2026-01-27T00:00:00.000Z.',
    ]);
  });

  it('says which clusters and kinds were left in', () => {
    const asked = { search: '', range: RANGE, clusters: ['prod-wc'], kinds: ['node' as const] };
    expect(nobodyWords(asked)).toEqual([
      'No user made a request from 2026-01-20T00:00:00.000Z to 2026-01-27T00:00:00.000Z.',
      'Only these clusters were searched: prod-wc.',
      'Only these kinds of user were searched: Node.',
    ]);
  });

  it('says nothing of clusters when all were searched', () => {
    expect(nobodyWords({ search: '', range: RANGE, clusters: [], kinds: [] })).toHaveLength(1);
  });
});

describe('that nothing is known', () => {
  const NOT_NONE = 'This does not mean that there are no users.';

  it('differs by what went wrong', () => {
    expect(failureWords('forbidden', 'x')).toEqual([
      'You are not allowed to read the Kubernetes audit log.',
      NOT_NONE,
    ]);
    expect(failureWords('index_missing', 'x')).toEqual([
      'There is no Kubernetes audit log here, or none that you may see.',
      NOT_NONE,
    ]);
    expect(failureWords('timeout', 'OpenSearch took too long')).toEqual([
      'The users could not be listed: OpenSearch took too long',
      NOT_NONE,
    ]);
  });
});

describe('requests that name nobody', () => {
  it('are counted and pointed to', () => {
    expect(unauthenticatedWords(1234)).toBe(
      '1,234 requests failed authentication (401) and name no user. Filter by kind of user to see them.'
    );
    expect(unauthenticatedWords(1)).toBe(
      '1 request failed authentication (401) and names no user. Filter by kind of user to see it.'
    );
  });
});
