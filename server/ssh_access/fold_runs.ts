/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshRun, SshSession } from '../../common/api/ssh_sessions';

/** Sessions of a run are shorter than this: Ansible opens one for each task, or keeps one for a minute. */
const MAX_SESSION_MS = 10 * 60_000;

/** A pause this long ends a run. */
const MAX_PAUSE_MS = 10 * 60_000;

/** Fewer than this are shown one by one. */
const MIN_SESSIONS = 3;

/** Hosts listed of one run. */
const MAX_HOSTS = 200;

/** Sessions of one account, key and address: what a run has in common. */
function seriesOf(session: SshSession): string | undefined {
  const { startedAt, durationMs, method } = session;
  if (startedAt === undefined || durationMs === undefined || durationMs > MAX_SESSION_MS) {
    return undefined;
  }
  if (session.timePrecision === 'hour_unknown' || session.terminals.length > 0) return undefined;
  if (session.commands.some(({ tty, outcome }) => tty !== undefined || outcome === 'denied')) {
    return undefined;
  }
  const { attribution, cluster, account, fingerprint, sourceIp, certificate, marks } = session;
  return JSON.stringify([
    cluster,
    account,
    method,
    fingerprint,
    certificate?.id,
    sourceIp,
    attribution.status,
    attribution.person,
    marks,
  ]);
}

function toRun(sessions: readonly SshSession[]): SshRun {
  const [first] = sessions;
  const ends = sessions.map(({ endedAt, startedAt }) => endedAt ?? startedAt ?? '');
  return {
    id: `run/${first.id}`,
    cluster: first.cluster,
    account: first.account,
    hosts: [...new Set(sessions.map(({ host }) => host))].sort().slice(0, MAX_HOSTS),
    method: first.method,
    ...(first.keyType === undefined ? {} : { keyType: first.keyType }),
    ...(first.fingerprint === undefined ? {} : { fingerprint: first.fingerprint }),
    ...(first.sourceIp === undefined ? {} : { sourceIp: first.sourceIp }),
    sessions: sessions.length,
    commands: sessions.reduce(
      (all, { commands, commandsLeftOut }) => all + commands.length + commandsLeftOut,
      0
    ),
    startedAt: first.startedAt ?? '',
    endedAt: ends.reduce((latest, end) => (Date.parse(end) > Date.parse(latest) ? end : latest)),
    attribution: first.attribution,
    marks: first.marks,
  };
}

/**
 * Folds many short sessions of one account and key from one address, one after another on whichever hosts,
 * into runs. What has a terminal, a refused command, or another attribution stays by itself.
 */
export function foldRuns(sessions: readonly SshSession[]): {
  sessions: SshSession[];
  runs: SshRun[];
} {
  const single: SshSession[] = [];
  const runs: SshRun[] = [];
  const open = new Map<string, { members: SshSession[]; lastMs: number }>();
  const close = (members: SshSession[]) => {
    if (members.length >= MIN_SESSIONS) runs.push(toRun(members));
    else single.push(...members);
  };
  const inOrder = [...sessions].sort(
    (a, b) => Date.parse(a.startedAt ?? '') - Date.parse(b.startedAt ?? '')
  );
  for (const session of inOrder) {
    const series = seriesOf(session);
    if (series === undefined) {
      single.push(session);
      continue;
    }
    const startMs = Date.parse(session.startedAt ?? '');
    const endMs = startMs + (session.durationMs ?? 0);
    const run = open.get(series);
    if (run && startMs - run.lastMs <= MAX_PAUSE_MS) {
      run.members.push(session);
      run.lastMs = Math.max(run.lastMs, endMs);
      continue;
    }
    if (run) close(run.members);
    open.set(series, { members: [session], lastMs: endMs });
  }
  for (const { members } of open.values()) close(members);
  return { sessions: single, runs };
}
