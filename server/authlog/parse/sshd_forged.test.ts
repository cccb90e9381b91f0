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
  receivedDisconnect,
  startingSession,
  vis,
  type Whom,
} from './as_sshd_writes.test_support';
import { accountName, address, fingerprint, hostileText, port } from './hostile_text.test_support';

const RUNS = { numRuns: 1_000 };

/** auth2.c cuts at the colon what a client calls itself (`user:style`). */
const typed = hostileText.map((text) => text.split(':')[0]);
/** Long enough to be cut, or to make sshd cut what comes after it. */
const longTyped = fc
  .tuple(typed, fc.constantFrom('', 'x', '\u0001'), fc.nat(120), typed)
  .map(([before, filler, count, after]) => before + filler.repeat(count) + after);
const whom: fc.Arbitrary<Whom> = fc.oneof(
  accountName.map((user) => ({ user, valid: true })),
  longTyped.map((user) => ({ user, valid: false }))
);
const peer = fc.record({ ip: address, port });
const certificate = fc.record({
  id: fc
    .tuple(hostileText, fc.nat(300), hostileText)
    .map(([before, count, after]) => before + 'x'.repeat(count > 150 ? count : 0) + after),
  serial: fc.maxSafeNat().map(String),
  caType: fc.constantFrom('ED25519', 'RSA'),
  caFingerprint: fingerprint,
});

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
      fc.property(longTyped, peer, (user, from) => {
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

describe('whatever a client says when it leaves', () => {
  it('its address is sshd’s own', () => {
    fc.assert(
      fc.property(peer, hostileText, fc.nat(400), fc.boolean(), (from, text, count, preauth) => {
        const said = 'x'.repeat(count > 200 ? count : 0) + text;
        expect(read(receivedDisconnect(from, said, preauth))).toMatchObject({
          kind: 'ssh_disconnected',
          how: 'received_disconnect',
          sourceIp: from.ip,
          sourcePort: from.port,
        });
      }),
      RUNS
    );
  });
});

describe('whatever the id of a certificate says', () => {
  it('account, address and key are sshd’s own, and so is the certificate where it is named', () => {
    fc.assert(
      fc.property(
        accountName,
        peer,
        fingerprint,
        certificate,
        fc.boolean(),
        (user, from, fp, cert, token) => {
          const type = token ? 'ED25519-SK-CERT' : 'ED25519-CERT';
          const count = token ? ', signature count = 7' : '';
          const line = authLog(
            'Accepted',
            'publickey',
            { user, valid: true },
            from,
            certificateText(type, fp, cert) + count
          );
          const record = read(line);
          expect(record).toMatchObject({
            kind: 'ssh_accepted',
            account: user,
            sourceIp: from.ip,
            sourcePort: from.port,
            key: { type, fingerprint: fp },
          });
          const named = 'certificate' in record ? record.certificate : undefined;
          if (line.length < 500 || named) expect(named).toEqual({ ...cert, id: vis(cert.id) });
        }
      ),
      RUNS
    );
  });
});

describe('whatever a forced command or a subsystem is called', () => {
  it('account, address and terminal are sshd’s own, or the line is unreadable', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('forced-command (key-option)', 'forced-command (config)', 'subsystem'),
        fc.tuple(hostileText, fc.nat(500), hostileText),
        fc.option(fc.constantFrom('pts/0', 'pts/12'), { nil: undefined }),
        accountName,
        peer,
        (type, [before, count, after], tty, account, from) => {
          const asked = `${type} '${before}${'x'.repeat(count > 250 ? count : 0)}${after}'`;
          const record = read(startingSession(asked, tty, account, from));
          expectTrueOrUnreadable(record, {
            kind: 'ssh_request',
            account,
            sourceIp: from.ip,
            sourcePort: from.port,
            channel: 0,
          });
          if (record.kind === 'ssh_request') expect(record.tty).toBe(tty);
        }
      ),
      RUNS
    );
  });
});
