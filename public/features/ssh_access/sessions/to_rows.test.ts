/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { testRun, testSession } from '../test_ssh';
import { toRows, type SshRow } from './to_rows';

const idOf = (row: SshRow) => (row.kind === 'run' ? row.run.id : row.session.id);

describe('the rows of the table', () => {
  it('are sessions and runs together, newest first', () => {
    const rows = toRows(
      [
        testSession({ id: 's12', startedAt: '2026-01-27T12:00:00.000Z' }),
        testSession({ id: 's08', startedAt: '2026-01-27T08:00:00.000Z' }),
      ],
      [
        testRun({ id: 'r13', startedAt: '2026-01-27T13:00:00.000Z' }),
        testRun({ id: 'r10', startedAt: '2026-01-27T10:00:00.000Z' }),
        testRun({ id: 'r07', startedAt: '2026-01-27T07:00:00.000Z' }),
      ]
    );
    expect(rows.map(idOf)).toEqual(['r13', 's12', 'r10', 's08', 'r07']);
  });

  it('keep the order of the server for a session of which the login is not in the log', () => {
    const rows = toRows(
      [
        testSession({ id: 's12', startedAt: '2026-01-27T12:00:00.000Z' }),
        testSession({ id: 'unseen', startedAt: undefined, endedAt: undefined, commands: [] }),
      ],
      [testRun({ id: 'r10', startedAt: '2026-01-27T10:00:00.000Z' })]
    );
    expect(rows.map(idOf)).toEqual(['s12', 'unseen', 'r10']);
  });
});
