/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  OPTIONS,
  ORDINARY_FIELDS,
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
  sshGroupAccounts: ['ubuntu', 'root'],
  kubernetesGroupAccounts: [],
  certificateAuthorities: [],
  directoryReadable: true,
};
const DIRECTORY = new Directory([
  {
    id: '1',
    kind: 'ssh_key',
    value: 'SHA256:alice',
    person: 'alice',
    shared: false,
    recordedBy: 'x',
    recordedAt: '2020-01-01T00:00:00Z',
  },
]);

const accepted = (who: string) =>
  `Accepted publickey for ubuntu from 192.0.2.1 port ${who.length} ssh2: ED25519 SHA256:${who}`;

/** Alice logs in and runs a command: with nothing else, it was hers. */
const ALICE: StoredLine[] = [
  { source: source('2026-01-27T08:00:00.1Z', 'sshd', accepted('alice'), { pid: '11' }) },
  {
    source: source(
      '2026-01-27T09:00:00.1Z',
      'sudo',
      'ubuntu : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/id',
      { pid: '12' }
    ),
  },
];

async function pictureOf(lines: readonly StoredLine[]) {
  const { search } = storedAuthlog([...ALICE, ...lines]);
  return readPicture(
    DAY,
    search,
    DIRECTORY,
    OPTIONS,
    ATTRIBUTION,
    new Date('2026-01-29T00:00:00Z')
  );
}

/** How the command is attributed when the log holds these lines, too. */
async function statusWith(...lines: StoredLine[]): Promise<string | undefined> {
  const { commands } = await pictureOf(lines);
  return [...commands.values()][0]?.status;
}

const AT = '2026-01-27T08:30:00.1Z';

describe('a command of the only one who was there', () => {
  it('is hers', async () => {
    expect(await statusWith()).toBe('identified');
    expect(await statusWith({ source: source(AT, 'kernel', accepted('bob')) })).toBe('identified');
  });

  it.each<[string, StoredLine]>([
    ['lost its host', { source: source(AT, 'sshd', accepted('bob'), { host: undefined }) }],
    ['names two hosts', { source: source(AT, 'sshd', accepted('bob'), { host: ['a', 'b'] }) }],
    ['has two texts', { source: source(AT, 'sshd', [accepted('bob'), 'x']) }],
    ['lost its text', { source: source(AT, 'sshd', undefined) }],
    ['lost its text and program', { source: source(AT, undefined, undefined) }],
    ['is of an unknown program', { source: source(AT, 'openssh', accepted('bob')) }],
    ['is of no program', { source: source(AT, '', accepted('bob')) }],
    ['cannot be read', { source: source(AT, 'sshd', 'Accepted publickey for') }],
    [
      'has a time of another form',
      { source: source('x', 'sshd', accepted('bob')), time: Date.parse(AT) },
    ],
    [
      'names no cluster and no host',
      { source: source(AT, 'sshd', accepted('bob'), { host: '', 'cluster.name': undefined }) },
    ],
    [
      'was of the evening before, and lost account and host',
      {
        source: source('2026-01-26T23:00:00.1Z', 'publickey', 'ED25519 SHA256:bob', {
          host: 'Accepted',
        }),
      },
    ],
    [
      'was of the evening before, under a path',
      { source: source('2026-01-26T23:00:00.1Z', '/usr/sbin/sshd[9]', accepted('bob')) },
    ],
    [
      'was of the evening before, of no program',
      { source: source('2026-01-26T23:00:00.1Z', undefined, accepted('bob')) },
    ],
  ])('may be of another whose login %s', async (_, line) => {
    expect(await statusWith(line)).not.toBe('identified');
  });

  it('may be of another where the log cannot be searched as it should', async () => {
    const fields = { ...ORDINARY_FIELDS };
    delete fields['ident.keyword'];
    const { search } = storedAuthlog(ALICE, fields);
    const now = new Date('2026-01-29T00:00:00Z');
    const picture = await readPicture(DAY, search, DIRECTORY, OPTIONS, ATTRIBUTION, now);
    expect(picture.read.reasons).toContainEqual(
      expect.objectContaining({ code: 'mapping_conflict', fields: ['ident'] })
    );
    expect([...picture.commands.values()].map(({ status }) => status)).toEqual(['ambiguous']);
  });

  it('may be of another whose login has no time in the index', async () => {
    expect(await statusWith({ source: source(undefined, 'sshd', accepted('bob')) })).toBe(
      'ambiguous'
    );
  });

  it('may be of another whose login has no time', async () => {
    const line = { source: source('x', 'sshd', accepted('bob')), time: 9e15, id: 'late' };
    // Nothing tells when it was, so OpenSearch would not find it by time: it comes from a broken mapping.
    const { search } = storedAuthlog(ALICE);
    const searchEach = search.searchEach.bind(search);
    search.searchEach = async (items) => {
      const answers = await searchEach(items);
      for (const answer of answers) {
        if ('hits' in answer && answer.hits.hits.length > 0) {
          answer.hits.hits.push({ _index: 'authlog-1', _id: line.id, _source: line.source });
        }
      }
      return answers;
    };
    const now = new Date('2026-01-29T00:00:00Z');
    const { limits } = await readPicture(DAY, search, DIRECTORY, OPTIONS, ATTRIBUTION, now);
    expect(limits.linesMissing).toBe(true);
  });
});

describe('lines without a cluster', () => {
  const bob = (host: string): StoredLine => ({
    source: source(AT, 'sshd', accepted('bob'), { host, pid: '77', 'cluster.name': undefined }),
  });

  it('may be of a host that others give to a cluster', async () => {
    expect(await statusWith(bob('node-1'))).toBe('ambiguous');
    const { read } = await pictureOf([bob('node-1')]);
    expect(read.reasons).toContainEqual(
      expect.objectContaining({ code: 'fields_unavailable', fields: ['cluster.name'], count: 1 })
    );
  });

  it('are of another host where only they name it', async () => {
    expect(await statusWith(bob('bastion'))).toBe('identified');
  });
});

it('more repeats than are taken one by one are said, and nobody is named', async () => {
  const text = 'pam_unix(sudo:session): session opened for user root(uid=0) by (uid=0)';
  const folded = source(AT, 'sudo', `message repeated 5000 times: [ ${text}]`);
  const { limits, read } = await pictureOf([{ source: folded }]);
  expect(limits.linesMissing).toBe(true);
  expect(read.reasons).toContainEqual(
    expect.objectContaining({ code: 'scan_limit_reached', count: 4000 })
  );
});

describe('damaged lines', () => {
  const lost = (at: string, message = 'x'): StoredLine => ({
    source: source(at, 'publickey', message, { host: 'Accepted' }),
  });

  it('count and are shown where they are of the period, and not of the time around it', async () => {
    const inside = lost('2026-01-27T12:00:00.1Z', 'inside');
    const outside = [lost('2026-01-26T12:00:00.1Z'), lost('2026-01-28T12:00:00.1Z')];
    const picture = await pictureOf([inside, ...outside]);
    expect(picture.unreadableCount).toBe(1);
    expect(picture.unreadable.map(({ message }) => message)).toEqual(['Accepted publickey inside']);
    // A login of the time around it is a presence all the same.
    expect(picture.limits.damagedLogins).toHaveLength(3);
  });

  it('with a misread time stamp count once, on their day', async () => {
    const misread = (day: string) => ({
      source: source('2026-01-01T00:00:00Z', '08', 'no host', { host: day }),
    });
    const picture = await pictureOf([misread('27'), misread('26'), misread('28')]);
    expect(picture.unreadableCount).toBe(1);
  });
});
