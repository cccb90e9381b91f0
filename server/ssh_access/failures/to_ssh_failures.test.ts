/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { collected, type SshdLine } from './sshd_lines.test_support';
import { failureBars, failureReasons, toSshFailures } from './to_ssh_failures';

const BOUNDS = { groups: 100_000, bars: 500_000, words: 200_000 };

/** One attempt a minute, each from another source. */
const LINES = Array.from({ length: 10 }, (_, i): SshdLine => [
  `10:0${i}:00`,
  String(i),
  `Failed password for ${i < 5 ? 'root' : 'ubuntu'} from 192.0.2.${i} port 50000 ssh2`,
]);

const sum = (counts: ReadonlyMap<string | number, number>) =>
  [...counts.values()].reduce((all, count) => all + count, 0);

describe('figures of failures', () => {
  it('hold what the filters choose, in the list and in the chart', () => {
    const collector = collected(LINES);
    expect(toSshFailures(collector, { accounts: ['root'] }, 500).attempts).toBe(5);
    expect(sum(failureBars(collector, { accounts: ['root'] }))).toBe(5);
    expect(sum(failureBars(collector, { sourceIps: ['192.0.2.9'] }))).toBe(1);
    expect(sum(failureBars(collector, { clusters: ['other'] }))).toBe(0);
    expect(sum(failureBars(collector, {}))).toBe(10);
    expect(failureReasons(collector, { accounts: ['root'] })).toEqual([]);
  });

  it('count what could not be told apart only where nothing is chosen', () => {
    const collector = collected(LINES, { ...BOUNDS, groups: 6 });
    expect(toSshFailures(collector, {}, 2)).toMatchObject({
      attempts: 10,
      groupsLeftOut: 4,
      attemptsLeftOut: 8,
    });
    expect(toSshFailures(collector, { hosts: ['node-1'] }, 2)).toMatchObject({
      attempts: 6,
      groupsLeftOut: 4,
      attemptsLeftOut: 4,
    });
    expect(toSshFailures(collector, { accounts: ['nobody'] }, 2)).toEqual({
      attempts: 0,
      groups: [],
      groupsLeftOut: 0,
      attemptsLeftOut: 0,
    });
  });

  it('say what they leave out, and that it may match', () => {
    const collector = collected(LINES, { groups: 6, bars: 1, words: 200_000 });
    const said = (filters: object) =>
      failureReasons(collector, filters).map(({ code, count, message }) => [code, count, message]);
    expect(said({ accounts: ['nobody'] })).toEqual([
      [
        'scan_limit_reached',
        4,
        '4 failed attempts are beyond the first 6 combinations of host, source and account: whether they match the filters is not known, and they are in no figure. Ask for a shorter period.',
      ],
      ['scan_limit_reached', 5, '5 failed attempts are counted and not in the chart.'],
    ]);
    expect(said({})[0][2]).toContain('they are counted, and neither listed nor in the chart');
  });

  it('say that keys are not kept to whom asks by key', () => {
    const lines = Array.from({ length: 300 }, (_, i): SshdLine => [
      '10:00:00',
      '7',
      `Failed publickey for root from 192.0.2.1 port 50000 ssh2: ED25519 SHA256:k${i}`,
    ]);
    const collector = collected(lines);
    expect(failureReasons(collector, { fingerprints: ['SHA256:k299'] })).toMatchObject([
      { code: 'scan_limit_reached', count: 100 },
    ]);
    expect(failureReasons(collector, {})).toEqual([]);
  });

  it('have ways that add up to the attempts', () => {
    const lines = Array.from({ length: 40 }, (_, i): SshdLine => [
      '10:00:00',
      String(i),
      `User root from 192.0.2.1 not allowed because reason ${i}`,
      i % 2 === 0 ? 'node-1' : 'node-2',
    ]);
    const [group] = toSshFailures(collected(lines), {}, 500).groups;
    expect(group.attempts).toBe(40);
    expect(group.ways).toHaveLength(21);
    expect(group.ways[20]).toEqual({ way: 'other ways', count: 20 });
  });
});
