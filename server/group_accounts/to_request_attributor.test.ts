/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { hostKey } from '../ssh_access/history/authlog_histories';
import {
  directoryOf,
  historyOf,
  loginsOf,
  NOTHING_MISSING,
} from '../ssh_access/history/recorded_history.test_support';
import { toRequestAttributor } from './to_request_attributor';

const DIRECTORY = directoryOf({ 'SHA256:alice': 'alice@example.com' });
const NODES = [{ cluster: 'wc', host: 'node-1', address: '10.0.0.1' }];

const history = historyOf([
  {
    at: '2026-01-27T10:00:00Z',
    ident: 'sshd',
    pid: '11',
    message: 'Accepted publickey for ubuntu from 192.0.2.1 port 50011 ssh2: ED25519 SHA256:alice',
  },
  {
    at: '2026-01-27T11:00:00Z',
    ident: 'sshd',
    pid: '11',
    message: 'pam_unix(sshd:session): session closed for user ubuntu',
  },
]);
const picture = {
  histories: new Map([[hostKey('wc', 'node-1'), history]]),
  logins: loginsOf(history, DIRECTORY),
  commands: new Map(),
  limits: NOTHING_MISSING,
};
const atMs = Date.parse('2026-01-27T10:30:00Z');
const request = { cluster: 'wc', sourceIp: '10.0.0.1', fromMs: atMs, toMs: atMs };

const attributed = (incomplete: boolean, addresses = NODES) =>
  toRequestAttributor(DIRECTORY, 'read', picture, [], { addresses, incomplete }).attribute(request)
    .attribution;

describe('a request from the address of a host', () => {
  it('is of the only person with a session open there', () => {
    expect(attributed(false)).toMatchObject({
      status: 'identified',
      person: 'alice@example.com',
    });
  });

  it('is of nobody for certain where not all addresses of nodes were read', () => {
    const { status, person, candidates } = attributed(true);
    expect(status).toBe('ambiguous');
    expect(person).toBeUndefined();
    expect(candidates).toEqual([
      expect.objectContaining({ person: 'alice@example.com' }),
      expect.not.objectContaining({ person: expect.anything() }),
    ]);
  });

  it('is of nobody where no host is known to have it', () => {
    expect(attributed(true, []).status).toBe('unidentified');
  });
});
