/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SshCommand, SshSession } from '../../common/api/ssh_sessions';
import type { Attribution } from '../../common/attribution/attribution';
import type { LoginAttribution } from '../attribution/attribute_login';
import { maskText } from '../secrets/mask_secrets';
import type { CommandRecord, SessionRecord } from './history/host_history';

/** Commands listed of one session; more are counted. */
export const MAX_SESSION_COMMANDS = 200;

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

/** A command as answered. */
export function toSshCommand(
  command: CommandRecord,
  attribution: Attribution,
  mask: boolean
): SshCommand {
  const shown =
    command.command === undefined || !mask ? command.command : maskText(command.command);
  return {
    time: command.time,
    timePrecision: command.precision,
    program: command.program,
    account: command.account ?? '',
    ...optional('runAs', command.runAs.length === 1 ? command.runAs[0] : undefined),
    ...optional('command', shown),
    masked: shown !== command.command,
    ...optional('tty', command.tty),
    ...optional('pwd', command.pwd),
    outcome: command.denied ? 'denied' : 'allowed',
    ...optional('refusal', command.refusal),
    attribution,
    lines: command.lines,
  };
}

/** A session as answered. */
export function toSshSession(
  session: SessionRecord,
  login: LoginAttribution,
  commands: SshCommand[],
  commandsLeftOut: number
): SshSession {
  const durationMs =
    session.endMs !== undefined &&
    session.startedAt !== undefined &&
    session.precision !== 'hour_unknown'
      ? Math.max(0, session.endMs - session.earliestMs)
      : undefined;
  return {
    id: session.id,
    cluster: session.cluster,
    host: session.host,
    account: session.account,
    method: session.method,
    ...optional('keyType', session.key?.type),
    ...optional('fingerprint', session.key?.fingerprint),
    ...optional('certificate', session.certificate),
    ...optional('sourceIp', session.sourceIp),
    ...optional('sourcePort', session.sourcePort),
    ...optional('startedAt', session.startedAt),
    ...optional('endedAt', session.endedAt),
    state: session.state,
    ...optional('durationMs', durationMs),
    timePrecision: session.precision,
    repaired: session.repaired,
    requests: session.requests,
    terminals: session.terminals.map(({ tty }) => tty),
    commands,
    commandsLeftOut,
    attribution: login.attribution,
    marks: login.marks,
    lines: session.lines,
    lineCount: session.lineCount,
  };
}
