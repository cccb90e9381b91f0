/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { complaintAboutPurpose, PURPOSE_HEADER } from '../../common/api/access_log';
import { AuditError } from '../errors/audit_error';
import type { RequestHeaders } from '../host_types';

/** Longest header that is looked at: 500 characters of four bytes each, percent-encoded. */
const MAX_ENCODED = 500 * 12;

const refused = (why: string) =>
  new AuditError('invalid_request', `header ${PURPOSE_HEADER}: ${why}`);

function decoded(text: string): string {
  // What is beyond ASCII reached us in an encoding that nobody named.
  if (/[^\x20-\x7e]/.test(text)) throw refused('it must be percent-encoded UTF-8');
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw refused('it is not percent-encoded UTF-8');
  }
}

/**
 * Why somebody looks, in their own words.
 *
 * @param headers as the host gives them, names in lower case
 * @returns undefined where none is given, or one of blanks
 * @throws AuditError `invalid_request` for what is no text of at most 500 printable characters
 */
export function readPurpose(headers: RequestHeaders = {}): string | undefined {
  const given = headers[PURPOSE_HEADER];
  if (given === undefined) return undefined;
  if (typeof given !== 'string') throw refused('it was given more than once');
  if (given.length > MAX_ENCODED) throw refused('it is too long');
  const purpose = decoded(given).trim();
  const complaint = complaintAboutPurpose(purpose);
  if (complaint !== undefined) throw refused(complaint);
  return purpose === '' ? undefined : purpose;
}
