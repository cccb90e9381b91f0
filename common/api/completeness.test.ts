/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { COMPLETENESS_CODES, toCompleteness } from './completeness';

describe('completeness', () => {
  it('is complete exactly when there is no reason against it', () => {
    expect(toCompleteness([])).toEqual({ complete: true, reasons: [] });
    for (const code of COMPLETENESS_CODES) {
      const reasons = [{ code, message: 'x' }];
      expect(toCompleteness(reasons)).toEqual({ complete: false, reasons });
    }
  });

  it('has every code of the HTTP API, each once', () => {
    expect(COMPLETENESS_CODES).toEqual(
      expect.arrayContaining([
        'shard_failures',
        'timed_out',
        'total_is_lower_bound',
        'scan_limit_reached',
        'sources_forbidden',
        'sources_missing',
        'unparsed_lines',
        'retention_starts_later',
        'gap_in_source',
      ])
    );
    expect(new Set(COMPLETENESS_CODES).size).toBe(COMPLETENESS_CODES.length);
  });
});
