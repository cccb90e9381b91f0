/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { parseMessage } from '../parse_message';
import { accountName, hostileText } from './hostile_text.test_support';

const RUNS = { numRuns: 1_000 };

/** Names of accounts that exist hold no line break (useradd, and every directory service, refuse it). */
const oneLine = hostileText.map((text) => text.replace(/[\n\r\u2028\u2029]/g, ''));

describe('whatever an account that fails calls itself', () => {
  it('host, terminal and caller in the line of PAM are its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('pam_unix', 'pam_sss', 'pam_ldap'),
        fc.constantFrom('198.51.100.7', '2001:db8::7', 'gateway.example.com'),
        oneLine.map((text) => text.slice(0, 300)),
        (module, rhost, user) => {
          const message = `${module}(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${rhost} user=${user}`;
          const { record } = parseMessage('sshd', message);
          if (record.kind === 'unreadable') return;
          expect(record).toMatchObject({
            kind: 'pam_auth_failure',
            service: 'sshd',
            tty: 'ssh',
            rhost,
          });
          expect(record).not.toHaveProperty('ruser');
          expect(record).not.toHaveProperty('logname');
          const account = 'account' in record ? record.account : undefined;
          expect(account ?? '').toBe(user.trimEnd());
        }
      ),
      RUNS
    );
  });
});

describe('whatever LOGNAME says', () => {
  it('the account of a session of PAM is its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('sudo', 'su', 'sshd'),
        accountName,
        oneLine.map((text) => text.slice(0, 300)),
        (service, account, by) => {
          const message = `pam_unix(${service}:session): session opened for user ${account}(uid=1000) by ${by}(uid=1001)`;
          expect(parseMessage(service, message).record).toEqual({
            kind: 'pam_session',
            action: 'opened',
            service,
            account,
            uid: '1000',
            ...(by === '' ? {} : { byAccount: by }),
            byUid: '1001',
          });
        }
      ),
      RUNS
    );
  });
});

describe('whatever somebody asks su for in vain', () => {
  it('the account that asked is its own (shadow)', () => {
    fc.assert(
      fc.property(accountName, oneLine, (from, text) => {
        const to = `x${text.slice(0, 300)}`;
        expect(parseMessage('su', `FAILED su for ${to} by ${from}`).record).toEqual({
          kind: 'su',
          from,
          to,
          success: false,
        });
      }),
      RUNS
    );
  });

  it('account and terminal are their own (util-linux)', () => {
    fc.assert(
      fc.property(accountName, oneLine, (from, text) => {
        const to = `x${text.slice(0, 300)}`;
        expect(parseMessage('su', `FAILED SU (to ${to}) ${from} on pts/0`).record).toEqual({
          kind: 'su',
          from,
          to,
          tty: 'pts/0',
          success: false,
        });
      }),
      RUNS
    );
  });
});
