/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CommandRecord } from './history/host_history';
import { foldRuns, type PlacedSession } from './fold_runs';
import { placedSessions, sessionOf, terminalOf } from './placed_sessions.test_support';

/** Runs as `sessions from–to`, and the starts of the sessions that stay by themselves. */
function folded(sessions: readonly PlacedSession[]) {
  const { single, runs } = foldRuns(sessions);
  const time = (instant = '') => instant.slice(11, 19);
  return {
    runs: runs.map((run) => `${run.sessions} ${time(run.startedAt)}–${time(run.endedAt)}`),
    single: single.map(({ session }) => time(session.startedAt)).sort(),
  };
}

const first = sessionOf('1', '02:00:00', '02:00:10');
const second = sessionOf('2', '02:00:20', '02:00:30');
const third = sessionOf('3', '02:00:40', '02:00:50');

describe('short sessions one after another', () => {
  it('are a run with what they have in common', () => {
    const { single, runs } = foldRuns(
      placedSessions(
        ...first,
        ...second,
        ...sessionOf('4', '02:00:25', '02:05:00', { host: 'node-2' })
      )
    );
    expect(single).toEqual([]);
    expect(runs).toHaveLength(1);
    const [{ id, attribution, ...run }] = runs;
    expect(id).toBe('run/wc/node-1/1/2026-01-27T02:00:00.000000Z');
    expect(attribution.status).toBe('unidentified');
    expect(run).toEqual({
      cluster: 'wc',
      account: 'ubuntu',
      hosts: ['node-1', 'node-2'],
      method: 'publickey',
      keyType: 'ED25519',
      fingerprint: 'SHA256:deploy',
      sourceIp: '192.0.2.1',
      sessions: 3,
      commands: 0,
      startedAt: '2026-01-27T02:00:00.000000Z',
      // Not the end of the session that began last.
      endedAt: '2026-01-27T02:05:00.000000Z',
      marks: ['unknown_key'],
    });
  });

  it('are shown one by one while there are fewer than three', () => {
    expect(folded(placedSessions(...first, ...second))).toEqual({
      runs: [],
      single: ['02:00:00', '02:00:20'],
    });
  });

  it('are of two runs where there is a pause of more than ten minutes', () => {
    const later = [
      ...sessionOf('5', '02:10:51', '02:10:52'),
      ...sessionOf('6', '02:11:00', '02:11:10'),
      ...sessionOf('7', '02:11:20', '02:11:30'),
    ];
    expect(folded(placedSessions(...first, ...second, ...third, ...later)).runs).toEqual([
      '3 02:00:00–02:00:50',
      '3 02:10:51–02:11:30',
    ]);
    const sooner = sessionOf('5', '02:10:50', '02:10:52');
    expect(folded(placedSessions(...first, ...second, ...third, ...sooner)).runs).toEqual([
      '4 02:00:00–02:10:52',
    ]);
  });

  it('are never folded across accounts, keys, sources, methods or persons', () => {
    const lines = [
      ...sessionOf('1', '02:00:00', '02:00:01', { account: 'root' }),
      ...sessionOf('2', '02:00:02', '02:00:03', { ip: '192.0.2.2' }),
      ...sessionOf('3', '02:00:04', '02:00:05', { who: 'alice' }),
      ...sessionOf('4', '02:00:06', '02:00:07', { who: 'bob' }),
      ...sessionOf('5', '02:00:08', '02:00:09', { method: 'password' }),
      ...sessionOf('6', '02:00:10', '02:00:11'),
      ...sessionOf('7', '02:00:12', '02:00:13'),
    ];
    expect(folded(placedSessions(...lines))).toEqual({
      runs: [],
      single: ['02:00:00', '02:00:02', '02:00:04', '02:00:06', '02:00:08', '02:00:10', '02:00:12'],
    });
  });
});

describe('of a run is no session', () => {
  const around = [...first, ...second, ...third];

  it('that is open, or longer than ten minutes', () => {
    const open = sessionOf('8', '02:00:15');
    const long = sessionOf('9', '02:00:16', '02:10:17');
    expect(folded(placedSessions(...around, ...open, ...long))).toEqual({
      runs: ['3 02:00:00–02:00:50'],
      single: ['02:00:15', '02:00:16'],
    });
  });

  it('that has a terminal: somebody may have typed there', () => {
    const typed = [...sessionOf('8', '02:00:15', '02:00:19'), terminalOf('8', '02:00:16')];
    expect(folded(placedSessions(...around, ...typed))).toEqual({
      runs: ['3 02:00:00–02:00:50'],
      single: ['02:00:15'],
    });
  });

  it.each<[string, Partial<CommandRecord>]>([
    ['with a terminal', { tty: 'pts/0', denied: false }],
    ['that was refused', { denied: true }],
  ])('of which there is a command %s', (_what, command) => {
    const [one, ...others] = placedSessions(...around, ...sessionOf('8', '02:00:55', '02:00:56'));
    const sessions = [{ ...one, commands: [command as CommandRecord] }, ...others];
    expect(folded(sessions)).toEqual({
      runs: ['3 02:00:20–02:00:56'],
      single: ['02:00:00'],
    });
  });
});

it('a run of more than 200 hosts says how many are not listed', () => {
  const lines = Array.from({ length: 203 }, (_, i) => {
    const time = (second: number) => new Date(second * 1000).toISOString().slice(11, 19);
    return sessionOf(String(i + 1), time(i * 2), time(i * 2 + 1), { host: `node-${i}` });
  });
  const { runs } = foldRuns(placedSessions(...lines.flat()));
  expect(
    runs.map(({ sessions, hosts, hostsLeftOut }) => [sessions, hosts.length, hostsLeftOut])
  ).toEqual([[203, 200, 3]]);
});
