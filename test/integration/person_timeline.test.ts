/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { TimelineEntry } from '../../common/api/person_timeline';
import { auditRecord } from './support/audit_record';
import { authlogLine, sessionLines } from './support/authlog_lines';
import { routesAs } from './support/plugin_routes';
import { writeRecords } from './support/write_records';

const ALICE = 'alice@example.com';
const AFTERNOON = { from: '2026-01-27T12:00:00Z', to: '2026-01-27T18:00:00Z' };

const routes = () =>
  routesAs({
    indexPattern: 'kubeaudit-timeline-*',
    authlogPattern: 'authlog-timeline-*',
    directorySeed: [{ kind: 'ssh_key', value: 'SHA256:alice', person: ALICE, shared: false }],
    user: 'admin',
    now: new Date('2026-01-28T00:00:00Z'),
  });

/** Requests that share a millisecond, and some before and after. */
const SAME_INSTANT = 25;

beforeAll(async () => {
  const request = (name: string, at: string) => auditRecord({ at, name, cluster: 'wc' });
  await writeRecords('kubeaudit-timeline-1', [
    request('before', '2026-01-27T13:00:00.000000Z'),
    ...Array.from({ length: SAME_INSTANT }, (_, i) =>
      request(
        `same-${i}`,
        `2026-01-27T14:00:00.5000${String(i * 7)
          .padStart(2, '0')
          .slice(-2)}Z`
      )
    ),
    request('after', '2026-01-27T15:00:00.000000Z'),
  ]);
  await writeRecords('authlog-timeline-1', [
    ...sessionLines('alice', '11', '2026-01-27T08:00:00.100000Z', '2026-01-27T13:00:00.100000Z'),
    authlogLine(
      '2026-01-27T16:00:00.100000Z',
      'sshd',
      'Starting session: shell on pts/1 for ubuntu from 192.0.2.9 port 555 id 0',
      { pid: '12', host: 'node-2' }
    ),
  ]);
});

/** All entries, page by page. */
async function allEntries(limit: number): Promise<{ entries: TimelineEntry[]; pages: number }> {
  const entries: TimelineEntry[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const request = { person: ALICE, timeRange: AFTERNOON, limit };
    const { status, body } = await routes().personTimeline(
      cursor === undefined ? request : { ...request, cursor }
    );
    expect(status).toBe(200);
    entries.push(...body.entries);
    cursor = body.nextCursor;
    pages += 1;
  } while (cursor !== undefined && pages < 100);
  return { entries, pages };
}

describe('the timeline of a person', () => {
  it.each([1, 3, 10, 500])(
    'lists every request once, though more than a page share a millisecond (%i a page)',
    async (limit) => {
      const { entries } = await allEntries(limit);
      const requests = entries.filter(({ lane }) => lane === 'kubernetes');
      expect(requests).toHaveLength(SAME_INSTANT + 2);
      expect(new Set(requests.map(({ id }) => id)).size).toBe(SAME_INSTANT + 2);
      expect(requests[0].text).toBe('get pods production/after');
      expect(requests[requests.length - 1].text).toBe('get pods production/before');
    }
  );

  it('has the session that was opened before the period and was open in it', async () => {
    const { body } = await routes().personTimeline({ person: ALICE, timeRange: AFTERNOON });
    expect(body.sessions.map(({ time, endTime }) => [time, endTime])).toEqual([
      ['2026-01-27T08:00:00.100000Z', '2026-01-27T13:00:00.100000Z'],
    ]);
    const ssh = body.lanes.find(({ id }) => id === 'ssh');
    expect(ssh?.certain).toBe(1);
    expect(ssh?.bars[0].certain).toBe(1);
    expect(body.entries[body.entries.length - 1].lane).toBe('ssh');
  });

  it('leaves the session that only a VERBOSE line tells of to the group accounts', async () => {
    const { body } = await routes().groupAccounts({ timeRange: AFTERNOON });
    expect(body.uses.map(({ time, attribution }) => [time, attribution.status])).toEqual([
      ['2026-01-27T16:00:00.100Z', 'unidentified'],
      ['2026-01-27T08:00:00.100000Z', 'identified'],
    ]);
  });

  it('says that there is no log of requests, also where no group account made anybody ask', async () => {
    const limited = routesAs({
      indexPattern: 'kubeaudit-there-is-none-*',
      authlogPattern: 'authlog-timeline-*',
      directorySeed: [{ kind: 'ssh_key', value: 'SHA256:alice', person: ALICE, shared: false }],
      options: { groupAccounts: [] },
      now: new Date('2026-01-28T00:00:00Z'),
    });
    const { status, body } = await limited.personTimeline({ person: ALICE, timeRange: AFTERNOON });
    await limited.close();
    expect(status).toBe(200);
    expect(body.sessions).toHaveLength(1);
    expect(body.completeness.reasons).toContainEqual(
      expect.objectContaining({ code: 'sources_missing', source: 'kubeaudit' })
    );
    expect(body.lanes.find(({ id }) => id === 'kubernetes')).toMatchObject({
      total: { value: 0, relation: 'gte' },
    });
  });
});
