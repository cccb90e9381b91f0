/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const read = (message: string) => parseMessage('sshd-session', message).record;

const OF_UBUNTU = {
  account: 'ubuntu',
  sourceIp: '198.51.100.7',
  sourcePort: 51515,
  channel: 0,
};
const FOR_UBUNTU = 'for ubuntu from 198.51.100.7 port 51515 id 0';

describe('what a client asked for (LogLevel VERBOSE)', () => {
  it.each([
    [`shell on pts/0 ${FOR_UBUNTU}`, { what: 'shell', tty: 'pts/0' }],
    [`shell ${FOR_UBUNTU}`, { what: 'shell' }],
    [`command ${FOR_UBUNTU}`, { what: 'command' }],
    [`command on pts/12 ${FOR_UBUNTU}`, { what: 'command', tty: 'pts/12' }],
    [`subsystem 'sftp' ${FOR_UBUNTU}`, { what: "subsystem 'sftp'" }],
    [
      `forced-command (key-option) '/usr/bin/backup for all from here' ${FOR_UBUNTU}`,
      { what: "forced-command (key-option) '/usr/bin/backup for all from here'" },
    ],
    [
      `forced-command (config) 'internal-sftp' on pts/3 ${FOR_UBUNTU}`,
      { what: "forced-command (config) 'internal-sftp'", tty: 'pts/3' },
    ],
  ])('is read: %s', (asked, expected) => {
    expect(read(`Starting session: ${asked}`)).toEqual({
      kind: 'ssh_request',
      ...OF_UBUNTU,
      ...expected,
    });
  });

  it('is read over IPv6, and on a second channel', () => {
    expect(
      read('Starting session: shell on pts/1 for ubuntu from 2001:db8::7 port 51515 id 1')
    ).toEqual({
      kind: 'ssh_request',
      ...OF_UBUNTU,
      what: 'shell',
      tty: 'pts/1',
      sourceIp: '2001:db8::7',
      channel: 1,
    });
  });

  it('is unreadable where sshd cut the line, and so the account that it names is a part of the command', () => {
    const end = ' for root from 9.9.9.9 port 1 id 0';
    const head = "Starting session: forced-command (key-option) '";
    const message = head + 'x'.repeat(500 - head.length - end.length) + end;
    expect(message).toHaveLength(500);
    expect(read(message)).toMatchObject({ kind: 'unreadable' });
  });

  it.each(["subsystem 'x' on pts/9", "forced-command (key-option) 'x' on pts/9"])(
    'has the terminal after the quote only: %s…',
    (asked) => {
      expect(read(`Starting session: ${asked}' ${FOR_UBUNTU}`)).toEqual({
        kind: 'ssh_request',
        ...OF_UBUNTU,
        what: `${asked}'`,
      });
    }
  );

  it('ends with its channel', () => {
    expect(read('Close session: user ubuntu from 198.51.100.7 port 51515 id 0')).toEqual({
      kind: 'ssh_request_closed',
      ...OF_UBUNTU,
    });
  });

  it('is of the process that sshd names', () => {
    expect(read('User child is on pid 4711')).toEqual({ kind: 'ssh_child', childPid: '4711' });
  });
});
