/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toExecKind } from './exec_kind';
import { testExec } from './test_event';

const TERMINAL = { stdin: true, tty: true };

const kindOf = (command: string[], flags = {}) => toExecKind(testExec(command, flags).streaming);

describe('a shell that a person types into', () => {
  it.each([
    [['bash']],
    [['/bin/sh']],
    [['sh', '-i']],
    [['bash', '--login']],
    [['env', 'TERM=xterm', 'bash']],
    [['busybox', 'sh']],
    [['sh', '-c', 'clear; (bash || ash || sh)']],
    [
      [
        '/bin/sh',
        '-c',
        'TERM=xterm; export TERM; [ -x /bin/bash ] && exec /bin/bash || exec /bin/sh',
      ],
    ],
    [['PowerShell.exe']],
  ])('is seen in %j with a terminal', (command) => {
    expect(kindOf(command, TERMINAL)).toBe('interactive_shell');
  });

  it('needs a terminal: input without one is piped in', () => {
    expect(kindOf(['bash'], { stdin: true })).toBe('shell_with_input');
  });

  it('needs input: a terminal alone only shows output', () => {
    expect(kindOf(['bash'], { tty: true })).toBe('command');
  });
});

describe('a command that runs once', () => {
  it.each([
    [['sh', '-c', 'cat /etc/passwd']],
    [['bash', '-lc', 'ls']],
    [['bash', '/opt/backup.sh']],
    [['sh', '-c', 'cat /bin/sh']],
    [['sh', '-c', 'bash -c id']],
    [['sh', '-c', '']],
    [['sh', '-c']],
    [['psql', '-U', 'postgres']],
    [['env']],
    [['bashful']],
    [['pwsh', '-Command', 'Get-Process']],
  ])('is seen in %j even with a terminal', (command) => {
    expect(kindOf(command, TERMINAL)).toBe('command');
  });

  it('is not invented where the log holds none', () => {
    expect(kindOf([])).toBe('unknown_command');
    expect(toExecKind(undefined)).toBe('unknown_command');
  });
});

describe('a copy of files', () => {
  it.each([
    [['tar', 'cf', '-', '/data']],
    [['/bin/tar', '-cf', '-', '/data']],
    [['tar', '-c', '-f', '-', 'x']],
  ])('from a container is seen in %j', (command) => {
    expect(kindOf(command)).toBe('copy_from_container');
  });

  it.each([
    [['tar', '-xmf', '-', '-C', '/tmp']],
    [['tar', '--no-same-permissions', '--no-same-owner', '-xmf', '-']],
    [['tar', 'xf', '-']],
  ])('to a container is seen in %j', (command) => {
    expect(kindOf(command, { stdin: true })).toBe('copy_to_container');
  });

  it.each([
    [['tar', 'cf', '/tmp/a.tar', '/data']],
    [['tar', 'tf', '-']],
    [['tar', '--version']],
    [['star', 'cf', '-', '/data']],
    [['tar']],
  ])('is not read into %j', (command) => {
    expect(kindOf(command, { stdin: true })).toBe('command');
  });

  it('needs the stream that it would travel on', () => {
    expect(kindOf(['tar', 'cf', '-', '/data'], { stdout: false })).toBe('command');
    expect(kindOf(['tar', 'xf', '-'], { stdin: false })).toBe('command');
  });
});
