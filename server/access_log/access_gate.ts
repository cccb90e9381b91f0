/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError, isAuditError } from '../errors/audit_error';
import type { RequestHeaders } from '../host_types';
import type { ScopedSearch } from '../search/scoped_search';
import type { AccessLog } from './access_log';
import type { LookRule } from './look_rules';
import type { Pseudonymiser } from './pseudonymiser';
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

/** What every request passes where looking is recorded. */
export interface AccessControl {
  log: AccessLog;
  /** Where names are pseudonyms until a purpose is given. */
  pseudonymiser?: Pseudonymiser;
}

/** What stands between the questions of one request and their answers. */
export class AccessGate {
  private readonly purpose: string | undefined;
  /** Names that the question got for its pseudonyms. */
  private namesOfQuestion: ReadonlySet<string> = new Set();

  /**
   * @param search of the record alone; the question has its own, which can be given up
   * @throws AuditError `invalid_request` for a purpose that is none
   */
  constructor(
    private readonly control: AccessControl,
    private readonly search: ScopedSearch,
    private readonly route: string,
    headers: RequestHeaders | undefined
  ) {
    this.purpose = readPurpose(headers);
  }

  /**
   * What was asked, with names for pseudonyms.
   *
   * @throws AuditError `invalid_request` for a pseudonym that is not known
   */
  translated(body: unknown): unknown {
    const read = this.control.pseudonymiser?.translate(body);
    if (!read) return body;
    this.namesOfQuestion = read.names;
    return read.body;
  }

  /**
   * Answers a question once it is recorded that it was asked; what is recorded stays so when the question fails or is
   * given up.
   *
   * @throws AuditError where it cannot be recorded: the answer is thrown away
   */
  async answer<Question>(asked: Asked<Question>): Promise<unknown> {
    const { pseudonymiser } = this.control;
    if (!pseudonymiser || this.purpose !== undefined) return this.recorded(asked);
    const why = asked.rule.needsPurpose?.(asked.question);
    if (why !== undefined) {
      throw new AuditError(
        'forbidden',
        `${why}, and names are only shown for a purpose here: give one`,
        { purposeNeeded: true }
      );
    }
    const [answer, names] = await Promise.all([
      this.recorded(asked),
      pseudonymiser.directoryNames(this.search),
    ]);
    return pseudonymiser.hide(answer, [...names, ...this.namesOfQuestion]);
  }

  /** A failure in whose words there is no name that the question did not know. */
  failure(error: unknown): unknown {
    const { pseudonymiser } = this.control;
    if (!pseudonymiser || this.purpose !== undefined || !isAuditError(error)) return error;
    const names = [...this.namesOfQuestion];
    const { message, details } = pseudonymiser.hide(
      { message: error.message, details: error.details },
      names
    ) as Pick<AuditError, 'message' | 'details'>;
    return new AuditError(error.code, message, details);
  }

  private async recorded<Question>({
    question,
    now,
    rule,
    answer,
    giveUp,
  }: Asked<Question>): Promise<unknown> {
    const { log } = this.control;
    const look = rule.of(question, now);
    const recorded = log.record(this.search, look, this.route, this.purpose, now);
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
