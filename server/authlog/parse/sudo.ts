/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';
import { readFields, TooManyReadings, type SudoReading } from './sudo_fields';
import { readSudoJson } from './sudo_json';

const CONTINUED = '(command continued) ';
/** sudo-rs begins every further piece of a long line like this, without naming the account. */
const CONTINUED_RS = '[...] ';

const MAX_ACCOUNT = 400;

const unreadable = (why: string): AuthlogRecord => ({ kind: 'unreadable', why });

/** Each account that the command may have been run as. */
function accounts(readings: readonly SudoReading[]): string[] {
  const found: string[] = [];
  for (const { runAs } of readings) {
    if (runAs !== undefined && !found.includes(runAs)) found.push(runAs);
  }
  return found;
}

/** The longest text holds every other: nothing of what was run is hidden. */
function longestCommand(readings: readonly SudoReading[]): string | undefined {
  let longest: string | undefined;
  for (const { command } of readings) {
    if (command !== undefined && command.length > (longest?.length ?? -1)) longest = command;
  }
  return longest;
}

function toRecord(account: string, readings: readonly SudoReading[]): AuthlogRecord {
  const [first] = readings;
  if (readings.some(({ tty }) => tty !== first.tty)) {
    return unreadable('a line of sudo whose terminal can be read in more than one way');
  }
  const record: Extract<AuthlogRecord, { kind: 'sudo_command' }> = {
    kind: 'sudo_command',
    account,
  };
  const users = accounts(readings);
  if (users.length === 1) [record.runAs] = users;
  else if (users.length > 1) record.runAsCandidates = users;
  if (first.group !== undefined && readings.every(({ group }) => group === first.group)) {
    record.runAsGroup = first.group;
  }
  if (first.tty !== undefined) record.tty = first.tty;
  if (first.pwd !== undefined && readings.every(({ pwd }) => pwd === first.pwd)) {
    record.pwd = first.pwd;
  }
  if (first.refusal !== undefined) record.refusal = first.refusal;
  const command = longestCommand(readings);
  if (command !== undefined) record.command = command;
  return record;
}

/** Not a refusal: sudo goes on, and tells the command in a line of its own. */
const WARNING = /^(?:problem with defaults entries|unable to send audit message)/;

/** Up to 1.8 and 1.9.4, sudo names an account or group that is not there without any field. */
const COMMAND_OR_REFUSAL = /^unknown (?:user|group): |(?:^| )(?:COMMAND|USER)=/;

function readEvent(account: string, text: string): AuthlogRecord {
  try {
    const readings = readFields(text);
    if (readings.length === 0) {
      return COMMAND_OR_REFUSAL.test(text.slice(0, 8192))
        ? unreadable('a line of sudo of which the fields cannot be told apart')
        : { kind: 'other' };
    }
    if (WARNING.test(readings[0].refusal ?? '')) return { kind: 'other' };
    return toRecord(account, readings);
  } catch (error) {
    if (error instanceof TooManyReadings) {
      return unreadable('a line of sudo that can be read in too many ways');
    }
    throw error;
  }
}

/** A line of sudo (1.8 to 1.9.17), or of sudo-rs, which has fewer fields. */
export function readSudo(message: string): AuthlogRecord {
  const text = message.trimStart();
  if (text.startsWith('@cee:')) return readSudoJson(text.slice(5));
  if (text.startsWith(CONTINUED_RS)) {
    return { kind: 'sudo_continued', account: '', text: text.slice(CONTINUED_RS.length) };
  }
  const colon = text.slice(0, MAX_ACCOUNT + 3).indexOf(' : ');
  if (colon <= 0) {
    return / COMMAND=/.test(text.slice(0, 8192))
      ? unreadable('a command without account')
      : { kind: 'other' };
  }
  const account = text.slice(0, colon).trimEnd();
  // sudo-rs leaves a second blank where there is no terminal.
  const rest = text.slice(colon + 3).trimStart();
  if (rest.startsWith(CONTINUED)) {
    return { kind: 'sudo_continued', account, text: rest.slice(CONTINUED.length) };
  }
  return readEvent(account, rest);
}
