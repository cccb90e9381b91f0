/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupAccountsResponse, GroupAccountUse } from '../../../common/api/group_accounts';

/** A use by one identified person. */
export function testUse(part: Partial<GroupAccountUse> = {}): GroupAccountUse {
  return {
    time: '2026-01-27T10:00:00.000000Z',
    timePrecision: 'exact',
    cluster: 'prod-wc',
    host: 'node-1',
    account: 'root',
    origin: 'sudo',
    actingAccount: 'ubuntu',
    command: '/usr/bin/id',
    runAs: 'root',
    outcome: 'allowed',
    detail: 'sudo',
    attribution: {
      status: 'identified',
      person: 'alice@example.com',
      candidates: [{ person: 'alice@example.com', sessionId: 's1' }],
      reasons: [{ code: 'only_person_with_session_open', message: 'Nobody else was there.' }],
    },
    marks: [],
    lines: [{ index: 'authlog-1', id: '1' }],
    ...part,
  };
}

/** An answer with these uses. */
export function testGroupAnswer(part: Partial<GroupAccountsResponse> = {}): GroupAccountsResponse {
  const uses = part.uses ?? [testUse()];
  return {
    range: { from: '2026-01-27T00:00:00.000Z', to: '2026-01-28T00:00:00.000Z' },
    accounts: [
      {
        account: 'root',
        origin: 'sudo',
        uses: uses.length,
        identified: uses.length,
        ambiguous: 0,
        unidentified: 0,
        denied: 0,
        byPerson: [
          {
            person: 'alice@example.com',
            uses: uses.length,
            firstUse: '2026-01-27T10:00:00Z',
            lastUse: '2026-01-27T10:00:00Z',
          },
        ],
        marks: [],
        whyNot: [],
      },
    ],
    total: { value: uses.length, relation: 'eq' },
    uses,
    trend: { intervalMs: 3_600_000, bars: [] },
    unknownCredentials: [],
    completeness: { complete: true, reasons: [] },
    ...part,
  };
}
