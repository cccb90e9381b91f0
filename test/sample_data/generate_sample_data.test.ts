/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';
import { collectSample } from './collect_sample';
import { generateSampleData } from './generate_sample_data';
import type { SampleOptions } from './sample_period';

const NOW = new Date('2026-01-27T10:20:30.456Z');
const SMALL: SampleOptions = { now: NOW, events: 6_000 };

function toDigest(options: SampleOptions): string {
  const hash = createHash('sha256');
  for (const document of generateSampleData(options)) hash.update(JSON.stringify(document));
  return hash.digest('hex');
}

describe('generateSampleData', () => {
  it('gives the same bytes for the same options', () => {
    expect(toDigest(SMALL)).toBe(toDigest({ ...SMALL }));
  });

  it('gives other bytes for another seed, size, length or end', () => {
    const digests = [
      toDigest(SMALL),
      toDigest({ ...SMALL, seed: 2 }),
      toDigest({ ...SMALL, events: 6_100 }),
      toDigest({ ...SMALL, days: 29 }),
      toDigest({ ...SMALL, now: new Date(NOW.getTime() + 1) }),
    ];
    expect(new Set(digests).size).toBe(5);
  });

  it('gives the same bytes when two runs are read in turns', () => {
    const alone = [...generateSampleData(SMALL)].map((document) => JSON.stringify(document));
    const other = generateSampleData({ ...SMALL, seed: 9 });
    const inTurns: string[] = [];
    for (const document of generateSampleData(SMALL)) {
      inTurns.push(JSON.stringify(document));
      other.next();
    }
    expect(inTurns).toEqual(alone);
  });

  it('needs neither chance nor clock of its own', () => {
    const random = jest.spyOn(Math, 'random');
    const clock = jest.spyOn(Date, 'now');
    toDigest(SMALL);
    expect(random).not.toHaveBeenCalled();
    expect(clock).not.toHaveBeenCalled();
    random.mockRestore();
    clock.mockRestore();
  });

  it('gives its first document without making the rest', () => {
    const first = generateSampleData({ now: NOW, events: 500_000_000, days: 366 }).next();
    expect(first.done).toBe(false);
  });

  it('ends at now, and begins the asked number of days before', () => {
    const { audit } = collectSample(SMALL);
    const instants = audit.map((each) => Date.parse(each['@timestamp']));
    expect(Math.max(...instants)).toBeLessThanOrEqual(NOW.getTime());
    expect(Math.max(...instants)).toBeGreaterThan(NOW.getTime() - 3_600_000);
    expect(Math.min(...instants)).toBeGreaterThanOrEqual(NOW.getTime() - 30 * 86_400_000);
    expect(Math.min(...instants)).toBeLessThan(NOW.getTime() - 30 * 86_400_000 + 7_200_000);
  });

  it('holds no auth.log line after now either', () => {
    const { authlog } = collectSample(SMALL);
    const late = authlog.filter((each) => Date.parse(each['@timestamp']) > NOW.getTime());
    expect(late).toEqual([]);
  });

  it('names an index a day and log, with the number of the roll-over', () => {
    const names = new Set(collectSample(SMALL).documents.map(({ index }) => index));
    expect(names.size).toBe(62);
    expect(names).toContain('kubeaudit-default-2025.12.28-000001');
    expect(names).toContain('kubeaudit-default-2026.01.27-000031');
    expect(names).toContain('authlog-default-2026.01.27-000031');
  });

  it('puts a record into the index of its day, but for a few that come late', () => {
    const { documents } = collectSample(SMALL);
    const misplaced = documents.filter(({ index, source }) => {
      const at = '@timestamp' in source ? String(source['@timestamp']) : '';
      return index.startsWith('kubeaudit') && !index.includes(at.slice(0, 10).replace(/-/g, '.'));
    });
    expect(misplaced.length).toBeLessThan(5);
  });

  it('delivers nearly everything in order of time', () => {
    const { audit } = collectSample({ ...SMALL, events: 20_000 });
    const backwards = audit.filter(
      (each, i) => i > 0 && each['@timestamp'] < audit[i - 1]['@timestamp']
    );
    expect(backwards.length).toBeGreaterThan(0);
    expect(backwards.length).toBeLessThan(audit.length * 0.01);
  });

  it.each([
    [{ days: 6 }, 'days must be a whole number from 7 to 366, not 6'],
    [{ days: 7.5 }, 'days must be a whole number from 7 to 366, not 7.5'],
    [{ events: 100 }, 'events must be a whole number from 2000 to 9007199254740991, not 100'],
    [{ seed: -1 }, 'seed must be a whole number from 0 to 4294967295, not -1'],
    [{ now: new Date('soon') }, 'now must be a valid date'],
  ])('refuses %j', (changes, message) => {
    expect(() => generateSampleData({ ...SMALL, ...changes }).next()).toThrow(
      new RangeError(message)
    );
  });
});
