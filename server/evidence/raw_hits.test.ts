/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { readDocument, readRawAnswer } from './raw_hits';

const SHARDS = '"_shards":{"total":1,"successful":1,"skipped":0,"failed":0}';

/** An answer of OpenSearch, its documents to the letter. */
function answerOf(documents: readonly string[]): Buffer {
  const hits = documents.map(
    (document, i) =>
      `{"_index":"kubeaudit-1","_id":${JSON.stringify(`"_source":{${i}`)},"_score":null,"_source":${document},"sort":[${i},"kubeaudit-1",${i}]}`
  );
  return Buffer.from(
    `{"took":1,"timed_out":false,${SHARDS},"hits":{"max_score":null,"hits":[${hits.join(',')}]}}`
  );
}

describe('documents of an answer', () => {
  it('come to the letter, with numbers that JavaScript cannot hold', () => {
    const document = '{"n":12345678901234567890.0, "a" : [1,\n2]}';
    const { hits } = readRawAnswer(answerOf([document]));
    expect(hits).toHaveLength(1);
    expect(hits[0].source.toString()).toBe(document);
    expect(readDocument(hits[0])).toEqual({ n: 12345678901234567000, a: [1, 2] });
    expect(hits[0].id).toBe('"_source":{0');
    expect(hits[0].sort).toEqual([0, 'kubeaudit-1', 0]);
  });

  it('are whole where they look like hits themselves', () => {
    const documents = [
      '{"a":{"_source":{"b":1},"sort":[1]},"sort":[2]}',
      '{"hits":[{"_id":"x","_source":{"c":[{}]},"sort":[1,"y",2]},{"_index":"z","_source":{}}]}',
      '{"text":"{\\"_source\\":{\\"x\\":1},\\"sort\\":[1]}"}',
      '{"text":"}\\\\","sort":[]}',
      '{}',
    ];
    const { hits } = readRawAnswer(answerOf(documents));
    expect(hits.map(({ source }) => source.toString())).toEqual(documents);
  });

  it('come back as they were, whatever they hold', () => {
    const key = fc.constantFrom('sort', '_source', 'hits', 'a', '"', '\\', '},"sort":[');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.fullUnicodeString(),
        key,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'))
      ),
    }));
    const document = fc.dictionary(key, tree).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.array(document, { maxLength: 5 }), (documents) => {
        const { hits } = readRawAnswer(answerOf(documents));
        expect(hits.map(({ source }) => source.toString())).toEqual(documents);
        expect(hits.map((hit) => JSON.stringify(readDocument(hit)))).toEqual(documents);
      })
    );
  });

  it('are an error where the answer breaks off', () => {
    const whole = answerOf(['{"a":1}', '{"b":{"c":"d"}}']);
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readRawAnswer(whole.subarray(0, length))).toThrow(
        'The answer of OpenSearch could not be read'
      );
    }
  });

  it('are an error where a hit has none', () => {
    const text = answerOf(['{"a":1}']).toString().replace(',"_source":{"a":1}', '');
    expect(() => readRawAnswer(Buffer.from(text))).toThrow(
      'OpenSearch sent a record without its document'
    );
  });
});
