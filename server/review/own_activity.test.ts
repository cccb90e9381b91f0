/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { KUBE_TEST_OPTIONS } from './kube_options.test_support';
import { buildOwnUsers, readOwnUsers, toOwnActivity } from './own_activity';

const ANN = { name: 'ann@example.com', authenticated: true };
const own = (
  found: Array<{ name: string; count: number }>,
  possible = 0,
  unsure: string[] = [],
  signer = ANN
) => toOwnActivity(signer, [signer.name], found, possible, unsure);

it('who is among the users of the period reviews own activity', () => {
  expect(own([{ name: 'oidc:Ann@example.com', count: 3 }])).toMatchObject({
    state: 'found',
    message: 'ann@example.com reviews own activity: oidc:Ann@example.com: 3.',
  });
});

it('who is not is said not to be, by which names', () => {
  expect(own([])).toMatchObject({
    state: 'not_found',
    message: 'ann@example.com is not among the users of the period, by the names ann@example.com.',
  });
});

it.each([
  ['several persons were possible', own([], 2), /2 uses of group accounts may be/],
  ['not all could be looked at', own([], 0, ['You may not read authlog.']), /may not read authlog/],
  [
    'nobody knows who signs',
    own([], 0, [], { name: 'unknown', authenticated: false }),
    /without its security plugin/,
  ],
])('it is not known where %s', (_name, activity, message) => {
  expect(activity.state).toBe('unknown');
  expect(activity.message).toMatch(message);
});

it('finds own names in other case and behind an issuer, and none that only looks like it', () => {
  const buckets = ['ANN@example.com', 'https://sso#ann@example.com', 'joann@example.com'].map(
    (key) => ({ key, doc_count: 1 })
  );
  const answer = {
    timed_out: false,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: { hits: [] },
    aggregations: { users: { buckets } },
  };
  expect(readOwnUsers([ANN.name], answer).map(({ name }) => name)).toEqual([
    'ANN@example.com',
    'https://sso#ann@example.com',
  ]);
});

it('a name is never a pattern', () => {
  const query = JSON.stringify(buildOwnUsers(['a*?@x'], { fromMs: 0, toMs: 1 }, KUBE_TEST_OPTIONS));
  expect(query).toContain('"value":"*:a\\\\*\\\\?@x"');
  expect(buildOwnUsers([], { fromMs: 0, toMs: 1 }, KUBE_TEST_OPTIONS).query).toEqual({
    match_none: {},
  });
});
