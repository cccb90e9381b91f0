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

/** What all readings say, or nothing. */
function agreed<Key extends 'group' | 'tty'>(readings: readonly SudoReading[], key: Key) {
  const [first] = readings;
  return readings.every((reading) => reading[key] === first[key]) ? first[key] : undefined;
}

function toRecord(account: string, readings: readonly SudoReading[]): AuthlogRecord {
  const [first] = readings;
  if (readings.some(({ tty }) => tty !== first.tty)) {
    return unreadable('a line of sudo whose terminal can be read in more than one way');
  }
  // A reading without USER allows any account.
  const users = [...new Set(readings.map(({ runAs }) => runAs))];
  const known = users.filter((user): user is string => user !== undefined);
  const group = agreed(readings, 'group');
  const { pwd, refusal, tty } = first;
  // The longest text holds every other: nothing of what was run is hidden.
  const command = readings
    .map((reading) => reading.command)
    .reduce((a, b) => ((b?.length ?? -1) > (a?.length ?? -1) ? b : a));
  return {
    kind: 'sudo_command',
    account,
    ...(known.length === 1 ? { runAs: known[0] } : {}),
    ...(known.length > 1 ? { runAsCandidates: known } : {}),
    ...(group === undefined ? {} : { runAsGroup: group }),
    ...(tty === undefined ? {} : { tty }),
    ...(pwd === undefined ? {} : { pwd }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(command === undefined ? {} : { command }),
  };
}

/** Not a refusal: sudo goes on, and tells the command in a line of its own. */
const WARNING = /^(?:problem with defaults entries|unable to send audit message)/;

function readEvent(account: string, text: string): AuthlogRecord {
  try {
    const readings = readFields(text);
    if (readings.length === 0) {
      return /(?:^| )(?:COMMAND|USER)=/.test(text.slice(0, 8192))
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
