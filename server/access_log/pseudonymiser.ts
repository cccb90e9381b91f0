/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readDirectory, type DirectoryOptions } from '../directory/directory_service';
import type { ScopedSearch } from '../search/scoped_search';
import { hideNames } from './hide_names';
import { Pseudonyms } from './pseudonyms';
import { translateQuestion, type Translated } from './translate_question';

/** What pseudonyms depend on. */
export interface PseudonymOptions {
  directory: DirectoryOptions;
  /** Accounts of Kubernetes and of nodes that several persons use: they stay as they are. */
  groupAccounts: readonly string[];
}

/** Puts pseudonyms for names into answers, and names for pseudonyms into questions. One for the life of a process. */
export class Pseudonymiser {
  private readonly pseudonyms = new Pseudonyms();

  constructor(private readonly options: PseudonymOptions) {}

  /** @throws AuditError `invalid_request` for a pseudonym that is not known */
  translate(body: unknown): Translated {
    return translateQuestion(body, this.pseudonyms);
  }

  /** An answer without names of persons. */
  hide(answer: unknown, known: readonly string[]): unknown {
    return hideNames(answer, known, this.options.groupAccounts, this.pseudonyms);
  }

  /**
   * Names that the directory may bring into the words of an answer, as far as this user may read it; where they may
   * not, it brings none.
   */
  async directoryNames(search: ScopedSearch): Promise<string[]> {
    const { entries } = await readDirectory(search, this.options.directory);
    return entries.flatMap(({ person, kind, value }) => [
      ...(person === undefined ? [] : [person]),
      ...(kind === 'account' || kind === 'ssh_certificate_id' ? [value] : []),
    ]);
  }
}
