/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { authlogLine, sessionLines } from './support/authlog_lines';
import { routesAs, type RouteSettings } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const DAY = { from: '2026-01-27T00:00:00Z', to: '2026-01-27T23:59:59.999Z' };

async function ask(authlogPattern: string, more: Partial<RouteSettings> = {}, timeRange = DAY) {
  const routes = routesAs({
    indexPattern: 'kubeaudit-reading-*',
    authlogPattern,
    user: 'auditor',
    now: new Date('2026-01-28T00:00:00Z'),
    ...more,
  });
  const { status, body } = await routes.sshSessions({ timeRange, limit: 1000, failures: true });
  await routes.close();
  expect([status, body]).toEqual([200, body]);
  return body;
}

const at = (ms: number) =>
  new Date(Date.parse(DAY.from) + ms).toISOString().replace('Z', '123+00:00');

describe('a log of more than one page', () => {
  // Four lines of a session within the same millisecond, and jobs of root, which are most of a real log.
  const SESSIONS = 3_500;
  beforeAll(async () => {
    const lines = function* () {
      for (let i = 0; i < SESSIONS; i += 1) {
        const host = `node-${i % 7}`;
        yield* sessionLines(
          'alice',
          String(1000 + i),
          at(i * 20_000),
          at(i * 20_000 + 10_000),
          host
        );
        yield authlogLine(
          at(i * 20_000),
          'CRON',
          'pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)',
          { pid: '9', host }
        );
      }
    };
    await writeRecords('authlog-pages-1', lines());
  });

  it('is read whole, each line once, without the jobs of root', async () => {
    const body = await ask('authlog-pages-*');
    expect(body.total).toEqual({ value: SESSIONS, relation: 'eq' });
    expect(body.figures.lines).toBe(SESSIONS * 3);
    // It ends in the evening, with 720 lines an hour until then.
    expect(body.completeness.reasons).toEqual([
      expect.objectContaining({ code: 'gap_in_source', cluster: 'wc' }),
    ]);
  });

  it('is cut where it is too long, newest first, and the answer says where it begins', async () => {
    const body = await ask('authlog-pages-*', { authlog: { maxLines: 1_000 } });
    const reason = body.completeness.reasons.find(({ code }) => code === 'scan_limit_reached');
    expect(reason).toMatchObject({ source: 'authlog', count: SESSIONS * 3 });
    expect(body.total.relation).toBe('gte');
    const begins = Date.parse(reason?.instant ?? '');
    expect(begins).toBeGreaterThan(Date.parse(DAY.from));
    expect(body.sessions.length).toBeGreaterThan(100);
    expect(body.sessions.every(({ endedAt }) => Date.parse(endedAt ?? '') >= begins)).toBe(true);
  });
});

it('a line that was delivered twice counts once', async () => {
  const refused = authlogLine(
    at(5),
    'sshd',
    'Failed password for root from 203.0.113.9 port 5 ssh2',
    { pid: '7' }
  );
  await writeRecords('authlog-twice-1', [refused, refused]);
  await writeRecords('authlog-twice-2', [refused]);
  expect((await ask('authlog-twice-*')).failures?.attempts).toBe(1);
});

it('folded repeats count', async () => {
  const message =
    'message repeated 4 times: [ Failed password for root from 203.0.113.9 port 5 ssh2]';
  await writeRecords('authlog-folded-1', [
    authlogLine(at(1), 'sshd', 'Failed password for root from 203.0.113.9 port 5 ssh2', {
      pid: '7',
    }),
    authlogLine(at(2), 'sshd', message, { pid: '7' }),
  ]);
  expect((await ask('authlog-folded-*')).failures).toMatchObject({
    attempts: 5,
    groups: [
      { account: 'root', attempts: 5, connections: 1, ways: [{ way: 'password', count: 5 }] },
    ],
  });
});

it('a day of one digit is found although its hour is lost', async () => {
  const source = (message: string) => ({
    host: '',
    ident: '5',
    message,
    'cluster.name': 'wc',
    '@timestamp': '2026-01-01T00:00:00.000000000+00:00',
  });
  await writeRecords('authlog-digit-1', [
    source(
      '15:02 node-1 sshd[317]: Accepted publickey for ubuntu from 192.0.2.1 port 5 ssh2: ED25519 SHA256:a'
    ),
    source('05:02 node-1 sshd[317]: pam_unix(sshd:session): session closed for user ubuntu'),
  ]);
  const on = (day: string) => ({
    from: `2026-01-${day}T00:00:00Z`,
    to: `2026-01-${day}T23:59:59Z`,
  });
  const found = await ask('authlog-digit-*', {}, on('05'));
  expect(found.sessions).toMatchObject([
    {
      host: 'node-1',
      account: 'ubuntu',
      state: 'closed',
      timePrecision: 'hour_unknown',
      repaired: true,
    },
  ]);
  expect((await ask('authlog-digit-*', {}, on('07'))).sessions).toEqual([]);
});

it('what an older collector damaged is counted and shown', async () => {
  await writeRecords('authlog-damaged-1', [
    {
      host: 'Accepted',
      ident: 'publickey',
      message: 'ED25519 SHA256:x',
      '@timestamp': at(0),
      'cluster.name': 'wc',
    },
    { '@timestamp': at(1), host: 'node-1', ident: 'sshd' },
    authlogLine(at(2), 'sshd', 'Accepted publickey for', { pid: '4' }),
  ]);
  const body = await ask('authlog-damaged-*');
  expect(body.figures.unreadable).toBe(3);
  expect(body.unreadable.map(({ why }) => why)).toEqual([
    'the collector lost its account, address and host',
    'it holds no message',
    expect.stringContaining('login'),
  ]);
  expect(body.completeness.reasons).toContainEqual(
    expect.objectContaining({ code: 'unparsed_lines', count: 3 })
  );
});

it('a session that began before the period and one that ends after it are there', async () => {
  const hour = 3_600_000;
  await writeRecords('authlog-bounds-1', [
    ...sessionLines('alice', '1', at(-50 * hour), at(2 * hour)),
    ...sessionLines('bob', '2', at(20 * hour), at(30 * hour)),
    ...sessionLines('carol', '3', at(-9 * hour), at(-8 * hour)),
    authlogLine(at(hour), 'sudo', 'ubuntu : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/id'),
  ]);
  const seed = ['alice', 'bob', 'carol'].map((who) => ({
    kind: 'ssh_key' as const,
    value: `SHA256:${who}`,
    person: who,
    shared: false,
  }));
  const body = await ask('authlog-bounds-*', {
    directorySeed: seed,
    now: new Date('2026-02-01T00:00:00Z'),
  });
  expect(
    body.sessions.map(({ attribution, state, commands }) => [
      attribution.person,
      state,
      commands.length,
    ])
  ).toEqual([
    ['bob', 'closed', 0],
    ['alice', 'closed', 1],
  ]);
  expect(body.sessions[1].commands[0].attribution.person).toBe('alice');
});

it('an empty index is an answer, a missing one is not', async () => {
  await writeRecords('authlog-empty-1', [authlogLine('2020-01-01T00:00:00Z', 'sshd', 'x')]);
  expect((await ask('authlog-empty-*')).total).toEqual({ value: 0, relation: 'eq' });
  const routes = routesAs({
    indexPattern: 'kubeaudit-x-*',
    authlogPattern: 'authlog-nowhere-*',
    user: 'auditor',
  });
  const { status, body } = await routes.sshSessions({ timeRange: DAY });
  await routes.close();
  expect([status, body]).toMatchObject([404, { attributes: { code: 'index_missing' } }]);
});

describe('lines with a misread time stamp', () => {
  const misread = (at: string, day: string, hour: string) => ({
    host: day,
    ident: hour,
    message: '15:02 node-1 sshd[317]: Accepted password for ubuntu from 192.0.2.1 port 5 ssh2',
    'cluster.name': 'wc',
    '@timestamp': at,
  });
  const startsOf = async (...[pattern, more, range]: Parameters<typeof ask>) =>
    (await ask(pattern, more, range)).sessions.map(({ startedAt }) => startedAt).sort();

  it('of the turn of the year are found in the year in which they were written', async () => {
    await writeRecords('authlog-turn-2027.01.01', [misread('2027-12-01T00:00:00Z', '31', '23')]);
    await writeRecords('authlog-turn-2026.12.31', [misread('2026-12-01T00:00:00Z', '31', '22')]);
    const range = { from: '2026-12-31T00:00:00Z', to: '2027-01-01T23:59:59Z' };
    const now = new Date('2027-01-02T00:00:00Z');
    expect(await startsOf('authlog-turn-*', { now }, range)).toEqual([
      '2026-12-31T22:15:02Z',
      '2026-12-31T23:15:02Z',
    ]);
  });

  it('are found in a period of many years, which holds more months than are asked for one by one', async () => {
    const years = ['2017', '2019', '2021', '2023', '2025'];
    await writeRecords(
      'authlog-years-1',
      years.map((year) => misread(`${year}-06-01T00:00:00Z`, '15', '08'))
    );
    const range = { from: '2016-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    expect(await startsOf('authlog-years-*', {}, range)).toEqual(
      years.map((year) => `${year}-06-15T08:15:02Z`)
    );
  });
});
