/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { EMPTY_DRAFT } from './draft';
import { clearDrafts, draftKey, readDraft, readSeed, writeDraft } from './draft_store';

const KEY = draftKey('kubeaudit', { from: 'a', to: 'b' });
const draft = {
  decisions: { x: { verdict: 'reviewed' as const, because: '', reference: '', seen: '1-1' } },
  conclusion: 'well',
};

beforeEach(() => window.sessionStorage.clear());

describe('drafts in the browser', () => {
  it('are of one review and one signer', () => {
    expect(writeDraft(KEY, 'alice', 7, draft)).toBe(true);
    expect(readDraft(KEY, 'alice')).toEqual(draft);
    expect(readDraft(KEY, 'bob')).toEqual(EMPTY_DRAFT);
    expect(readDraft(draftKey('authlog', { from: 'a', to: 'b' }), 'alice')).toEqual(EMPTY_DRAFT);
    writeDraft(KEY, 'bob', 7, EMPTY_DRAFT);
    expect(readDraft(KEY, 'alice')).toEqual(draft);
    expect(readSeed(KEY)).toBe(7);
  });

  it('are gone after they were signed', () => {
    writeDraft(KEY, 'alice', 7, draft);
    clearDrafts(KEY);
    expect(readDraft(KEY, 'alice')).toEqual(EMPTY_DRAFT);
    expect(readSeed(KEY)).toBeUndefined();
  });

  it.each(['', '{', 'null', '{"seed":-1,"bySigner":{}}', '{"seed":1,"bySigner":{"alice":5}}'])(
    'that are none of ours are none: %s',
    (text) => {
      window.sessionStorage.setItem(KEY, text);
      expect(readDraft(KEY, 'alice')).toEqual(EMPTY_DRAFT);
      expect(readSeed(KEY)).toBeUndefined();
    }
  );
});
