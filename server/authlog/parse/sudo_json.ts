/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';

// sudo 1.9.4 on with `Defaults log_format=json` (lib/eventlog/eventlog.c, format_json()): one object named after
// the event, `@cee:{"sudo":{"accept":{"submituser":…,"command":…,"runuser":…,"runargv":[…]}}}`. What the caller
// writes is quoted, so that there is one reading only.

/** A longer one is cut by syslog, and cannot be read anyway. */
const MAX_JSON = 65_536;

const unreadable: AuthlogRecord = { kind: 'unreadable', why: 'an event of sudo that is not whole' };

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The command as sudo writes it elsewhere: arguments with blanks in quotes. */
function commandOf({ command, runargv }: Fields): string | undefined {
  if (typeof command !== 'string') return undefined;
  const args = Array.isArray(runargv) ? runargv.slice(1) : [];
  const quoted = args
    .filter((arg): arg is string => typeof arg === 'string')
    .map((arg) => (arg.includes(' ') ? `'${arg.replace(/['\\]/g, '\\$&')}'` : arg));
  return [command, ...quoted].join(' ');
}

/** After `@cee:`. */
export function readSudoJson(json: string): AuthlogRecord {
  if (json.length > MAX_JSON) return unreadable;
  const event = parse(json);
  const sudo = isFields(event) ? event.sudo : undefined;
  if (!isFields(sudo)) return unreadable;
  // The end of a command repeats what the beginning told.
  if (isFields(sudo.exit)) return { kind: 'other' };
  const refused = sudo.reject ?? sudo.alert;
  const fields = sudo.accept ?? refused;
  if (!isFields(fields)) return unreadable;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === 'string' ? value : undefined;
  };
  const account = text('submituser');
  if (account === undefined || account === '') return unreadable;
  const command = commandOf(fields);
  const optional = (name: string, value: string | undefined) =>
    value === undefined ? {} : { [name]: value };
  return {
    kind: 'sudo_command',
    account,
    ...optional('runAs', text('runuser')),
    ...optional('runAsGroup', text('rungroup')),
    ...optional('tty', text('ttyname')?.replace(/^\/dev\//, '')),
    ...optional('pwd', text('runcwd') ?? text('submitcwd')),
    ...(refused === undefined ? {} : { refusal: text('reason') ?? 'refused' }),
    ...optional('command', command),
  };
}
