/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewChain } from '../../common/api/review';
import type { ChainProblem } from '../../common/api/review';
import { FIRST_PREVIOUS_HASH, type ReviewRecord } from '../../common/api/review_record';
import { documentId, holds, readRecordDocument } from './review_documents';

const MAX_PROBLEMS = 200;

/** A document as it is kept. */
export interface ChainDocument {
  id: string;
  version?: number;
  source: unknown;
}

/** Goes along the chain, record by record, and says whatever does not hold. */
export class ChainVerifier {
  private readonly problems: ChainProblem[] = [];
  private problemCount = 0;
  private last: { sequence: number; hash: string } = { sequence: 0, hash: FIRST_PREVIOUS_HASH };
  private records = 0;

  /**
   * Takes the next document, in ascending order of sequence.
   *
   * @returns the record, and whether it holds where it stands; undefined for what is no record
   */
  add({
    id,
    version,
    source,
  }: ChainDocument): { record: ReviewRecord; valid: boolean } | undefined {
    const record = readRecordDocument(source);
    if (!record) {
      this.say({
        code: 'unreadable',
        documentId: id,
        message: `The document ${id} is no review record.`,
      });
      return undefined;
    }
    this.records += 1;
    const { sequence } = record;
    const before = this.problemCount;
    const say = (code: ChainProblem['code'], message: string) =>
      this.say({ code, sequence, documentId: id, message });
    if (!holds(record)) {
      say(
        'altered',
        `Record ${sequence} is not what was signed: its content does not have its hash.`
      );
    }
    if (version !== undefined && version > 1) {
      say(
        'overwritten',
        `Record ${sequence} was written ${version} times; Audit User writes a record once.`
      );
    }
    this.follow(record, say);
    const valid = this.problemCount === before;
    if (sequence === this.last.sequence) return { record, valid: false };
    if (id !== documentId(sequence)) {
      say(
        'forked',
        `Record ${sequence} stands in the document ${id}, where Audit User does not write.`
      );
    }
    this.last = { sequence, hash: record.hash };
    return { record, valid: this.problemCount === before && valid };
  }

  /** What is known after the last document. */
  chain(state: ReviewChain['state'], whole: boolean): ReviewChain {
    return {
      state,
      intact: whole && state !== 'forbidden' && this.problemCount === 0,
      records: this.records,
      headHash: this.last.hash,
      headSequence: this.last.sequence,
      problems: [...this.problems],
      problemsLeftOut: this.problemCount - this.problems.length,
    };
  }

  private follow(
    { sequence, previousHash }: ReviewRecord,
    say: (code: ChainProblem['code'], message: string) => void
  ): void {
    const { last } = this;
    if (sequence === last.sequence) {
      say('forked', `There are two records ${sequence}: only one of them can be what was signed.`);
      return;
    }
    if (sequence > last.sequence + 1) {
      const first = last.sequence + 1;
      const until = sequence - 1;
      say(
        'missing',
        first === until
          ? `Record ${first} is missing: what follows it cannot be tied to what was before.`
          : `Records ${first} to ${until} are missing: what follows them cannot be tied to what was before.`
      );
      return;
    }
    if (previousHash !== last.hash) {
      say(
        'broken',
        sequence === 1
          ? 'Record 1 says that another one was before it.'
          : `Record ${sequence} does not follow record ${last.sequence} as it is now.`
      );
    }
  }

  private say(problem: ChainProblem): void {
    this.problemCount += 1;
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }
}
