/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { complaintAboutPurpose, PURPOSE_HEADER } from '../../common/api/access_log';
import type { HttpStart } from '../host_types';

const STORED = 'auditUser.purpose';

function read(): string {
  try {
    const stored = window.sessionStorage.getItem(STORED) ?? '';
    return complaintAboutPurpose(stored) === undefined ? stored.trim() : '';
  } catch {
    // A browser may forbid it: then nothing is remembered.
    return '';
  }
}

/** Why this user looks, for this tab only. */
export class PurposeStore {
  private purpose = read();

  /** Empty where none is given. */
  get(): string {
    return this.purpose;
  }

  /** @throws RangeError for what the server would refuse: see `complaintAboutPurpose` */
  set(purpose: string): void {
    const complaint = complaintAboutPurpose(purpose);
    if (complaint !== undefined) throw new RangeError(complaint);
    this.purpose = purpose.trim();
    try {
      window.sessionStorage.setItem(STORED, this.purpose);
    } catch {
      // It holds until the page is left.
    }
  }

  /** Headers that tell it; none where there is none to tell. */
  headers(): Record<string, string> {
    return this.purpose === '' ? {} : { [PURPOSE_HEADER]: encodeURIComponent(this.purpose) };
  }
}

/** The host's client, with the purpose on every request. */
export function withPurpose(http: HttpStart, purpose: PurposeStore): HttpStart {
  return {
    basePath: http.basePath,
    get: (path, options) => http.get(path, { ...options, headers: purpose.headers() }),
    post: (path, options) => http.post(path, { ...options, headers: purpose.headers() }),
    ownHeaders: () => purpose.headers(),
  };
}
