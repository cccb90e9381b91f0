/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';
import { recordedLines } from '../recorded_lines.test_support';

const ON_VIEWS = new Set([
  'ssh_accepted',
  'ssh_failed',
  'ssh_invalid_user',
  'ssh_request',
  'sudo_command',
  'sudo_continued',
  'su',
  'logind_new',
  'logind_removed',
]);

describe.each(['', 'sshd2', 'openssh', '-', 'auth'])('a line of the program "%s"', (ident) => {
  it('that reads like one of sshd, sudo or su is not passed over', () => {
    const lines = recordedLines('authlog.ndjson').filter(({ record }) => ON_VIEWS.has(record.kind));
    expect(lines.length).toBeGreaterThan(80);
    for (const { line, record } of lines) {
      const read = parseMessage(ident, line.message).record;
      expect([read.kind, line.message]).toEqual(['unreadable', line.message]);
      expect(read).toHaveProperty('why', expect.stringContaining('does not name that program'));
      expect(read).not.toEqual(record);
    }
  });

  it.each([
    'FAILED SU (to root) ubuntu on none',
    'Successful su for root by ubuntu',
    '   ubuntu : 1 incorrect password attempt ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/sh',
    'ubuntu : (command continued) x',
    'Accepted password for',
  ])('may be odd or cut: %s', (message) => {
    expect(parseMessage(ident, message).record.kind).toBe('unreadable');
  });

  it('of PAM is read as ever', () => {
    const message = 'pam_unix(sshd:session): session closed for user ubuntu';
    expect(parseMessage(ident, message).record).toMatchObject({ kind: 'pam_session' });
  });

  it('that says something else says nothing', () => {
    for (const message of ['', 'Failed to start', 'Accepted', 'Started Session 5 of User x.']) {
      expect(parseMessage(ident, message).record).toEqual({ kind: 'other' });
    }
  });
});
