/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// How sudo 1.8 to 1.9.17 makes its lines (lib/eventlog/eventlog.c, new_logline(), lib/util/lbuf.c), and sudo-rs
// (src/sudo/pipeline.rs, log_command_execution()).

/** What sudo knows when it writes. */
export interface SudoEvent {
  account: string;
  /** With a text of the caller, or without. */
  reason?: string;
  tty?: string;
  chroot?: string;
  pwd?: string;
  runAs: string;
  group?: string;
  /** Recording of the session. */
  session?: string;
  env?: string[];
  /** Absent where sudo refused before it knew. */
  argv?: string[];
}

/** Control characters in octal digits, after `#0`. */
const control = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.charCodeAt(0);
      return code < 32 || code === 127 ? `#0${code.toString(8).padStart(2, '0')}` : character;
    })
    .join('');

/** sudo 1.9.13 on: blanks of the program escaped, arguments with blanks in quotes. */
const quotedCommand = ([program, ...args]: string[]): string =>
  [
    control(program).replace(/ /g, '#040'),
    ...args.map((arg) => {
      const escaped = control(arg).replace(/['\\]/g, '\\$&');
      return arg.includes(' ') ? `'${escaped}'` : escaped;
    }),
  ].join(' ');

/** `1.9.13` forgot the separator after ENV; before it arguments were written as they are. */
export type SudoVersion = '1.8' | '1.9.13' | '1.9.17';

/** The command, as that version writes it. */
export function commandText(argv: string[], version: SudoVersion): string {
  return version === '1.8' ? control(argv.join(' ')) : quotedCommand(argv);
}

/** A line of sudo. */
export function sudoLine(event: SudoEvent, version: SudoVersion): string {
  const { account, reason, tty, chroot, pwd, runAs, group, session, env, argv } = event;
  const field = (name: string, value: string | undefined) =>
    value === undefined ? '' : `${name}=${control(value)} ; `;
  const separator = version === '1.9.13' ? '' : ' ; ';
  return [
    `${account.padStart(8)} : `,
    reason === undefined ? '' : `${control(reason)} ; `,
    field('TTY', tty),
    field('CHROOT', chroot),
    field('PWD', pwd),
    field('USER', runAs),
    field('GROUP', group),
    field('TSID', session),
    env === undefined || env.length === 0 ? '' : `ENV=${control(env.join(' '))}${separator}`,
    argv === undefined ? '' : `COMMAND=${commandText(argv, version)}`,
  ].join('');
}

/** escape_default() of Rust. */
const escapeDefault = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const named = { '\t': '\\t', '\r': '\\r', '\n': '\\n', "'": "\\'", '"': '\\"', '\\': '\\\\' };
      if (character in named) return named[character as keyof typeof named];
      return code >= 32 && code < 127 ? character : `\\u{${code.toString(16)}}`;
    })
    .join('');

/** The command, as sudo-rs writes it. */
export function commandTextOfSudoRs([program, ...args]: string[]): string {
  return `${escapeDefault(program)} ${args.map(escapeDefault).join(' ')}`;
}

/** A line of sudo-rs. */
export function sudoRsLine({ account, tty, pwd, runAs, argv }: SudoEvent): string {
  const terminal = tty === undefined ? '' : `TTY=/dev/${tty} ;`;
  return `${account} : ${terminal} PWD=${escapeDefault(pwd ?? 'unknown')} ; USER=${runAs} ; COMMAND=${commandTextOfSudoRs(argv ?? [])}`;
}
