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
  receivedDisconnect,
  startingSession,
  vis,
} from './as_sshd_writes.test_support';
import {
  accountName,
  certificate,
  fingerprint,
  hostileText,
  peer,
} from './hostile_text.test_support';

const RUNS = { numRuns: 1_000 };

const read = (message: string): AuthlogRecord => parseMessage('sshd', message).record;

/** Fields of the record that the truth names must be the true ones; a line may be declared unreadable. */
function expectTrueOrUnreadable(record: AuthlogRecord, truth: Record<string, unknown>): void {
  if (record.kind === 'unreadable') return;
  expect(record).toEqual({ ...record, ...truth });
}

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
