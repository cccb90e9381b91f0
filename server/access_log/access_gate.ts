/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RequestHeaders } from '../host_types';
import type { ScopedSearch } from '../search/scoped_search';
import type { AccessLog } from './access_log';
import type { LookRule } from './look_rules';
import { readPurpose } from './read_purpose';

/** One question on its way to its answer. */
export interface Asked<Question> {
  question: Question;
  /** The instant at which it was asked. */
  now: Date;
  rule: LookRule<Question>;
  /** Asks it. */
  answer(): Promise<unknown>;
  /** Gives it up, where its answer may not be shown. */
  giveUp(): void;
}

/** What stands between the questions of one request and their answers. */
export class AccessGate {
  private readonly purpose: string | undefined;

  /**
   * @param search of the record alone; the question has its own, which can be given up
   * @throws AuditError `invalid_request` for a purpose that is none
   */
  constructor(
    private readonly log: AccessLog,
    private readonly search: ScopedSearch,
    private readonly route: string,
    headers: RequestHeaders | undefined
  ) {
    this.purpose = readPurpose(headers);
  }

  /**
   * Answers a question once it is recorded that it was asked; what is recorded stays so when the question fails or is
   * given up.
   *
   * @throws AuditError where it cannot be recorded: the answer is thrown away
   */
  async answer<Question>({
    question,
    now,
    rule,
    answer,
    giveUp,
  }: Asked<Question>): Promise<unknown> {
    const look = rule.of(question, now);
    const recorded = this.log.record(this.search, look, this.route, this.purpose, now);
    if (rule.before) {
      await recorded;
      return answer();
    }
    const asked = answer();
    // Whichever fails first, the other must not fail unheard.
    asked.catch(() => undefined);
    try {
      await recorded;
    } catch (error) {
      giveUp();
      throw error;
    }
    return asked;
  }
}
