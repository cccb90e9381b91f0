/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { randomUUID } from 'crypto';
import type { EvidenceRequest } from '../../common/api/evidence';
import { toQuestionWords } from './question_words';

const words = (kube: EvidenceRequest['parts']['kube']) =>
  toQuestionWords({
    exportId: randomUUID(),
    timeRange: { from: 'now-1d', to: 'now' },
    parts: { kube },
  });

describe('the question of a package in words', () => {
  it('of all records', () => {
    expect(words(undefined)).toBe('All records of the period.');
    expect(words({})).toBe('All records of the period.');
  });

  it('names what is wanted and what is left out', () => {
    expect(
      words({ users: ['alice', 'bob'], impersonated: false, exclude: { verbs: ['get'] } })
    ).toBe(
      'Records of requests received in the period where users is one of: "alice", "bob"; and impersonated is: false; and verbs is not: "get".'
    );
  });

  it('quotes values that read like words of it', () => {
    expect(words({ names: ['a"; and users is: "b'] })).toContain(
      'names is: "a\\"; and users is: \\"b"'
    );
  });
});
