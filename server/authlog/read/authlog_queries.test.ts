/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { loginsQuery } from './authlog_queries';

describe('the search for logins', () => {
  const text = JSON.stringify(loginsQuery({ fromMs: 0, toMs: 1 }));

  it('asks for no program, since a collector may write its name in any way', () => {
    const { filter } = (loginsQuery({ fromMs: 0, toMs: 1 }) as { bool: { filter: object[] } }).bool;
    const naming = filter.filter((clause) => JSON.stringify(clause).includes('ident'));
    expect(naming).toEqual([{ bool: { must_not: [expect.anything()] } }]);
    expect(text).not.toContain('sshd');
  });

  it('asks for what a collector may have lost of one', () => {
    expect(text).toContain('"host.keyword":["Accepted"]');
    expect(text).toContain('"must_not":[{"exists":{"field":"message"}}]');
  });

  it('leaves out sudo, su and cron, whose sessions are most of a log', () => {
    for (const program of ['sudo', 'su', 'CRON']) expect(text).toContain(`"${program}"`);
  });
});
