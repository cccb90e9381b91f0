/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditDocument } from './audit_document';
import { collectSample } from './collect_sample';
import { sampleStory } from './sample_story';

const NOW = new Date('2026-01-27T10:20:30.456Z');
const OPTIONS = { now: NOW, events: 6_000 };

const { audit } = collectSample(OPTIONS);
const story = sampleStory(OPTIONS);

/** What a filter by user, cluster and time gives: the distinct requests, by receipt. */
function filterEvents(
  documents: AuditDocument[],
  user: string,
  cluster: string,
  { from, to }: { from: string; to: string }
): string[] {
  const found = documents
    .filter((each) => each.user.username === user && each['cluster.name'] === cluster)
    .map((each) => `${each.requestReceivedTimestamp} ${each.auditID}`)
    .filter((key) => key >= from && key < to);
  return [...new Set(found)].sort();
}

const toKeys = (events: typeof story.events) =>
  events.map((event) => `${event.receivedAt} ${event.auditId}`);

describe('sampleStory', () => {
  it('lists exactly what a filter by the person, cluster and days finds', () => {
    expect(story.events).toHaveLength(31);
    expect(toKeys(story.events)).toEqual(
      filterEvents(audit, story.person, story.cluster, story.range)
    );
  });

  it('lists the rest of the month of the person, which is little', () => {
    const mine = audit.filter((each) => each.user.username === story.person);
    const all = [...story.events, ...story.uneventful];
    expect(new Set(mine.map((each) => each.auditID))).toEqual(
      new Set(all.map((event) => event.auditId))
    );
    expect(story.uneventful.length).toBeGreaterThan(0);
    expect(story.uneventful.length).toBeLessThanOrEqual(11);
  });

  it('says of each event what its records say', () => {
    for (const event of story.events) {
      const records = audit.filter((each) => each.auditID === event.auditId);
      const last = records[records.length - 1];
      expect(last.verb).toBe(event.verb);
      expect(last.responseStatus?.code).toBe(event.code);
      expect(last.objectRef?.name).toBe(event.name);
      expect(last.sourceIPs).toEqual(event.sourceIps);
      if (event.state === 'open') {
        expect(records.map((each) => each.stage)).not.toContain('ResponseComplete');
      } else {
        expect(last['@timestamp']).toBe(event.endedAt);
      }
    }
  });

  it('tells it in the order of a plot: refused, given rights, taken, left behind', () => {
    const steps = story.events.map((event) => `${event.verb} ${event.resource} ${event.code}`);
    expect(steps.slice(0, 3)).toEqual(['list pods 200', 'list secrets 403', 'get secrets 403']);
    expect(steps.indexOf('list secrets 200')).toBeGreaterThan(steps.indexOf('list secrets 403'));
    expect(steps).toContain('create cronjobs.batch 201');
    expect(steps).toContain('create serviceaccounts/token 201');
    expect(story.grant.map((event) => `${event.verb} ${event.user} ${event.code}`)).toEqual([
      'get bjorn.hakansson@example.com 404',
      'create bjorn.hakansson@example.com 201',
    ]);
  });

  it('holds refusals by both checks, an open shell and a dump with a password', () => {
    const denials = story.events.map((event) => event.denial).filter(Boolean);
    expect(denials.filter((denial) => denial === 'authorization')).toHaveLength(7);
    expect(denials.filter((denial) => denial === 'admission')).toHaveLength(2);
    expect(story.events.filter((event) => event.state === 'open')).toHaveLength(1);
    const dump = story.events.find((event) =>
      event.command?.some((each) => each.includes('pg_dump'))
    );
    expect(dump?.command?.[2]).toContain(`PGPASSWORD=${story.password}`);
  });

  it('repeats records of the story, so that a count of documents is wrong', () => {
    const keys = audit
      .filter((each) => each.user.username === story.person)
      .map((each) => `${each.auditID} ${each.stage}`);
    expect(keys.length).toBeGreaterThan(new Set(keys).size);
  });

  it('uses break-glass from the node on which two administrators were logged in', () => {
    const { breakGlass } = story;
    expect(breakGlass.events).toHaveLength(9);
    expect(breakGlass.logins.map((login) => login.person)).toEqual([
      'carl.nystrom@example.com',
      'diana.petrova@example.com',
    ]);
    const [first, second] = breakGlass.logins;
    const both = breakGlass.events.filter(
      (event) => event.receivedAt > second.from && event.receivedAt < (first.to ?? '')
    );
    expect(both).toHaveLength(6);
    expect(new Set(breakGlass.events.flatMap((event) => event.sourceIps))).toEqual(
      new Set([breakGlass.address])
    );
  });

  it('knows the quiet administrator, the scanner, and the night without a log', () => {
    const quiet = audit.filter((each) => each.user.username === story.quietAdministrator);
    expect(new Set(quiet.map((each) => each.auditID)).size).toBe(3);
    expect(audit.some((each) => each.sourceIPs[0] === story.scanner)).toBe(true);
    const { cluster, from, to } = story.outage;
    const during = audit.filter(
      (each) =>
        each['cluster.name'] === cluster &&
        Date.parse(each['@timestamp']) >= Date.parse(from) &&
        Date.parse(each['@timestamp']) < Date.parse(to)
    );
    expect(during).toEqual([]);
  });

  it.each([...Array(9).keys()].flatMap((day) => [7, 12, 30].map((days) => [day, days])))(
    'is whole when now is %i days later and the data is %i days long',
    (day, days) => {
      const now = new Date(NOW.getTime() + day * 86_400_000 + day * 9_000_000);
      const options = { now, days, events: 2_000, seed: day };
      const told = sampleStory(options);
      const records = collectSample(options).audit;
      expect(told.events).toHaveLength(31);
      expect(toKeys(told.events)).toEqual(
        filterEvents(records, told.person, told.cluster, told.range)
      );
      expect(told.aftermath).toHaveLength(5);
      expect([2, 3, 4, 5]).toContain(new Date(told.range.to).getUTCDay() - 1);
    }
  );
});
