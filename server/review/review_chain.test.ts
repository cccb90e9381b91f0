/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { FIRST_PREVIOUS_HASH } from '../../common/api/review_record';
import { ChainVerifier, type ChainDocument } from './review_chain';
import { sealed } from './review_documents';
import { chainOf, documentsOf, reviewRecord } from './review_record.test_support';

function verify(documents: readonly ChainDocument[]) {
  const verifier = new ChainVerifier();
  const valid = documents.map((document) => verifier.add(document)?.valid);
  const chain = verifier.chain('readable', true);
  return { valid, chain, codes: chain.problems.map(({ code }) => code) };
}

it('a chain as it was signed is intact, and tells its head', () => {
  const records = chainOf(3);
  const { valid, chain } = verify(documentsOf(records));
  expect(valid).toEqual([true, true, true]);
  expect(chain).toEqual({
    state: 'readable',
    intact: true,
    records: 3,
    headHash: records[2].hash,
    headSequence: 3,
    problems: [],
    problemsLeftOut: 0,
  });
});

it('a chain without records begins with zeros', () => {
  expect(verify([]).chain).toMatchObject({
    intact: true,
    headHash: FIRST_PREVIOUS_HASH,
    headSequence: 0,
  });
});

it('what was not read to its end is not intact', () => {
  expect(new ChainVerifier().chain('readable', false).intact).toBe(false);
  expect(new ChainVerifier().chain('forbidden', true).intact).toBe(false);
});

it('a first record that was deleted is said', () => {
  const { chain, codes } = verify(documentsOf(chainOf(3)).slice(1));
  expect(codes).toEqual(['missing']);
  expect(chain.problems[0].message).toBe(
    'Record 1 is missing: what follows it cannot be tied to what was before.'
  );
});

it('a record that was replaced by another with a hash of its own breaks the chain after it', () => {
  const records = chainOf(3);
  const forged = sealed({ ...records[1], conclusion: 'Nothing happened.' });
  const { valid, codes } = verify(documentsOf([records[0], forged, records[2]]));
  expect(codes).toEqual(['broken']);
  expect(valid).toEqual([true, true, false]);
});

it('a second record in the same place is said, and counts for nothing', () => {
  const [first, second] = chainOf(2);
  const other = reviewRecord({ sequence: 2, previousHash: first.hash, conclusion: 'Other.' });
  const [a, b] = documentsOf([first, second]);
  const { codes, valid } = verify([a, b, { id: 'other', version: 1, source: other }]);
  expect(codes).toEqual(['forked']);
  expect(valid).toEqual([true, true, false]);
});

it('a record where Audit User does not write is said', () => {
  const [record] = chainOf(1);
  expect(verify([{ id: 'elsewhere', version: 1, source: record }]).codes).toEqual(['forked']);
});

it('hostile documents are unreadable, never an exception', () => {
  fc.assert(
    fc.property(fc.anything(), (source) => {
      expect(verify([{ id: 'x', source }]).codes).toEqual(['unreadable']);
    })
  );
});

it('whatever is changed in a record, the chain says so', () => {
  const records = chainOf(4);
  const paths = ['conclusion', 'signedAt', 'draftHash', 'hash', 'previousHash', 'seed'] as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.constantFrom(...paths), (at, path) => {
      const documents = documentsOf(records).map(({ source, ...rest }, i) => ({
        ...rest,
        source:
          i === at
            ? { ...(source as object), [path]: path === 'seed' ? 99 : 'f'.repeat(64) }
            : source,
      }));
      expect(verify(documents).chain.intact).toBe(false);
    })
  );
});

it('whichever record but the last is deleted, the chain says so', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), (count, nth) => {
      const documents = documentsOf(chainOf(count));
      documents.splice(nth % (count - 1), 1);
      expect(verify(documents).codes).toEqual(['missing']);
    })
  );
});
