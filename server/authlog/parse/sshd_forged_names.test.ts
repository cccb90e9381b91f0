/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import type { AuthlogRecord } from '../authlog_record';
import { parseMessage } from '../parse_message';
import {
  authLog,
  certificateText,
  disconnecting,
  endBeforeLogin,
  invalidUser,
  maxAttempts,
  vis,
} from './as_sshd_writes.test_support';
import {
  certificate,
  fingerprint,
  hostileText,
  peer,
  typedName,
  whom,
} from './hostile_text.test_support';

const RUNS = { numRuns: 1_000 };

const read = (message: string): AuthlogRecord => parseMessage('sshd', message).record;

/** What is left of a name: so many bytes, escaped, but for the backslash. */
const nameAfter = (user: string): string => vis(user, 100).replace(/\\\\/g, '\\');

/** Fields of the record that the truth names must be the true ones; a line may be declared unreadable. */
function expectTrueOrUnreadable(record: AuthlogRecord, truth: Record<string, unknown>): void {
  if (record.kind === 'unreadable') return;
  expect(record).toEqual({ ...record, ...truth });
}

describe('whatever a client calls itself, sshd’s own account and address are read', () => {
  it('where a password fails', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('password', 'none', 'keyboard-interactive/pam'),
        whom,
        peer,
        (method, who, from) => {
          expect(read(authLog('Failed', method, who, from))).toEqual({
            kind: 'ssh_failed',
            method,
            account: nameAfter(who.user),
            invalidAccount: !who.valid,
            sourceIp: from.ip,
            sourcePort: from.port,
          });
        }
      ),
      RUNS
    );
  });

  it('where a key fails, or the line is unreadable', () => {
    fc.assert(
      fc.property(
        whom,
        peer,
        fingerprint,
        fc.option(certificate, { nil: undefined }),
        (who, from, fp, cert) => {
          const extra = cert ? certificateText('RSA-CERT', fp, cert) : `RSA ${fp}`;
          expectTrueOrUnreadable(read(authLog('Failed', 'publickey', who, from, extra)), {
            kind: 'ssh_failed',
            account: nameAfter(who.user),
            invalidAccount: !who.valid,
            sourceIp: from.ip,
            sourcePort: from.port,
          });
        }
      ),
      RUNS
    );
  });

  it('where the account is not known', () => {
    fc.assert(
      fc.property(typedName, peer, (user, from) => {
        expect(read(invalidUser(user, from))).toEqual({
          kind: 'ssh_invalid_user',
          account: nameAfter(user),
          sourceIp: from.ip,
          sourcePort: from.port,
        });
      }),
      RUNS
    );
  });

  it('where it tries too often', () => {
    fc.assert(
      fc.property(whom, peer, (who, from) => {
        expectTrueOrUnreadable(read(maxAttempts(who, from)), {
          kind: 'ssh_max_attempts',
          account: nameAfter(who.user),
          invalidAccount: !who.valid,
          sourceIp: from.ip,
          sourcePort: from.port,
        });
      }),
      RUNS
    );
  });

  it('where the connection ends before login, or the line is unreadable', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Connection closed by', 'Connection reset by', 'Disconnected from'),
        whom,
        peer,
        (words, who, from) => {
          expectTrueOrUnreadable(read(endBeforeLogin(words, who, from)), {
            kind: 'ssh_disconnected',
            accountState: who.valid ? 'authenticating' : 'invalid',
            sourceIp: from.ip,
            sourcePort: from.port,
          });
        }
      ),
      RUNS
    );
  });

  it('where it changes its name on the way, or the line is unreadable', () => {
    fc.assert(
      fc.property(whom, peer, hostileText, (who, from, second) => {
        const text = `Change of username or service not allowed: (${who.user},ssh-connection) -> (${second},ssh-connection)`;
        for (const line of [
          disconnecting(who, from, text),
          disconnecting(who, from, 'Too many authentication failures'),
        ]) {
          expectTrueOrUnreadable(read(line), {
            kind: 'ssh_disconnected',
            sourceIp: from.ip,
            sourcePort: from.port,
          });
        }
      }),
      RUNS
    );
  });
});

describe('a line that sshd cut just behind an address that the client wrote', () => {
  const from = { ip: '198.51.100.7', port: 51515 };
  const upTo = (line: (user: string) => string, forged: string): string => {
    const { length } = line('').split('  ')[0];
    const filler = 500 - length - 1 - forged.length;
    const user = '\u0001'.repeat(Math.floor(filler / 4)) + 'x'.repeat(filler % 4) + forged;
    return line(`${user} and more`);
  };

  it.each(['Connection closed by', 'Connection reset by', 'Disconnected from'])(
    'does not end the connection of that address: %s',
    (words) => {
      const line = upTo(
        (user) => endBeforeLogin(words, { user, valid: false }, from),
        ' 9.9.9.9 port 1'
      );
      expect(line).toHaveLength(500);
      expect(line.endsWith(' 9.9.9.9 port 1')).toBe(true);
      expect(read(line)).toMatchObject({ kind: 'unreadable' });
    }
  );
});
