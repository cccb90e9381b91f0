/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toCsvLine } from '../../common/csv/csv_cell';
import type { Attribution } from '../../common/attribution/attribution';
import type { GroupAccountUse } from '../../common/api/group_accounts';
import type { SshFailureGroup } from '../../common/api/ssh_failures';
import type { SshSession } from '../../common/api/ssh_sessions';
import type { LocalColumns } from './local_columns';

const ATTRIBUTION_COLUMNS = ['attribution', 'person', 'candidates', 'reasons'] as const;

function attributionCells({ status, person, candidates, reasons }: Attribution): string[] {
  const others = status === 'identified' ? [] : candidates;
  return [
    status,
    person ?? '',
    others
      .map(
        (candidate) =>
          candidate.person ??
          `unknown (${candidate.fingerprint ?? candidate.sessionId ?? 'nothing logged'})`
      )
      .join('; '),
    reasons.map(({ message }) => message).join(' '),
  ];
}

const timeCells = (time: string | undefined, local: LocalColumns): string[] => {
  const ms = time === undefined ? NaN : Date.parse(time);
  if (Number.isNaN(ms)) return ['', '', ''];
  return [new Date(ms).toISOString(), ...local.of(ms)];
};

/** `attribution.csv`: every use of a group account, with the person, or why none is named. */
export function toAttributionCsv(uses: readonly GroupAccountUse[], local: LocalColumns): string {
  const heading = toCsvLine([
    'time_utc',
    'time_local',
    'utc_offset',
    'time_precision',
    'origin',
    'cluster',
    'host',
    'account',
    'acting_account',
    'outcome',
    ...ATTRIBUTION_COLUMNS,
    'marks',
    'source_ip',
    'fingerprint',
    'certificate_id',
    'credential_id',
    'detail',
    'command',
    'tty',
    'session_id',
    'audit_id',
    'lines',
  ]);
  return (
    heading +
    uses
      .map((use) =>
        toCsvLine([
          ...timeCells(use.time, local),
          use.timePrecision,
          use.origin,
          use.cluster,
          use.host,
          use.account,
          use.actingAccount,
          use.outcome,
          ...attributionCells(use.attribution),
          use.marks.join(' '),
          use.sourceIp,
          use.fingerprint,
          use.certificateId,
          use.credentialId,
          use.detail,
          use.command,
          use.tty,
          use.sessionId,
          use.auditId,
          use.lines.map(({ index, id }) => `${index}/${id}`).join(' '),
        ])
      )
      .join('')
  );
}

/** `sessions.csv`: SSH sessions as rebuilt from the lines. */
export function toSessionsCsv(sessions: readonly SshSession[], local: LocalColumns): string {
  const heading = toCsvLine([
    'started_at_utc',
    'started_at_local',
    'utc_offset',
    'ended_at_utc',
    'state',
    'duration_ms',
    'cluster',
    'host',
    'account',
    'method',
    'key_type',
    'fingerprint',
    'certificate_id',
    'source_ip',
    'source_port',
    ...ATTRIBUTION_COLUMNS,
    'marks',
    'commands',
    'repaired_time',
    'session_id',
  ]);
  return (
    heading +
    sessions
      .map((session) =>
        toCsvLine([
          ...timeCells(session.startedAt, local),
          timeCells(session.endedAt, local)[0],
          session.state,
          session.durationMs,
          session.cluster,
          session.host,
          session.account,
          session.method,
          session.keyType,
          session.fingerprint,
          session.certificate?.id,
          session.sourceIp,
          session.sourcePort,
          ...attributionCells(session.attribution),
          session.marks.join(' '),
          session.commands.length + session.commandsLeftOut,
          session.repaired,
          session.id,
        ])
      )
      .join('')
  );
}

/** `failures.csv`: refused and failed logins by source and account. */
export function toFailuresCsv(groups: readonly SshFailureGroup[]): string {
  const heading = toCsvLine([
    'first_utc',
    'last_utc',
    'cluster',
    'source_ip',
    'account',
    'account_invalid',
    'hosts',
    'attempts',
    'connections',
    'ways',
    'succeeded_after',
  ]);
  return (
    heading +
    groups
      .map((group) =>
        toCsvLine([
          group.firstSeen,
          group.lastSeen,
          group.cluster,
          group.sourceIp,
          group.account,
          group.invalidAccount,
          group.hosts.join(' '),
          group.attempts,
          group.connections,
          group.ways.map(({ way, count }) => `${way}: ${count}`).join('; '),
          group.succeededAfter,
        ])
      )
      .join('')
  );
}
