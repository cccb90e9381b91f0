/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLine } from '../../authlog/authlog_record';
import { parseMessage } from '../../authlog/parse_message';
import { HistoryBuilder } from './history_builder';

const MINUTE = 60_000;

/** A line that was written at some time between two minutes. */
const line = (
  from: number,
  to: number,
  ident: string,
  message: string,
  pid: string
): AuthlogLine => ({
  index: 'authlog',
  id: `${from} ${message}`,
  cluster: 'wc',
  host: 'node-1',
  ident,
  pid,
  message,
  timeMs: from * MINUTE,
  timeToMs: to * MINUTE,
  time: new Date(from * MINUTE).toISOString(),
  precision: from === to ? 'exact' : 'hour_unknown',
  repaired: from !== to,
  order: from,
});
const ACCEPTED = 'Accepted publickey for ubuntu from 192.0.2.1 port 1 ssh2: ED25519 SHA256:alice';
const SUDO = 'ubuntu : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/sh';

function historyOf(...lines: AuthlogLine[]) {
  const builder = new HistoryBuilder('wc', 'node-1');
  for (const each of lines) builder.add(each, parseMessage(each.ident, each.message));
  return builder.finish();
}

describe('an end of which only the day is known', () => {
  it.each([
    'pam_unix(sshd:session): session closed for user ubuntu',
    'Disconnected from user ubuntu 192.0.2.1 port 1',
  ])('leaves a session open to the last moment of it: %s', (message) => {
    const { sessions } = historyOf(
      line(10, 10, 'sshd', ACCEPTED, '1'),
      line(20, 90, 'sshd', message, '1')
    );
    expect(sessions.map(({ latestMs, state }) => [latestMs, state])).toEqual([
      [90 * MINUTE, 'closed'],
    ]);
  });

  it('is not the login of another with its pid where that one may have come first', () => {
    const other = ACCEPTED.replace('port 1', 'port 2');
    const exact = line(20, 20, 'sshd', other, '1');
    const [first] = historyOf(line(10, 90, 'sshd', ACCEPTED, '1'), exact).sessions;
    expect([first.state, first.latestMs]).toEqual(['open', Infinity]);
    const [ended] = historyOf(line(10, 10, 'sshd', ACCEPTED, '1'), exact).sessions;
    expect([ended.state, ended.latestMs]).toEqual(['end_not_logged', 20 * MINUTE]);
  });

  it('leaves a session open to the last moment at which its pid became another’s', () => {
    const other = ACCEPTED.replace('port 1', 'port 2');
    const [first] = historyOf(
      line(10, 10, 'sshd', ACCEPTED, '1'),
      line(20, 90, 'sshd', other, '1')
    ).sessions;
    expect([first.latestMs, first.state]).toEqual([90 * MINUTE, 'end_not_logged']);
  });

  it('leaves a shell of sudo open to the last moment of it', () => {
    const { commands } = historyOf(
      line(10, 10, 'sudo', SUDO, '7'),
      line(
        10,
        10,
        'sudo',
        'pam_unix(sudo:session): session opened for user root(uid=0) by (uid=1000)',
        '7'
      ),
      line(20, 90, 'sudo', 'pam_unix(sudo:session): session closed for user root', '7')
    );
    expect(commands.map(({ openToMs }) => openToMs)).toEqual([90 * MINUTE]);
  });

  it('lets a session of systemd-logind linger to the last moment of it', () => {
    const { sessions } = historyOf(
      line(10, 10, 'sshd', ACCEPTED, '1'),
      line(10, 10, 'systemd-logind', 'New session 1 of user ubuntu.', '33'),
      line(12, 12, 'sshd', 'pam_unix(sshd:session): session closed for user ubuntu', '1'),
      line(20, 90, 'systemd-logind', 'Removed session 1.', '33')
    );
    expect(sessions.map(({ lingersToMs }) => lingersToMs)).toEqual([90 * MINUTE]);
  });
});

it('what PAM says of the account settles which of several a sudo became', () => {
  const both =
    'ubuntu : TTY=pts/0 ; PWD=/tmp/x ; USER=mallory ; COMMAND=/bin/true ; USER=root ; COMMAND=/bin/bash';
  const opened = 'pam_unix(sudo:session): session opened for user root(uid=0) by (uid=1000)';
  const before = historyOf(line(10, 10, 'sudo', both, '7')).commands[0].runAs;
  expect(before.length).toBeGreaterThan(1);
  expect(before).toContain('root');
  const after = historyOf(line(10, 10, 'sudo', both, '7'), line(10, 10, 'sudo', opened, '7'));
  expect(after.commands.map(({ runAs }) => runAs)).toEqual([['root']]);
});
