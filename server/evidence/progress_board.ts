/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { EvidenceProgress } from '../../common/api/evidence';

/** Exports that are remembered; the oldest are forgotten. */
const MAX_EXPORTS = 200;

const UNKNOWN: EvidenceProgress = { state: 'unknown', records: 0, expected: 0 };

/** How far each export of this server is. Nothing in it but figures. */
export class ProgressBoard {
  private readonly exports = new Map<string, EvidenceProgress>();

  /** Notes how far an export is. */
  note(id: string, change: Partial<EvidenceProgress>): void {
    const known = this.exports.get(id) ?? { state: 'counting', records: 0, expected: 0 };
    this.exports.delete(id);
    this.exports.set(id, { ...known, ...change });
    if (this.exports.size > MAX_EXPORTS) {
      const [oldest] = this.exports.keys();
      this.exports.delete(oldest);
    }
  }

  /** What is known of an export. */
  of(id: string): EvidenceProgress {
    return this.exports.get(id) ?? UNKNOWN;
  }
}
