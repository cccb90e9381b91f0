/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogRecord } from '../authlog_record';

// sudo lib/eventlog/eventlog.c: `account : [reason ; ]HOST= ; TTY= ; CHROOT= ; PWD= ; USER= ; GROUP= ; TSID= ;
// ENV= ; COMMAND=`, each but the last two followed by ` ; `, most of them optional. PWD, ENV and COMMAND are
// whatever the caller likes, so a field is where the grammar leaves no other place for it.

const SEPARATOR = ' ; ';
const USER_FIELD = `${SEPARATOR}USER=`;

/** Readings of one line that are tried: a directory name can hold as many as its length allows. */
const MAX_READINGS = 50;

const FIRST_FIELD = /^(?:HOST|TTY|CHROOT|PWD|USER)=/;
const REASON_END = / ; (?=(?:HOST|TTY|CHROOT|PWD|USER)=)/;

/** Fields before PWD, of which the caller writes none. */
const LEADING = /^(HOST|TTY|CHROOT)=([^;]{0,1000}?) ; /;
/** What may follow the value of USER. */
const TRAILING = /^(GROUP|TSID|EXIT|SIGNAL)=([^;]{0,1000}?) ; /;

interface Tail {
  runAs: string;
  group?: string;
  /** A second line about a command that has ended (sudo: log_exit_status). */
  exit: boolean;
  command?: string;
}

/** Reads on from the value of USER; undefined where the grammar does not allow it. */
function readTail(text: string): Tail | undefined {
  const end = text.indexOf(SEPARATOR);
  const runAs = end < 0 ? text.replace(/ ;\s*$/, '') : text.slice(0, end);
  if (runAs === '' || runAs.length > 400 || /[;=]/.test(runAs)) return undefined;
  const tail: Tail = { runAs, exit: false };
  if (end < 0) return tail;
  let rest = text.slice(end + SEPARATOR.length);
  for (let field = TRAILING.exec(rest); field; field = TRAILING.exec(rest)) {
    if (field[1] === 'GROUP') tail.group = field[2];
    if (field[1] === 'EXIT' || field[1] === 'SIGNAL') tail.exit = true;
    rest = rest.slice(field[0].length);
  }
  if (rest.startsWith('ENV=')) {
    // The separator after ENV is lost in sudo 1.9.13 to 1.9.15.
    const separated = rest.indexOf(`${SEPARATOR}COMMAND=`);
    const bare = rest.indexOf('COMMAND=');
    if (bare < 0) return undefined;
    rest = separated >= 0 ? rest.slice(separated + SEPARATOR.length) : rest.slice(bare);
  }
  if (rest.startsWith('COMMAND=')) return { ...tail, command: rest.slice(8) };
  return rest.trim() === '' ? tail : undefined;
}

interface Reading extends Tail {
  pwd?: string;
}

/** Every reading of the text from PWD on that the grammar allows, the shortest PWD first. */
function readings(text: string): Reading[] {
  if (text.startsWith('USER=')) {
    const tail = readTail(text.slice(5));
    return tail ? [tail] : [];
  }
  if (!text.startsWith('PWD=')) return [];
  const found: Reading[] = [];
  let at = text.indexOf(USER_FIELD, 4);
  for (let tried = 0; at >= 0 && tried < MAX_READINGS; tried += 1) {
    const tail = readTail(text.slice(at + USER_FIELD.length));
    if (tail) found.push({ ...tail, pwd: text.slice(4, at) });
    at = text.indexOf(USER_FIELD, at + 1);
  }
  return found;
}

/** A line of sudo after `account : `. */
function readEvent(account: string, text: string): AuthlogRecord | undefined {
  let rest = text;
  let refusal: string | undefined;
  if (!FIRST_FIELD.test(rest)) {
    const end = REASON_END.exec(rest);
    if (!end) return undefined;
    refusal = rest.slice(0, end.index);
    rest = rest.slice(end.index + SEPARATOR.length);
  }
  let tty: string | undefined;
  for (let field = LEADING.exec(rest); field; field = LEADING.exec(rest)) {
    if (field[1] === 'TTY') tty = field[2];
    rest = rest.slice(field[0].length);
  }
  const found = readings(rest);
  if (found.length === 0) return undefined;
  const users = [...new Set(found.map(({ runAs }) => runAs))];
  const [{ pwd, command, group, exit }] = found;
  // The line that tells the exit status repeats the one that told the command.
  if (exit && found.length === 1) return { kind: 'other' };
  return {
    kind: 'sudo_command',
    account,
    ...(users.length === 1 ? { runAs: users[0] } : { runAsCandidates: users }),
    ...(group === undefined ? {} : { runAsGroup: group }),
    ...(tty === undefined ? {} : { tty }),
    ...(pwd === undefined ? {} : { pwd }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(command === undefined ? {} : { command }),
  };
}

const CONTINUED = '(command continued) ';

/** A line of sudo, and of sudo-rs, which words it alike. */
export function readSudo(message: string): AuthlogRecord {
  const text = message.trimStart();
  const colon = text.indexOf(' : ');
  if (colon <= 0 || colon > 400) {
    return text.includes('COMMAND=')
      ? { kind: 'unreadable', why: 'a command without account' }
      : { kind: 'other' };
  }
  const account = text.slice(0, colon).trimEnd();
  const rest = text.slice(colon + 3);
  if (rest.startsWith(CONTINUED)) {
    return { kind: 'sudo_continued', account, text: rest.slice(CONTINUED.length) };
  }
  const record = readEvent(account, rest);
  if (record) return record;
  return /(?:^| )(?:COMMAND|USER)=/.test(rest.slice(0, 65_536))
    ? { kind: 'unreadable', why: 'a line of sudo of which the fields cannot be told apart' }
    : { kind: 'other' };
}
