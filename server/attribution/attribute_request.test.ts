/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  directoryOf,
  historyOf,
  loginsOf,
  NOTHING_MISSING,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import { attributeCommands } from './attribute_commands';
import { RequestAttributor, type AuthlogState } from './attribute_request';
import {
  at,
  begins,
  DIRECTORY,
  login,
  logout,
  removed,
  sudo,
  sudoOpens,
} from './command_table.test_support';
import type { DirectoryView } from './directory_view';
import type { LogLimits } from './log_limits';

const CREDENTIALS = directoryOf({
  'X509SHA256=alice': 'alice',
  'X509SHA256=both': { result: 'several', persons: ['alice', 'bob'] },
  'X509SHA256=shared': { result: 'shared' },
  'X509SHA256=expired': { result: 'outside_validity', persons: ['carol'] },
  'X509SHA256=hidden': { result: 'not_readable' },
});

interface Asked {
  credentialId?: string;
  /** Lines of each host; a host that is not here sent none. */
  lines?: Record<string, ShortLine[]>;
  /** Hosts that had the address; none where absent. */
  hosts?: string[];
  sourceIp?: string | null;
  time?: string;
  authlog?: AuthlogState;
  limits?: Partial<LogLimits>;
}

/** Who made a request as `kubernetes-admin`: a name, or the status with the candidates (`?`: somebody unknown). */
function result({
  credentialId,
  lines = {},
  hosts = Object.keys(lines),
  sourceIp = '10.0.0.1',
  time = '10:30',
  authlog = 'read',
  limits = {},
}: Asked): { who: string; reasons: string[]; marks: string[] } {
  const view: DirectoryView = {
    lookup: (kind, value, atMs) =>
      (kind === 'kube_credential' ? CREDENTIALS : DIRECTORY).lookup(kind, value, atMs),
  };
  const known = { ...NOTHING_MISSING, ...limits };
  const histories = new Map(
    Object.entries(lines).map(([host, of]) => [
      host,
      historyOf(of.map((line) => ({ ...line, host }))),
    ])
  );
  const all = [...histories.values()];
  const logins = new Map(all.flatMap((history) => [...loginsOf(history, view)]));
  const commands = new Map(
    all.flatMap((history) => [...attributeCommands(history, logins, known)])
  );
  const attributor = new RequestAttributor(view, {
    authlog,
    hostsOf: (_cluster, address) => (address === '10.0.0.1' ? hosts : []),
    history: (_cluster, host) => histories.get(host),
    loginOf: (session) => logins.get(session),
    commandOf: (command) => commands.get(command),
    limits: known,
  });
  const ms = Date.parse(at(time));
  const { attribution, marks } = attributor.attribute({
    cluster: 'wc',
    credentialId,
    ...(sourceIp === null ? {} : { sourceIp }),
    fromMs: ms,
    toMs: ms,
  });
  const { status, person, candidates, reasons } = attribution;
  const names = [...new Set(candidates.map((each) => each.person ?? '?'))].sort().join('|');
  return {
    who: status === 'identified' ? (person ?? 'broken') : `${status} ${names}`.trim(),
    reasons: reasons.map(({ code }) => code),
    marks,
  };
}

const ALICE = login('10:00', 'alice', '11');
const BOB = login('10:10', 'bob', '12');

describe('a request by its credential', () => {
  it('is of the one to whom it belongs, wherever it came from', () => {
    expect(result({ credentialId: 'X509SHA256=alice', lines: { 'node-1': BOB } })).toEqual({
      who: 'alice',
      reasons: ['credential_in_directory'],
      marks: [],
    });
  });

  it('is of one of those to whom it belongs', () => {
    expect(result({ credentialId: 'X509SHA256=both' })).toEqual({
      who: 'ambiguous alice|bob',
      reasons: ['credential_several_persons'],
      marks: ['shared_key'],
    });
  });

  it.each([
    ['is shared', 'X509SHA256=shared', 'credential_shared', []],
    ['is unknown', 'X509SHA256=new', 'credential_unknown', ['unknown_key']],
    ['may not be looked up', 'X509SHA256=hidden', 'directory_not_readable', []],
  ])('that %s is of whoever was on the host', (_what, credentialId, why, marks) => {
    const found = result({ credentialId, lines: { 'node-1': ALICE } });
    expect(found.who).toBe('alice');
    expect(found.reasons).toContain(why);
    expect(found.reasons).toContain('address_of_host');
    expect(found.marks).toEqual(marks);
  });

  it('that had expired may be its former owner’s, or of whoever was on the host', () => {
    const found = result({ credentialId: 'X509SHA256=expired', lines: { 'node-1': ALICE } });
    expect(found.who).toBe('ambiguous alice|carol');
    expect(found.marks).toEqual(['key_outside_validity']);
    expect(result({ credentialId: 'X509SHA256=expired', lines: {} }).who).toBe('unidentified');
  });
});

describe('a request by its address', () => {
  it('is of the only one who was there, whatever the account', () => {
    expect(result({ lines: { 'node-1': ALICE } }).who).toBe('alice');
    expect(result({ lines: { 'node-1': login('10:00', 'bob', '11', 'bob') } }).who).toBe('bob');
  });

  it('is of one of several who were there', () => {
    expect(result({ lines: { 'node-1': [...ALICE, ...BOB] } }).who).toBe('ambiguous alice|bob');
    const withRoot = [
      ...ALICE,
      sudo('10:01'),
      sudoOpens('10:01'),
      ...BOB,
      ...logout('10:20', '12'),
    ];
    expect(result({ lines: { 'node-1': withRoot } }).who).toContain('ambiguous');
  });

  it('is of nobody who is known where a key was not', () => {
    expect(result({ lines: { 'node-1': login('10:00', 'nobody-knows', '11') } }).who).toBe(
      'unidentified ?'
    );
    expect(result({ lines: { 'node-1': [...ALICE, ...login('10:05', 'x', '13')] } }).who).toBe(
      'ambiguous ?|alice'
    );
  });

  it('is of nobody where nobody was there; who had been is a hint', () => {
    const found = result({ lines: { 'node-1': [...ALICE, ...logout('10:15', '11')] } });
    expect(found.who).toBe('unidentified alice');
    expect(found.reasons).toContain('no_session_open');
    expect(result({ lines: { 'node-1': ALICE }, time: '09:30' }).who).toBe('unidentified');
  });

  it.each([
    ['10:29:59', 'ambiguous alice|bob'],
    ['10:29:58', 'bob'],
  ])('counts who had left at %s, for clocks that are a second apart: %s', (left, who) => {
    const lines = [
      ...ALICE,
      begins('10:00', '1'),
      ...BOB,
      begins('10:10', '2'),
      ...logout(left, '11'),
      removed(left, '1'),
    ];
    expect(result({ lines: { 'node-1': lines } }).who).toBe(who);
  });

  it('that was that of several hosts is of all who were on any of them, or of a gateway', () => {
    const lines = { 'node-1': ALICE, 'node-2': BOB };
    expect(result({ lines }).who).toBe('ambiguous ?|alice|bob');
    const alone = { 'node-1': ALICE, 'node-2': logout('09:00', '9') };
    expect(result({ lines: alone }).who).toBe('ambiguous ?|alice');
    expect(result({ lines }).reasons).toContain('address_of_several_hosts');
  });

  it('of which one host sent no log may be of somebody there', () => {
    const found = result({ lines: { 'node-1': ALICE }, hosts: ['node-1', 'node-2'] });
    expect(found.who).toBe('ambiguous ?|alice');
    expect(found.reasons).toContain('host_without_authlog');
  });

  it.each<[string, Asked, string]>([
    ['the host sent no log', { hosts: ['node-1'] }, 'host_without_authlog'],
    ['the address is no host’s', { lines: { 'node-1': ALICE }, hosts: [] }, 'address_unknown'],
    ['there is no address', { lines: { 'node-1': ALICE }, sourceIp: null }, 'no_source_address'],
    ['authlog is forbidden', { hosts: ['node-1'], authlog: 'forbidden' }, 'authlog_forbidden'],
    ['authlog is missing', { hosts: ['node-1'], authlog: 'missing' }, 'authlog_missing'],
    ['authlog was not read', { hosts: ['node-1'], authlog: 'not_read' }, 'authlog_not_read'],
  ])('is of nobody where %s', (_what, asked, why) => {
    const found = result(asked);
    expect(found.who).toBe('unidentified');
    expect(found.reasons).toContain(why);
  });

  it('names nobody where lines are missing', () => {
    expect(result({ lines: { 'node-1': ALICE }, limits: { linesMissing: true } }).who).toBe(
      'ambiguous ?|alice'
    );
  });
});
