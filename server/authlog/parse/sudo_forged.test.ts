/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { AuthlogRecord } from '../authlog_record';
import { parseMessage } from '../parse_message';
import {
  commandText,
  commandTextOfSudoRs,
  sudoLine,
  sudoRsLine,
  type SudoEvent,
  type SudoVersion,
} from './as_sudo_writes.test_support';
import { accountName, hostileText } from './hostile_text.test_support';

const RUNS = { numRuns: 1_000 };

/** sudo breaks a longer line in two, of which this is not about. */
const WHOLE = 900;

const runAs = fc.oneof(accountName, fc.constantFrom('#1234', 'postgres'));
const tty = fc.option(fc.constantFrom('pts/0', 'pts/12', 'tty1'), { nil: undefined });
const path = hostileText.map((text) => `/${text}`);
const drawn: fc.Arbitrary<SudoEvent & { argv: string[] }> = fc.record(
  {
    account: accountName,
    tty,
    chroot: path,
    pwd: path,
    runAs,
    group: fc.constantFrom('adm', 'docker'),
    session: fc.constantFrom('00000A', '0000ZZ'),
    env: fc.array(
      hostileText.map((text) => `A=${text}`),
      { minLength: 1, maxLength: 2 }
    ),
    argv: fc
      .tuple(path, fc.array(hostileText, { maxLength: 3 }))
      .map(([program, args]) => [program, ...args]),
  },
  { requiredKeys: ['account', 'runAs', 'argv'] }
);
/** sudo knows the directory wherever it can change the root. */
const event = drawn.map((truth) =>
  truth.chroot === undefined ? truth : { ...truth, pwd: truth.pwd ?? '/' }
);
const version: fc.Arbitrary<SudoVersion> = fc.constantFrom('1.8', '1.9.13', '1.9.17');

const read = (message: string): AuthlogRecord => parseMessage('sudo', message).record;

/** The account it was run as is the true one, or is one of several. */
function expectRunAs(record: Extract<AuthlogRecord, { kind: 'sudo_command' }>, truth: string) {
  expect(record.runAsCandidates ?? [record.runAs]).toContain(truth);
  if (record.runAs !== undefined) expect(record.runAsCandidates).toBeUndefined();
}

/** What is read of a command that ran is true, or is said not to be known. */
function expectTrue(record: AuthlogRecord, { account, ...truth }: SudoEvent, command: string) {
  if (record.kind === 'unreadable') return;
  if (record.kind !== 'sudo_command') throw new Error(`read as ${record.kind}`);
  expect([record.account, record.tty, record.refusal]).toEqual([account, truth.tty, truth.reason]);
  expectRunAs(record, truth.runAs);
  if (record.pwd !== undefined) expect(record.pwd).toBe(truth.pwd);
  if (record.runAsGroup !== undefined) expect(record.runAsGroup).toBe(truth.group);
  // More than the true command may be shown, and nothing of it is hidden.
  expect(record.command?.endsWith(command.trimEnd())).toBe(true);
}

const control = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : commandText([text], '1.8');

describe('whatever the directory, the variables and the arguments of a command are called', () => {
  it('account, terminal and run-as account of sudo are true or said to be uncertain', () => {
    fc.assert(
      fc.property(event, version, (truth, of) => {
        const line = sudoLine(truth, of);
        fc.pre(line.length < WHOLE);
        expectTrue(read(line), { ...truth, pwd: control(truth.pwd) }, commandText(truth.argv, of));
      }),
      RUNS
    );
  });

  it('they are so where sudo refused', () => {
    fc.assert(
      fc.property(
        event,
        version,
        fc.constantFrom(
          'command not allowed',
          'user NOT in sudoers',
          '3 incorrect password attempts',
          'a password is required'
        ),
        (ran, of, reason) => {
          const truth = { ...ran, reason };
          const line = sudoLine(truth, of);
          fc.pre(line.length < WHOLE);
          expectTrue(
            read(line),
            { ...truth, pwd: control(truth.pwd) },
            commandText(truth.argv, of)
          );
        }
      ),
      RUNS
    );
  });

  it('they are so in a line of sudo-rs', () => {
    fc.assert(
      fc.property(event, path, (ran, pwd) => {
        const truth = { account: ran.account, tty: ran.tty, runAs: ran.runAs, argv: ran.argv, pwd };
        const line = sudoRsLine(truth);
        fc.pre(line.length < WHOLE);
        const record = read(line);
        const shown = record.kind === 'sudo_command' ? record.pwd : undefined;
        expectTrue(record, { ...truth, pwd: shown }, commandTextOfSudoRs(truth.argv));
      }),
      RUNS
    );
  });
});

describe('whatever account, group or directory somebody asks for in vain', () => {
  const asked: fc.Arbitrary<Pick<SudoEvent, 'reason' | 'runAs' | 'group' | 'chroot' | 'pwd'>> =
    fc.oneof(
      hostileText.map((name) => ({ reason: `unknown user ${name}`, runAs: name })),
      hostileText.map((name) => ({ reason: `unknown user: ${name}`, runAs: 'root' })),
      hostileText.map((name) => ({ reason: `unknown group ${name}`, runAs: 'root', group: name })),
      path.map((chroot) => ({
        reason: `user not allowed to change root directory to ${chroot}`,
        runAs: 'root',
        chroot,
      })),
      path.map((pwd) => ({
        reason: `user not allowed to change directory to ${pwd}`,
        runAs: 'root',
      }))
    );

  it('the terminal is the true one, or none', () => {
    fc.assert(
      fc.property(accountName, tty, path, asked, version, fc.boolean(), (...values) => {
        const [account, terminal, pwd, names, of, early] = values;
        const truth: SudoEvent = {
          pwd,
          ...names,
          account,
          tty: terminal,
          ...(early ? {} : { argv: ['/bin/sh'] }),
        };
        const line = sudoLine(truth, of);
        fc.pre(line.length < WHOLE);
        const record = read(line);
        if (record.kind === 'unreadable') return;
        if (record.kind !== 'sudo_command') throw new Error(`read as ${record.kind}`);
        expect(record.account).toBe(account);
        expect(record.refusal).toBeDefined();
        if (record.tty !== undefined) expect(record.tty).toBe(terminal);
      }),
      RUNS
    );
  });

  it('a line without fields, as sudo 1.8 writes it, tells no terminal', () => {
    fc.assert(
      fc.property(accountName, hostileText, (account, name) => {
        const record = read(`${account.padStart(8)} : unknown user: ${name}`);
        if (record.kind === 'sudo_command') expect(record.tty).toBeUndefined();
        else expect(record.kind).toBe('unreadable');
      }),
      RUNS
    );
  });
});
