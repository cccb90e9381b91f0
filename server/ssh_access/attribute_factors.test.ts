/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  OPTIONS,
  source,
  storedAuthlog,
  type StoredLine,
} from '../authlog/read/stored_authlog.test_support';
import { Directory } from '../directory/directory_lookup';
import { readPicture } from './authlog_picture';

const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-27T23:59:59.999Z'),
};
const ATTRIBUTION = {
  sshGroupAccounts: ['ubuntu'],
  kubernetesGroupAccounts: [],
  certificateAuthorities: [],
  directoryReadable: true,
};
const DIRECTORY = new Directory(
  ['alice', 'bob'].map((person) => ({
    id: person,
    kind: 'ssh_key' as const,
    value: `SHA256:${person}`,
    person,
    shared: false,
    recordedBy: 'x',
    recordedAt: '2020-01-01T00:00:00Z',
  }))
);

const FROM = 'for ubuntu from 192.0.2.1 port 5 ssh2';
const partial = (who: string) => `Partial publickey ${FROM}: ED25519 SHA256:${who}`;
const accepted = (who: string) => `Accepted publickey ${FROM}: ED25519 SHA256:${who}`;
const PASSWORD = `Accepted keyboard-interactive/pam ${FROM}`;

/** A line of sshd so many seconds after eight o'clock. */
const at = (second: number, message: string, pid = '11'): StoredLine => ({
  source: source(
    new Date(Date.parse('2026-01-27T08:00:00.1Z') + second * 1000).toISOString(),
    'sshd',
    message,
    { pid }
  ),
});

/** Whose the only session of these lines is. */
async function sessionOf(...lines: StoredLine[]) {
  const { search } = storedAuthlog(lines);
  const now = new Date('2026-01-29T00:00:00Z');
  const picture = await readPicture(DAY, search, DIRECTORY, OPTIONS, ATTRIBUTION, now);
  const [[session, login], ...others] = picture.logins;
  expect(others).toEqual([]);
  const { status, candidates } = login.attribution;
  const persons = candidates.flatMap(({ person }) => person ?? []);
  return { status, persons, session, marks: login.marks };
}

describe('a login of several factors', () => {
  it('that ends with a password is by the key of the part before', async () => {
    const { status, persons, session } = await sessionOf(at(0, partial('alice')), at(1, PASSWORD));
    expect([status, persons]).toEqual(['identified', ['alice']]);
    expect(session).toMatchObject({
      method: 'keyboard-interactive/pam',
      key: { type: 'ED25519', fingerprint: 'SHA256:alice' },
      lineCount: 2,
    });
  });

  it('by two keys of one person is hers, also where one of them is not filed', async () => {
    for (const [first, second] of [
      ['alice', 'alice'],
      ['alice', 'unknown'],
      ['unknown', 'alice'],
    ]) {
      const found = await sessionOf(at(0, partial(first)), at(1, accepted(second)));
      expect([found.status, found.persons]).toEqual(['identified', ['alice']]);
    }
  });

  it('by keys of two persons may be of either', async () => {
    const two = await sessionOf(at(0, partial('alice')), at(1, accepted('bob')));
    expect([two.status, two.persons.sort()]).toEqual(['ambiguous', ['alice', 'bob']]);
    const three = await sessionOf(at(0, partial('alice')), at(1, partial('bob')), at(2, PASSWORD));
    expect([three.status, three.persons.sort()]).toEqual(['ambiguous', ['alice', 'bob']]);
  });

  it.each<[string, StoredLine]>([
    ['process', at(0, partial('alice'), '12')],
    ['address', at(0, partial('alice').replace('port 5', 'port 6'))],
    ['account', at(0, partial('alice').replace('ubuntu', 'carol'))],
    ['hour', at(-3600, partial('alice'))],
  ])('does not take the key of another %s', async (_, line) => {
    const { status, session } = await sessionOf(line, at(1, PASSWORD));
    expect([status, session.key]).toEqual(['unidentified', undefined]);
  });

  it('is no login before its last factor', async () => {
    const { search } = storedAuthlog([at(0, partial('alice'))]);
    const now = new Date('2026-01-29T00:00:00Z');
    const picture = await readPicture(DAY, search, DIRECTORY, OPTIONS, ATTRIBUTION, now);
    expect(picture.logins.size).toBe(0);
  });

  it('is known before the period, too', async () => {
    const before = -12 * 3600;
    const { status } = await sessionOf(at(before, partial('alice')), at(before + 1, PASSWORD));
    expect(status).toBe('identified');
  });
});
