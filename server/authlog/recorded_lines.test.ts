/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { recordedLines, recordedTruth, type RecordedLine } from './recorded_lines.test_support';

const truth = recordedTruth();
const exact = recordedLines('authlog.ndjson');
const misread = recordedLines('authlog-misparsed.ndjson');

/** A line of that host at that time, which the collector writes with nine digits; a misread one knows its second only, so that there may be several. */
function at(lines: readonly RecordedLine[], host: string, time: string): RecordedLine[] {
  const ms = Date.parse(time);
  return lines.filter(
    ({ line }) =>
      line.host === host &&
      (line.precision === 'exact'
        ? line.time.replace(/000(?=\+)/, '') === time
        : line.timeMs <= ms && ms <= line.timeToMs)
  );
}

/** The part of the truth that the 120 misread lines tell of. */
const lastMisread = Math.max(...misread.map(({ line }) => line.timeMs));
const toldByMisread = <Row extends { host: string }>(rows: Row[], time: (row: Row) => string) =>
  rows.filter((row) => row.host === 'welkin-wc-node-1' && Date.parse(time(row)) < lastMisread);

describe.each([
  ['recorded', exact, truth.sudo, truth.sessions],
  [
    'misread',
    misread,
    toldByMisread(truth.sudo, ({ timestamp }) => timestamp),
    toldByMisread(truth.sessions, ({ closed }) => closed),
  ],
])('%s lines', (_, lines, commands, sessions) => {
  it('hold no line that cannot be read', () => {
    expect(lines.filter(({ record }) => record.kind === 'unreadable')).toEqual([]);
  });

  it('tell of enough commands and sessions to be worth a test', () => {
    expect(commands.length).toBeGreaterThanOrEqual(10);
    expect(sessions.length).toBeGreaterThanOrEqual(3);
  });

  it.each(commands)('tell the command $command at $timestamp', (told) => {
    const found = at(lines, told.host, told.timestamp).map(({ record }) => record);
    const command = found.find(
      (record) => record.kind === 'sudo_command' && record.command?.startsWith(told.command)
    );
    expect(command).toEqual({
      kind: 'sudo_command',
      account: told.account,
      runAs: expect.any(String) as string,
      ...(told.tty === null ? {} : { tty: told.tty }),
      pwd: expect.stringMatching(/^\//) as string,
      ...(told.refused === null ? {} : { refusal: told.refused }),
      command: told.command,
    });
  });

  it.each(sessions)('tell the login of $user from $ip port $port', (told) => {
    const logins = lines.filter(
      ({ line, record }) =>
        record.kind === 'ssh_accepted' && line.host === told.host && line.pid === told.sshd_pid
    );
    expect(logins.map(({ record }) => record)).toEqual([
      {
        kind: 'ssh_accepted',
        method: told.method,
        account: told.user,
        sourceIp: told.ip,
        sourcePort: told.port,
        ...(told.fp === null ? {} : { key: { type: told.keytype, fingerprint: told.fp } }),
        ...(told.cert_id === null
          ? {}
          : {
              certificate: {
                id: told.cert_id,
                serial: expect.stringMatching(/^\d+$/) as string,
                caType: 'ED25519',
                caFingerprint: expect.stringMatching(/^SHA256:[\w+/]{43}$/) as string,
              },
            }),
      },
    ]);
  });

  it.each(sessions)('tell the end of the session from $ip port $port, twice', (told) => {
    const ofHost = lines.filter(({ line }) => line.host === told.host);
    expect(ofHost.map(({ record }) => record)).toContainEqual({
      kind: 'ssh_disconnected',
      how: 'disconnected',
      preauth: false,
      account: told.user,
      accountState: 'authenticated',
      sourceIp: told.ip,
      sourcePort: told.port,
    });
    expect(at(lines, told.host, told.closed).map(({ record }) => record)).toContainEqual({
      kind: 'pam_session',
      service: 'sshd',
      action: 'closed',
      account: told.user,
    });
  });
});

const allOf = (kind: string) =>
  exact.filter(({ record }) => record.kind === kind).map(({ record }) => record);

describe('recorded lines of every kind', () => {
  it('are as many as they were written', () => {
    const counts: Record<string, number> = {};
    for (const { record } of exact) counts[record.kind] = (counts[record.kind] ?? 0) + 1;
    expect(counts).toEqual({
      ssh_accepted: 14,
      ssh_disconnected: 28,
      ssh_error: 1,
      pam_session: 114,
      pam_auth_failure: 2,
      sudo_command: 38,
      sudo_continued: 4,
      su: 5,
      logind_new: 14,
      logind_logged_out: 13,
      logind_removed: 13,
      account_change: 10,
      other: 18,
    });
  });

  it('keep a directory that imitates a field apart from the account of the command', () => {
    expect(allOf('sudo_command')).toContainEqual({
      kind: 'sudo_command',
      account: 'ubuntu',
      runAs: 'root',
      tty: 'pts/0',
      pwd: '/tmp/dir ; USER=mallory',
      command: '/usr/bin/id',
    });
  });

  it('keep a certificate whose id imitates a serial number apart from its own', () => {
    expect(allOf('ssh_accepted')).toContainEqual(
      expect.objectContaining({
        certificate: expect.objectContaining({
          id: 'frida.falk@example.com serial 7 (break glass)',
          serial: '7',
        }) as object,
      })
    );
  });

  it('tell a target account that does not exist', () => {
    expect(allOf('sudo_command')).toContainEqual({
      kind: 'sudo_command',
      account: 'ubuntu',
      runAs: 'nosuchuser',
      tty: 'pts/0',
      pwd: '/home/ubuntu',
      refusal: 'unknown user nosuchuser',
    });
  });

  it('tell the pieces of a long command by their account', () => {
    const pieces = allOf('sudo_continued');
    expect(pieces.map((piece) => 'account' in piece && piece.account)).toEqual(
      Array(4).fill('ubuntu')
    );
  });

  it('tell who became whom with su', () => {
    expect(allOf('su')).toEqual(
      expect.arrayContaining([
        { kind: 'su', from: 'ubuntu', to: 'root', tty: 'pts/0', success: false },
        { kind: 'su', from: 'ubuntu', to: 'dave', tty: 'pts/0', success: true },
      ])
    );
  });
});
