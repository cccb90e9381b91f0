/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

// sudo lib/eventlog/eventlog.c, new_logline(): `[reason ; ]HOST= ; TTY= ; CHROOT= ; PWD= ; USER= ; GROUP= ; TSID= ;
// ENV= ; COMMAND=`, any of them absent. CHROOT, PWD, ENV and COMMAND are what the caller likes, and so is a part
// of some reasons: a field is where the grammar leaves no other place for it.

const SEPARATOR = ' ; ';
const USER = ' ; USER=';
const COMMAND = ' ; COMMAND=';
const PWD = ' ; PWD=';

/** Characters in which fields are looked for: two paths of 4096 bytes, each escaped fivefold, come before USER. */
const MAX_SCAN = 65_536;

/** Places looked at in one line: more are not written by anything but an attack. */
const MAX_TRIED = 100;

const MAX_NAME = 400;

/** How far a reading gets: to the command, to the end of a field, or only into one (sudo cuts long lines). */
type Extent = 'whole' | 'fields' | 'begun';

/** One way in which the grammar allows to read the fields. */
export interface SudoReading {
  extent: Extent;
  refusal?: string;
  tty?: string;
  pwd?: string;
  runAs?: string;
  group?: string;
  command?: string;
}

/** More readings than can be told apart. */
export class TooManyReadings extends Error {}

/** Reasons that repeat what the caller wrote: the account or group (with a colon up to 1.9.8), a directory, an error. */
const REASON_WITH_TEXT =
  /^(?:unknown (?:user|group|login class):? |user not allowed to change )| : /;
const UNKNOWN = /^unknown (user|group) /;
const NUMBER = /^#\d{1,10}$/;

const FIELD_AFTER_REASON = / ; (?=(?:HOST|TTY|CHROOT|PWD|USER|COMMAND)=)/g;
const FIRST_FIELD = /^(?:HOST|TTY|CHROOT|PWD|USER|GROUP|TSID|ENV|COMMAND)=/;

/** A command after ENV of sudo 1.9.13, which lost the separator, and with it. */
const COMMAND_AFTER_ENV = /(?: ; COMMAND=|COMMAND=(?=\/|list\b|validate\b|sudoedit ))/g;

class Reader {
  private tried = 0;
  /** Where the last search from ENV on began, what it found and where that ends: readings go forward. */
  private searched: { from: number; found: number; end?: number } | undefined;

  /** @param head the beginning of the text, in which fields are looked for */
  constructor(
    private readonly text: string,
    private readonly head: string
  ) {}

  /** Readings of the fields that begin here. */
  at(start: number): SudoReading[] {
    let position = start;
    const host = this.value('HOST=', position);
    if (host) position = host.next;
    const tty = this.value('TTY=', position);
    if (tty) position = tty.next;
    const readings = this.afterTerminal(position);
    const named = tty && tty.value !== 'unknown' ? tty.value.replace(/^\/dev\//, '') : undefined;
    if (named !== undefined) for (const reading of readings) reading.tty = named;
    return readings;
  }

  /** Counts a place at which the reading could go on. */
  try(): void {
    this.tried += 1;
    if (this.tried > MAX_TRIED) throw new TooManyReadings();
  }

  /** A field that the caller does not write: up to the next separator. */
  private value(name: string, at: number): { value: string; next: number } | undefined {
    if (!this.head.startsWith(name, at)) return undefined;
    const begin = at + name.length;
    const end = this.head.indexOf(SEPARATOR, begin);
    if (end < 0 || end - begin > MAX_NAME) return undefined;
    return { value: this.head.slice(begin, end), next: end + SEPARATOR.length };
  }

  private afterTerminal(at: number): SudoReading[] {
    const { head } = this;
    if (head.startsWith('USER=', at)) {
      const tail = this.tail(at + 5);
      return tail ? [tail] : [];
    }
    if (head.startsWith('PWD=', at) || head.startsWith('CHROOT=', at)) return this.afterPath(at);
    // Without USER, as where sudo does not know it yet.
    const tail = this.afterUser(at);
    return tail ? [tail] : [];
  }

  /** CHROOT and PWD may hold anything: each USER may be the one. */
  private afterPath(at: number): SudoReading[] {
    const { head } = this;
    const readings: SudoReading[] = [];
    let pwd = at + 4;
    let limit = Infinity;
    if (!head.startsWith('PWD=', at)) {
      // After CHROOT, which may imitate it: of two, neither is told.
      const field = head.indexOf(PWD, at);
      pwd = field < 0 ? Infinity : field + PWD.length;
      const second = field < 0 ? -1 : head.indexOf(PWD, pwd);
      if (second >= 0) limit = second;
    }
    const path = (next: number) =>
      pwd <= next && next <= limit ? head.slice(pwd, next) : undefined;
    for (let user = head.indexOf(USER, at); user >= 0; user = head.indexOf(USER, user + 1)) {
      this.try();
      const tail = this.tail(user + USER.length);
      if (!tail) continue;
      tail.pwd = path(user);
      readings.push(tail);
    }
    if (readings.length > 0) return readings;
    const command = head.indexOf(COMMAND, at);
    if (command >= 0) {
      const text = this.text.slice(command + COMMAND.length).trimEnd();
      return [{ extent: 'whole', command: text, pwd: path(command) }];
    }
    const end = head.trimEnd();
    if (!end.endsWith(' ;')) return [{ extent: 'begun' }];
    return [{ extent: 'fields', pwd: path(end.length - 2) }];
  }

  /** From the value of USER on; undefined where the grammar does not allow it. */
  private tail(at: number): SudoReading | undefined {
    const { head } = this;
    const separator = head.indexOf(SEPARATOR, at);
    const last = separator < 0;
    const value = last ? head.slice(at).trimEnd() : head.slice(at, separator);
    const ended = last && value.endsWith(' ;');
    const runAs = ended ? value.slice(0, -2) : value;
    if (runAs === '' || runAs.length > MAX_NAME || runAs.includes(';')) return undefined;
    if (last) return { extent: ended ? 'fields' : 'begun', runAs };
    const rest = this.afterUser(separator + SEPARATOR.length);
    if (rest) rest.runAs = runAs;
    return rest;
  }

  private afterUser(start: number): SudoReading | undefined {
    let at = start;
    const group = this.value('GROUP=', at);
    if (group) at = group.next;
    const session = this.value('TSID=', at);
    if (session) at = session.next;
    const rest = this.commandAt(at);
    if (rest && group) rest.group = group.value;
    return rest;
  }

  private commandAt(at: number): SudoReading | undefined {
    const { head, text } = this;
    if (head.startsWith('COMMAND=', at))
      return { extent: 'whole', command: text.slice(at + 8).trimEnd() };
    if (head.startsWith('ENV=', at)) {
      // Of several commands the first: what follows is shown with it, so that nothing is hidden.
      const begin = this.commandAfterEnv(at);
      if (begin === undefined) return { extent: 'begun' };
      return { extent: 'whole', command: text.slice(begin).trimEnd() };
    }
    if (head.length === at || /^\s*$/.test(head.slice(at, at + 10))) return { extent: 'fields' };
    return /^(?:GROUP|TSID)=[^;]{0,400}$/.test(head.slice(at)) ? { extent: 'begun' } : undefined;
  }

  private commandAfterEnv(at: number): number | undefined {
    if (!this.searched || at < this.searched.from || at > this.searched.found) {
      COMMAND_AFTER_ENV.lastIndex = at;
      const match = COMMAND_AFTER_ENV.exec(this.head);
      this.searched = match
        ? { from: at, found: match.index, end: match.index + match[0].length }
        : { from: at, found: Infinity };
    }
    return this.searched.end;
  }
}

/** The readings that get furthest. */
function furthest(readings: SudoReading[]): SudoReading[] {
  if (readings.length < 2) return readings;
  const whole = readings.filter(({ extent }) => extent === 'whole');
  if (whole.length > 0) return whole;
  const fields = readings.filter(({ extent }) => extent === 'fields');
  return fields.length > 0 ? fields : readings;
}

/**
 * sudo writes an unknown name again in its field, and so tells where the first one ends. It does not know the
 * command then, unless the name is a number.
 */
function agrees(what: string, name: string, reading: SudoReading): boolean {
  const again = what === 'user' ? reading.runAs : reading.group;
  return again === name && (reading.command === undefined || NUMBER.test(name));
}

/**
 * Every way in which the grammar allows to read what follows `account : `, the shortest path first; none where
 * it is not about a command.
 *
 * @throws TooManyReadings
 */
export function readFields(text: string): SudoReading[] {
  const head = text.slice(0, MAX_SCAN);
  const reader = new Reader(text, head);
  if (FIRST_FIELD.test(head)) return furthest(reader.at(0));
  const all: SudoReading[] = [];
  const unknown = UNKNOWN.exec(head);
  for (const match of head.matchAll(FIELD_AFTER_REASON)) {
    reader.try();
    const end = match.index ?? 0;
    const refusal = head.slice(0, end);
    const begin = end + SEPARATOR.length;
    // What sudo writes begins with the host or the terminal, unless there is none.
    const atTerminal = /^(?:HOST|TTY)=/.test(head.slice(begin, begin + 5));
    if (!atTerminal && !unknown && all.length > 0) continue;
    const readings = furthest(reader.at(begin))
      .filter(
        (reading) => !unknown || agrees(unknown[1], refusal.slice(unknown[0].length), reading)
      )
      .filter(({ runAs }) => all.length === 0 || runAs !== undefined);
    const free = REASON_WITH_TEXT.test(refusal);
    for (const reading of readings) {
      // A terminal that the text may imitate is not told: it would name somebody's connection.
      if (free && !unknown) delete reading.tty;
      all.push({ ...reading, refusal });
    }
    if (all.length > 0 && !free) break;
  }
  return all;
}
