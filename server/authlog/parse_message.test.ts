/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { AuthlogRecord } from './authlog_record';
import { parseMessage } from './parse_message';
import { recordedLines } from './recorded_lines.test_support';

const recorded = recordedLines('authlog.ndjson').map(({ line }) => line);

/** Enough for chance to find something, little enough for every run of the tests. */
const RUNS = { numRuns: 3000 };

const IDENTS = [...new Set(recorded.map(({ ident }) => ident)), 'sshd-session', 'sshd-auth', 'x'];

/** Text that a line is full of, in places where nobody expects it. */
const FRAGMENTS = [
  ' ',
  ' ; ',
  ' : ',
  ': ',
  '=',
  '(',
  ')',
  "'",
  '[preauth]',
  ' from ',
  ' for ',
  ' port ',
  'USER=',
  'COMMAND=',
  'ENV=',
  'ID ',
  'message repeated 3 times: [ ',
  '\n',
  '\u0000',
  '\ud800',
  '٣',
  'x'.repeat(2000),
];

/** A recorded line of which pieces were cut, doubled, moved and added. */
const mutated = fc
  .record({
    line: fc.constantFrom(...recorded),
    ident: fc.option(fc.constantFrom(...IDENTS)),
    changes: fc.array(
      fc.record({
        what: fc.constantFrom('cut', 'double', 'move', 'add', 'end'),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 1, max: 30 }),
        text: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.fullUnicodeString({ maxLength: 5 })),
      }),
      { minLength: 1, maxLength: 6 }
    ),
  })
  .map(({ line, ident, changes }) => {
    let { message } = line;
    for (const { what, at, length, text } of changes) {
      const begin = Math.floor(at * message.length);
      const piece = message.slice(begin, begin + length);
      const [before, after] = [message.slice(0, begin), message.slice(begin + length)];
      if (what === 'cut') message = before + after;
      if (what === 'double') message = before + piece + piece + after;
      if (what === 'move') message = after + piece + before;
      if (what === 'add') message = before + text + piece + after;
      if (what === 'end') message = before;
    }
    return { ident: ident ?? line.ident, message };
  });

/** Every text of a record. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** Kinds and words that the parser itself gives. */
const OWN_WORDS = new Set(['kind', 'why', 'how', 'action', 'accountState', 'program']);

function foundTexts(record: AuthlogRecord): string[] {
  return Object.entries(record)
    .filter(([name]) => !OWN_WORDS.has(name))
    .flatMap(([, value]) => textsOf(value));
}

describe('a line that chance has changed', () => {
  it('is read, or is said to be unreadable, and never throws', () => {
    fc.assert(
      fc.property(mutated, ({ ident, message }) => {
        const { record, repeats } = parseMessage(ident, message);
        expect(record.kind).toMatch(/^[a-z_]+$/);
        expect(Number.isSafeInteger(repeats) && repeats >= 1).toBe(true);
      }),
      RUNS
    );
  });

  it('gives no text that it does not hold', () => {
    fc.assert(
      fc.property(mutated, ({ ident, message }) => {
        const { record } = parseMessage(ident, message);
        const service = record.kind === 'pam_auth_failure' ? [ident.trim()] : [];
        for (const text of foundTexts(record)) {
          if (!service.includes(text)) expect(message).toContain(text);
        }
      }),
      RUNS
    );
  });

  it('gives ports, repeats and counts that are numbers', () => {
    fc.assert(
      fc.property(mutated, ({ ident, message }) => {
        const { record } = parseMessage(ident, message);
        for (const value of Object.values(record)) {
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
        }
      }),
      RUNS
    );
  });

  it('is read the same by itself and as a line that was folded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recorded),
        fc.integer({ min: 1, max: 999_999 }),
        ({ ident, message }, times) => {
          const folded = parseMessage(ident, `message repeated ${times} times: [ ${message}]`);
          expect(folded).toEqual({ ...parseMessage(ident, message.trim()), repeats: times });
        }
      )
    );
  });
});

describe('any text', () => {
  it('is read without an error, whichever program it comes from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDENTS), fc.fullUnicodeString(), (ident, message) => {
        expect(() => parseMessage(ident, message)).not.toThrow();
      }),
      RUNS
    );
  });

  it('of a program that tells nothing about accounts says nothing', () => {
    for (const ident of ['kernel', 'rsyslogd', 'polkitd', 'sftp-server']) {
      expect(
        parseMessage(ident, 'Accepted password for root from 198.51.100.7 port 5 ssh2')
      ).toEqual({ record: { kind: 'other' }, repeats: 1 });
    }
  });
});

/** Five megabytes that lead a careless expression into trying everything. */
const times = (text: string): string => text.repeat(Math.ceil(5_000_000 / text.length));

describe.each([
  ['sshd', `Accepted publickey for x${times(' from ')}`],
  ['sshd', `Failed password for invalid user ${times(' from 9.9.9.9 port 1 ssh2')}`],
  ['sshd', `Failed publickey for ${times(' from 9.9.9.9 port 1 ssh2: RSA SHA256:x')}`],
  ['sshd', `Disconnecting invalid user ${times(' 9.9.9.9 port 1:')}`],
  ['sshd', `Starting session: ${times(' on pts/0 for x')}`],
  ['sshd', times('a: Connection from ')],
  ['sshd', times(' ')],
  ['sshd', times('\n')],
  ['sshd', `pam_unix(sshd:session): session opened for user ${times(' by (uid=0')}`],
  ['sshd', `pam_unix(sshd:session): session closed for user ${times(' ')}`],
  ['sshd', `pam_unix(sshd:auth): authentication failure; logname=${times(' uid=0 tty= ')}`],
  ['sudo', `u : TTY=pts/0 ; PWD=/${times(' ; USER=a')}`],
  ['sudo', `u : TTY=pts/0 ; PWD=/${times(' ; USER=a ; ENV=')}`],
  ['sudo', `u : TTY=pts/0 ; CHROOT=/${times(' ; PWD=/ ; USER=a ; GROUP=b')}`],
  ['sudo', `u : unknown user ${times(' ; TTY=x ; PWD=/ ; USER=')}`],
  ['sudo', `u : TTY=pts/0 ; PWD=/ ; USER=root ; ENV=${times('COMMAND= ')}`],
  ['sudo', `u : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/echo ${times("' ; USER=a ")}`],
  ['sudo', times(' ')],
  ['sudo', times(' : ')],
  ['sudo', `@cee:${times('{"sudo":')}`],
  ['su', times('(to a) b on ')],
  ['systemd-logind', `New session ${times("1' of user '")}`],
  ['useradd', `new user: name=${times('a')}`],
  ['x', `message repeated 3 times: [${times(' [')}`],
])('five megabytes of %s', (ident, message) => {
  it(`that begin with "${message.slice(0, 50).trim()}" take no time`, () => {
    const begin = performance.now();
    parseMessage(ident, message);
    // About 30 ms on a slow machine; an expression that tries everything takes minutes.
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
