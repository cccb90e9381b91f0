/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { join } from 'path';
import truth from '../fixtures/authlog-truth.json';
import { routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const fixture = (name: string) => readFileSync(join(__dirname, '../fixtures', name), 'utf8');
const documents = (name: string) =>
  fixture(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

const DAY = { from: '2026-11-23T00:00:00Z', to: '2026-11-23T23:59:59Z' };
const NOW = new Date('2026-11-24T00:00:00Z');

const as = (user: string, authlogPattern: string, library: '1' | '2' = '2') =>
  routesAs({
    indexPattern: 'kubeaudit-recorded-authlog-*',
    authlogPattern,
    directoryIndex: 'audit-user-directory-recorded',
    user,
    library,
    now: NOW,
  });

beforeAll(async () => {
  await writeRecords('authlog-recorded-1', documents('authlog.ndjson'));
  await writeRecords('authlog-misread-1', documents('authlog-misparsed.ndjson'));
  const editor = as('compliance', 'authlog-recorded-*');
  const imported = await editor.changeDirectory({
    action: 'import',
    format: 'authorized_keys',
    text: fixture('authorized_keys'),
  });
  expect(imported.body).toMatchObject({ skipped: [] });
  expect(imported.body.written.map(({ person, shared }) => [person, shared])).toEqual([
    ['alice.andersson@example.com', false],
    ['bob.berg@example.com', false],
    ['dan.dahl@example.com', false],
    ['asa.oberg@example.com', false],
    [undefined, true],
  ]);
  for (const account of ['carol', 'dave']) {
    const entry = {
      kind: 'account' as const,
      value: account,
      person: `${account}@example.com`,
      shared: false,
    };
    expect((await editor.changeDirectory({ action: 'add', entry })).status).toBe(200);
  }
  await editor.close();
});

describe.each(['1', '2'] as const)('the recorded log, through opensearch-js %s', (library) => {
  it('gives every session with its person', async () => {
    const routes = as('auditor', 'authlog-recorded-*', library);
    const { status, body } = await routes.sshSessions({
      timeRange: DAY,
      limit: 1000,
      failures: true,
    });
    await routes.close();
    expect(status).toBe(200);
    expect(body.completeness.reasons.map(({ code }) => code)).toEqual(['retention_starts_later']);
    const key = (session: { pid?: string; person?: string; account: string; port?: number }) =>
      JSON.stringify([session.account, session.port, session.person]);
    const found = body.sessions.map(({ account, sourcePort, attribution }) =>
      key({ account, port: sourcePort, person: attribution.person })
    );
    // dave's session has no end in the log, and is none of the recorded sessions with one.
    const expected = [
      ...truth.sessions.map(({ user, port, person }) => key({ account: user, port, person })),
      key({ account: 'dave', port: 49445, person: 'dave@example.com' }),
    ];
    expect(found.sort()).toEqual(expected.sort());
    expect(body.total).toEqual({ value: 14, relation: 'eq' });
    expect(body.figures).toMatchObject({
      identified: 14,
      ambiguous: 0,
      unidentified: 0,
      unreadable: 0,
    });
    expect(body.sessions.find(({ account }) => account === 'dave')).toMatchObject({
      state: 'open',
    });
    expect(body.failures).toMatchObject({ attempts: 2 });
    expect(
      body.failures?.groups.map(({ account, sourceIp, ways }) => [account, sourceIp, ways])
    ).toEqual([
      ['ubuntu', '127.0.0.66', [{ way: 'closed before login', count: 1 }]],
      ['ubuntu', '127.0.0.15', [{ way: 'Certificate invalid: expired', count: 1 }]],
    ]);
  });

  it('names who became a group account, and nobody where two were possible', async () => {
    const routes = as('auditor', 'authlog-recorded-*', library);
    const { status, body } = await routes.groupAccounts({ timeRange: DAY, limit: 1000 });
    await routes.close();
    expect(status).toBe(200);
    const sudo = body.uses
      .filter(({ origin, command }) => origin === 'sudo' && command !== undefined)
      .sort((a, b) => (a.time < b.time ? -1 : 1));
    const toRoot = truth.sudo
      .filter(
        ({ command, timestamp }) =>
          sudo.some((use) => use.time.slice(0, 26) === timestamp.slice(0, 26)) && command
      )
      .sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
    expect(sudo.length).toBeGreaterThan(30);
    expect(sudo.map(({ attribution }) => attribution.status)).toEqual(
      toRoot.map(({ expected }) => expected)
    );
    sudo.forEach(({ attribution }, i) => {
      if (attribution.status === 'identified') expect(attribution.person).toBe(toRoot[i].truth);
      else {
        expect(attribution.candidates.map(({ person }) => person).sort()).toEqual(
          toRoot[i].candidates
        );
      }
    });
    const ofKubernetes = body.completeness.reasons.find(({ source }) => source === 'kubeaudit');
    expect(ofKubernetes).toMatchObject({ code: 'sources_missing' });
  });
});

it('lines with misread time stamps are found by time, repaired and counted', async () => {
  const routes = as('auditor', 'authlog-misread-*');
  const { body } = await routes.sshSessions({
    timeRange: { from: '2026-11-23T09:15:00Z', to: '2026-11-23T09:16:00Z' },
  });
  const before = await routes.sshSessions({
    timeRange: { from: '2026-11-01T00:00:00Z', to: '2026-11-01T01:00:00Z' },
  });
  await routes.close();
  expect(body.sessions.length).toBeGreaterThanOrEqual(5);
  expect(
    body.sessions.every(({ repaired, timePrecision }) => repaired && timePrecision === 'second')
  ).toBe(true);
  expect(body.figures).toMatchObject({ repaired: 120 });
  expect(body.completeness).toMatchObject({
    complete: false,
    reasons: [{ code: 'unparsed_lines', source: 'authlog', count: 120 }],
  });
  expect(before.body.sessions).toEqual([]);
});

it('a timeline holds what one person did, certain and possible', async () => {
  const routes = as('auditor', 'authlog-recorded-*');
  const { status, body } = await routes.personTimeline({
    person: 'alice.andersson@example.com',
    timeRange: DAY,
  });
  await routes.close();
  expect(status).toBe(200);
  const lane = (id: string) => body.lanes.find((each) => each.id === id);
  expect(lane('ssh')).toMatchObject({ certain: 2, possible: 0 });
  expect(lane('sudo')).toMatchObject({ certain: 4, possible: 3 });
  expect(
    body.entries.filter(({ certainty }) => certainty === 'possible').map(({ others }) => others)
  ).toEqual([['carol@example.com'], ['carol@example.com'], ['carol@example.com']]);
  expect(body.completeness.reasons).toContainEqual(
    expect.objectContaining({ code: 'sources_missing', source: 'kubeaudit' })
  );
});

it('raw lines come by their ids, of authlog only', async () => {
  const routes = as('auditor', 'authlog-recorded-*');
  const { body } = await routes.sshSessions({ timeRange: DAY, limit: 1 });
  const [session] = body.sessions;
  const lines = await routes.authlogLines({ documents: session.lines });
  expect(lines.body.lines).toHaveLength(session.lines.length);
  expect(lines.body.lines[0].source.message).toMatch(/^Accepted publickey for ubuntu/);
  const foreign = await routes.authlogLines({ documents: [{ index: 'kubeaudit-x', id: '1' }] });
  await routes.close();
  expect(foreign.status).toBe(400);
});

it('a developer without authlog is told so, never shown nothing', async () => {
  const routes = as('developer', 'authlog-recorded-*');
  const answers = [
    await routes.sshSessions({ timeRange: DAY }),
    await routes.sshFailures({ timeRange: DAY }),
    await routes.authlogLines({ documents: [{ index: 'authlog-recorded-1', id: '1' }] }),
  ];
  await routes.close();
  for (const { status, body } of answers) {
    expect(status).toBe(403);
    expect(body).toMatchObject({ attributes: { code: 'forbidden' } });
  }
});
