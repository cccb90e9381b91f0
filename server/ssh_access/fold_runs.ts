/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshRun } from '../../common/api/ssh_sessions';
import type { LoginAttribution } from '../attribution/attribute_login';
import type { CommandRecord, SessionRecord } from './history/host_history';

/** Sessions of a run are shorter than this: Ansible opens one for each task, or keeps one for a minute. */
const MAX_SESSION_MS = 10 * 60_000;

/** A pause this long ends a run. */
const MAX_PAUSE_MS = 10 * 60_000;

/** Fewer than this are shown one by one. */
const MIN_SESSIONS = 3;

/** Hosts listed of one run. */
const MAX_HOSTS = 200;

/** A session with who logged in, and the commands that may be of it. */
export interface PlacedSession {
  session: SessionRecord;
  login: LoginAttribution;
  commands: readonly CommandRecord[];
}

/** Sessions of one account, key and address: what a run has in common. */
function seriesOf({ session, login, commands }: PlacedSession): string | undefined {
  const { startedAt, earliestMs, endMs, terminals, precision } = session;
  if (startedAt === undefined || endMs === undefined) return undefined;
  if (endMs - earliestMs > MAX_SESSION_MS || precision === 'hour_unknown') return undefined;
  if (terminals.length > 0) return undefined;
  if (commands.some(({ tty, denied }) => tty !== undefined || denied)) return undefined;
  const { cluster, account, method, key, certificate, sourceIp } = session;
  const { attribution, marks } = login;
  return JSON.stringify([
    cluster,
    account,
    method,
    key?.fingerprint,
    certificate?.id,
    sourceIp,
    attribution.status,
    attribution.person,
    marks,
  ]);
}

function toRun(members: readonly PlacedSession[]): SshRun {
  const [{ session: first, login }] = members;
  const hosts = [...new Set(members.map(({ session }) => session.host))].sort();
  const last = members.reduce((latest, { session }) =>
    (session.endMs ?? 0) > (latest.session.endMs ?? 0) ? { ...latest, session } : latest
  );
  return {
    id: `run/${first.id}`,
    cluster: first.cluster,
    account: first.account,
    hosts: hosts.slice(0, MAX_HOSTS),
    ...(hosts.length > MAX_HOSTS ? { hostsLeftOut: hosts.length - MAX_HOSTS } : {}),
    method: first.method,
    ...(first.key === undefined
      ? {}
      : { keyType: first.key.type, fingerprint: first.key.fingerprint }),
    ...(first.sourceIp === undefined ? {} : { sourceIp: first.sourceIp }),
    sessions: members.length,
    commands: members.reduce((all, { commands }) => all + commands.length, 0),
    startedAt: first.startedAt ?? '',
    endedAt: last.session.endedAt ?? first.startedAt ?? '',
    attribution: login.attribution,
    marks: login.marks,
  };
}

/**
 * Folds many short sessions of one account and key from one address, one after another on whichever hosts,
 * into runs. What has a terminal, a refused command, or another attribution stays by itself.
 */
export function foldRuns(sessions: readonly PlacedSession[]): {
  single: PlacedSession[];
  runs: SshRun[];
} {
  const single: PlacedSession[] = [];
  const runs: SshRun[] = [];
  const open = new Map<string, { members: PlacedSession[]; lastMs: number }>();
  const close = (members: PlacedSession[]) => {
    if (members.length >= MIN_SESSIONS) runs.push(toRun(members));
    else single.push(...members);
  };
  const inOrder = [...sessions].sort((a, b) => a.session.earliestMs - b.session.earliestMs);
  for (const placed of inOrder) {
    const series = seriesOf(placed);
    if (series === undefined) {
      single.push(placed);
      continue;
    }
    const { earliestMs, endMs = earliestMs } = placed.session;
    const run = open.get(series);
    if (run && earliestMs - run.lastMs <= MAX_PAUSE_MS) {
      run.members.push(placed);
      run.lastMs = Math.max(run.lastMs, endMs);
      continue;
    }
    if (run) close(run.members);
    open.set(series, { members: [placed], lastMs: endMs });
  }
  for (const { members } of open.values()) close(members);
  return { single, runs };
}
