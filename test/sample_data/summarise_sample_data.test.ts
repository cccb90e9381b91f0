/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { collectSample } from './collect_sample';
import { sampleStory } from './sample_story';
import { summariseSampleData } from './summarise_sample_data';

const OPTIONS = { now: new Date('2026-01-27T10:20:30.456Z'), events: 40_000 };
const summary = summariseSampleData(OPTIONS);
const { audit, authlog } = collectSample(OPTIONS);

const sum = (counts: object) =>
  Object.values(counts).reduce((total: number, each: number) => total + each, 0);

describe('summariseSampleData', () => {
  it('has about the number of requests asked for', () => {
    expect(summary.events).toBeGreaterThan(38_000);
    expect(summary.events).toBeLessThan(42_000);
  });

  it('counts every document once, by log and by index', () => {
    expect(summary.documents).toEqual({ kubeaudit: audit.length, authlog: authlog.length });
    expect(sum(summary.indices)).toBe(audit.length + authlog.length);
    expect(sum(summary.authlogByHost)).toBe(authlog.length);
  });

  it('counts every event once in each breakdown', () => {
    expect(sum(summary.eventsByCluster)).toBe(summary.events);
    expect(sum(summary.eventsByUserKind)).toBe(summary.events);
    expect(sum(summary.eventsByUser)).toBe(summary.events);
    expect(sum(summary.eventsByOutcome)).toBe(summary.events);
    expect(sum(summary.stages) + summary.repeatedDocuments).toBe(audit.length);
  });

  it('agrees with a count of distinct requests', () => {
    const keys = audit.map((each) =>
      [each.auditID, each.user.username, each.requestReceivedTimestamp].join(' ')
    );
    expect(summary.events).toBe(new Set(keys).size);
  });

  it('repeats about three records in a thousand', () => {
    const share = summary.repeatedDocuments / audit.length;
    expect(share).toBeGreaterThan(0.0015);
    expect(share).toBeLessThan(0.006);
  });

  it('has users of every kind, most of them programs', () => {
    const { person = 0, service_account: accounts = 0, node = 0 } = summary.eventsByUserKind;
    expect(Object.keys(summary.eventsByUserKind).sort()).toEqual([
      'group_account',
      'node',
      'person',
      'service_account',
      'system_component',
      'unauthenticated',
    ]);
    expect(person / summary.events).toBeGreaterThan(0.02);
    expect(person / summary.events).toBeLessThan(0.08);
    expect(accounts + node).toBeGreaterThan(summary.events * 0.6);
  });

  it('has fifteen persons by e-mail address, one of them in two spellings', () => {
    const persons = Object.keys(summary.eventsByUser).filter((name) => name.includes('@'));
    expect(persons).toHaveLength(16);
    expect(new Set(persons.map((name) => name.toLowerCase())).size).toBe(15);
  });

  it('agrees with the story', () => {
    const story = sampleStory(OPTIONS);
    expect(summary.eventsByUser[story.person]).toBe(story.events.length + story.uneventful.length);
    expect(summary.eventsByUser[story.quietAdministrator]).toBe(3);
    expect(summary.sharedAuditIds).toEqual([story.forgedAuditId]);
    expect(summary.impersonatedEvents).toBe(4);
    expect(summary.openSessions).toBeGreaterThanOrEqual(4);
    expect(summary.stages.Panic).toBe(1);
  });

  it('lets persons rest at night and on weekends', () => {
    const hours = audit
      .filter((each) => each.user.username === 'jonas.weber@example.com' && each.verb === 'list')
      .map((each) => new Date(each.requestReceivedTimestamp));
    expect(hours.length).toBeGreaterThan(10);
    for (const at of hours) {
      expect([1, 2, 3, 4, 5]).toContain(at.getUTCDay());
      expect(at.getUTCHours()).toBeGreaterThanOrEqual(6);
      expect(at.getUTCHours()).toBeLessThan(17);
    }
  });
});
