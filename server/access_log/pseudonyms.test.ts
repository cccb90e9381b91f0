/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { Pseudonyms } from './pseudonyms';
import { translateQuestion } from './translate_question';

describe('pseudonyms', () => {
  it('are the same for the same name, and another in every process', () => {
    const [one, other] = [new Pseudonyms(), new Pseudonyms()];
    expect(one.of('alice')).toMatch(/^person-[0-9a-f]{8}$/);
    expect(one.of(' Alice')).toBe(one.of('alice'));
    expect(one.of('bob')).not.toBe(one.of('alice'));
    expect(other.of('alice')).not.toBe(one.of('alice'));
  });

  it('are never the same for two names', () => {
    const pseudonyms = new Pseudonyms(Buffer.from('key'), 300_000);
    const seen = new Set<string>();
    for (let i = 0; i < 200_000; i += 1) seen.add(pseudonyms.of(`user ${i}`));
    expect(seen.size).toBe(200_000);
    // Of so many, some need more than eight digits.
    expect([...seen].some((each) => each.length > 15)).toBe(true);
  });

  it('that are the oldest are forgotten', () => {
    const pseudonyms = new Pseudonyms(undefined, 2);
    const [a] = ['a', 'b', 'c'].map((name) => pseudonyms.of(name));
    expect(pseudonyms.read(a)).toBeUndefined();
    expect(pseudonyms.read(pseudonyms.of('c'))?.names).toEqual(['c']);
  });
});

describe('a question with pseudonyms', () => {
  const pseudonyms = new Pseudonyms();
  const [alice, bob] = ['Alice', 'bob'].map((name) => pseudonyms.of(name));
  pseudonyms.of('alice');

  it('asks for names, in all their spellings, and within ids', () => {
    const { body, names } = translateQuestion(
      { filters: { users: [alice, 'carol'] }, person: bob, session: `wc/${bob}/1`, limit: 5 },
      pseudonyms
    );
    expect(body).toEqual({
      filters: { users: ['Alice', 'alice', 'carol'] },
      person: 'bob',
      session: 'wc/bob/1',
      limit: 5,
    });
    expect([...names]).toEqual(['Alice', 'alice', 'bob']);
  });

  it('leaves words and cursors as they are', () => {
    const question = { purpose: 'person-00000000', cursor: 'person-00000000', text: bob };
    expect(translateQuestion(question, pseudonyms).body).toEqual(question);
  });

  it.each([
    [{ person: 'person-00000000' }],
    [{ filters: { users: ['x person-00000000 y'] } }],
    [{ search: 'person-12' }],
    [{ search: 'person-' }],
  ])('that is not known, or a part of one, is refused: %j', (question) => {
    expect(() => translateQuestion(question, pseudonyms)).toThrow('is not known here');
  });
});
