/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isAuditError } from '../errors/audit_error';
import { makeAppendOnlyIndex } from '../search/append_only_index';
import type { ScopedSearch } from '../search/scoped_search';
import { NO_SECURITY_PLUGIN, readWho } from '../status/status_service';
import { ACCESS_INDEX, toAccessDocument, type AccessDocument, type Look } from './access_documents';
import { toAccessRefusal, type RIGHTS } from './access_refusal';

/**
 * For so long an index is taken to be there without trying to make it. Short: adding to one that was taken away makes
 * OpenSearch put one without our mapping in its place, which then takes nothing.
 */
const INDEX_KNOWN_MS = 5_000;

/**
 * Records who looked, with the rights of who looks. Nothing is written on behalf of the server, so that nobody looks
 * whose role may not record.
 */
export class AccessLog {
  private knownUntil = 0;

  constructor(private readonly index: string) {}

  /**
   * Adds one document, and answers when it is kept.
   *
   * @param search of this look alone: what gives the question up must not give this up
   * @throws AuditError `forbidden` or `upstream_unavailable`: nothing may be shown then
   */
  async record(
    search: ScopedSearch,
    look: Look,
    route: string,
    purpose: string | undefined,
    now: Date
  ): Promise<void> {
    const [user, made] = await Promise.all([this.readUser(search), this.makeIndex(search)]);
    const document = toAccessDocument(look, route, user, purpose, now);
    try {
      await search.append(this.index, [document], undefined, 'false');
      this.knownUntil = Date.now() + INDEX_KNOWN_MS;
    } catch (error) {
      this.knownUntil = 0;
      throw this.refusal(error, made ? 'add' : 'add_or_make');
    }
  }

  private async readUser(search: ScopedSearch): Promise<AccessDocument['user']> {
    try {
      const name = await readWho(search);
      return { name, authenticated: name !== NO_SECURITY_PLUGIN };
    } catch (error) {
      throw this.refusal(error, 'who');
    }
  }

  /**
   * Makes the index unless it is there. Adding to one that is not there would make one that takes anything.
   *
   * @returns false where this user may not make it: it may be there nevertheless
   */
  private async makeIndex(search: ScopedSearch): Promise<boolean> {
    if (Date.now() < this.knownUntil) return true;
    try {
      await makeAppendOnlyIndex(search, this.index, ACCESS_INDEX);
      return true;
    } catch (error) {
      const refused =
        isAuditError(error) && error.code === 'forbidden' && !error.details.authentication;
      if (refused) return false;
      throw this.refusal(error, 'make');
    }
  }

  private refusal(error: unknown, right: keyof typeof RIGHTS): unknown {
    return toAccessRefusal(error, this.index, right);
  }
}
