/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { because, looksIn, lookers } from './support/access_steps';
import { auditRecord } from './support/audit_record';
import { authlogLine } from './support/authlog_lines';
import { startExport } from './support/evidence_package';
import { accessOf, EVER, type RouteSettings } from './support/plugin_routes';
import { WEEK } from './support/review_steps';
import { writeRecords } from './support/write_records';

const INDEX = 'audit-user-access-pseudonyms';
const SETTINGS: RouteSettings = {
  indexPattern: 'kubeaudit-pseudonyms-*',
  authlogPattern: 'authlog-pseudonyms-*',
  accessIndex: INDEX,
  pseudonymise: true,
  directorySeed: [
    { kind: 'ssh_key', value: 'SHA256:k1', person: 'Olle Öberg', shared: false },
    { kind: 'account', value: 'oob', person: 'Olle Öberg', shared: false },
  ],
};
const { as, close } = lookers(SETTINGS);
const access = accessOf(SETTINGS);
const looker = (purpose?: string) =>
  as('recorded', INDEX, {
    ...SETTINGS,
    access,
    ...(purpose === undefined ? {} : { headers: because(purpose) }),
  });
const NAMES = /alic|bobby|carol|olle|öberg|\boob\b|\w@\w/i;

beforeAll(async () => {
  await writeRecords('kubeaudit-pseudonyms-1', [
    auditRecord({ user: 'alice@example.com', message: 'alice@example.com may not' }),
    auditRecord({ user: 'bobby', impersonated: 'carol', code: 403 }),
    auditRecord({ user: 'system:serviceaccount:flux:flux' }),
  ]);
  const at = '2026-01-27T10:00:00Z';
  const login = (who: string, key: string, pid: string) =>
    authlogLine(
      at,
      'sshd',
      `Accepted publickey for ${who} from 192.0.2.1 port ${pid} ssh2: ED25519 SHA256:${key}`,
      { pid }
    );
  await writeRecords('authlog-pseudonyms-1', [
    login('ubuntu', 'k1', '11'),
    login('oob', 'x', '12'),
    authlogLine(at, 'sshd', 'Failed password for invalid user alicia from 192.0.2.9 port 3 ssh2', {
      pid: '13',
    }),
  ]);
});
afterAll(close);

const pseudonymOfAlice = async () => {
  const { body } = await looker().users({ timeRange: EVER, search: 'alice' });
  return body.users[0].name;
};

it('no name is in any answer without a purpose', async () => {
  const routes = looker();
  const events = await routes.events({ timeRange: EVER, summary: true });
  const sessions = await routes.sshSessions({ timeRange: EVER, failures: true });
  const answers = [
    await routes.users({ timeRange: EVER }),
    events,
    await routes.summary({ timeRange: EVER }),
    ...(await Promise.all(
      events.body.events.map(({ document }) => routes.event({ document: { ...document } }))
    )),
    sessions,
    await routes.sshFailures({ timeRange: EVER }),
    await routes.authlogLines({ documents: sessions.body.sessions.flatMap(({ lines }) => lines) }),
    await routes.groupAccounts({ timeRange: EVER }),
    await routes.personTimeline({ timeRange: EVER, person: 'Olle Öberg' }),
    await routes.directory(),
    await routes.reviews({ action: 'list', timeRange: WEEK }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(NAMES);
  }
  expect(JSON.stringify(answers)).toMatch(/person-[0-9a-f]{8}/);
  expect(JSON.stringify(events.body)).toContain('system:serviceaccount:flux:flux');
  expect(JSON.stringify(sessions.body)).toContain('"ubuntu"');
});

it('a pseudonym can be asked for, and the person is recorded by name', async () => {
  const person = await pseudonymOfAlice();
  const { body } = await looker().events({ timeRange: EVER, filters: { users: [person] } });
  expect(body.events.map(({ user }) => user)).toEqual([person]);
  const timeline = await looker().personTimeline({ timeRange: EVER, person });
  expect(timeline.body.person).toBe(person);
  const looks = await looksIn(INDEX);
  expect(looks.slice(-2).map(({ persons }) => persons)).toEqual([
    ['alice@example.com'],
    ['alice@example.com'],
  ]);
});

it('one that nobody made is refused, and so is one of another server', async () => {
  const question = { timeRange: EVER, person: 'person-0123abcd' };
  const answer = await looker().personTimeline(question);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({
    attributes: { code: 'invalid_request', unknownPseudonym: true },
  });
  expect((await looker('why').personTimeline(question)).status).toBe(400);
});

it('with a purpose the answer is as ever, and the purpose is recorded', async () => {
  const person = await pseudonymOfAlice();
  const routes = looker('Incident 17');
  const { body } = await routes.events({ timeRange: EVER, filters: { users: [person] } });
  const plain = await as('recorded', undefined, { ...SETTINGS, accessIndex: undefined }).events({
    timeRange: EVER,
    filters: { users: ['alice@example.com'] },
  });
  expect(body).toEqual(plain.body);
  expect(body.events[0].user).toBe('alice@example.com');
  const looks = await looksIn(INDEX);
  expect(looks[looks.length - 1]).toMatchObject({ purpose: 'Incident 17' });
});

it('packages, reviews and changes of the directory need a purpose', async () => {
  const routes = looker();
  const entry = { kind: 'account', value: 'x', person: 'x', shared: false } as const;
  const refused = [
    await startExport(routes, { timeRange: EVER, parts: { ssh: true } }),
    await routes.changeDirectory({ action: 'add', entry }),
    await routes.reviews({ action: 'prepare', pattern: 'kubeaudit', timeRange: WEEK }),
  ];
  for (const { status, body } of refused) {
    expect(status).toBe(403);
    expect(body).toMatchObject({ attributes: { code: 'forbidden', purposeNeeded: true } });
  }
});
