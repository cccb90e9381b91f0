/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Attribution } from '../../common/attribution/attribution';
import type { CommandRecord } from '../../server/ssh_access/history/host_history';
import { hostKey } from '../../server/ssh_access/history/authlog_histories';
import { readSample, type ReadSample } from './read_sample.test_support';
import type { SampleOptions } from './sample_period';
import { sshTruth, type TrueCommand, type TrueSession } from './ssh_truth';

const NOW = new Date('2026-01-27T10:20:30.456Z');
const OPTIONS: SampleOptions = { now: NOW, events: 20_000 };
const DAY_MS = 86_400_000;

const toSecond = (instant: string | number) => Math.floor(new Date(instant).getTime() / 1_000);
const persons = ({ candidates }: Attribution) =>
  [...new Set(candidates.flatMap(({ person }) => person ?? []))].sort();

/** A short form of a session or a command, so that lists of them can be compared. */
const toWords = (...parts: Array<string | undefined>) => parts.map((each) => each ?? '-').join(' ');

function findLogin(sample: ReadSample, told: TrueSession): string {
  const { cluster, host, precision, from } = told;
  const found = sample.histories
    .get(hostKey(cluster, host))
    ?.sessions.filter(
      ({ key, method }) => key?.fingerprint === told.fingerprint || method !== 'publickey'
    )
    .find(({ earliestMs }) =>
      precision === 'hour_unknown'
        ? Math.abs(earliestMs - Date.parse(from)) < DAY_MS
        : toSecond(earliestMs) === toSecond(from)
    );
  const attribution = found && sample.logins.get(found)?.attribution;
  return toWords(
    from,
    found?.account,
    found?.method,
    found?.certificate?.id,
    found?.endedAt === undefined ? 'open' : 'closed',
    attribution?.status,
    attribution?.person
  );
}

const toldLogin = (told: TrueSession) =>
  toWords(
    told.from,
    told.account,
    told.method,
    told.certificateId,
    told.to === undefined ? 'open' : 'closed',
    told.expected,
    told.candidates[0]
  );

function isSame(told: TrueCommand, found: CommandRecord): boolean {
  const at = Date.parse(told.time);
  return (
    at >= found.timeMs - 1_000 &&
    at <= found.timeToMs + 1_000 &&
    found.account === told.account &&
    found.runAs.includes(told.runAs) &&
    found.program === told.program
  );
}

function findCommand(sample: ReadSample, told: TrueCommand): string {
  const ofHost = sample.commands.get(hostKey(told.cluster, told.host)) ?? new Map();
  const [found, attribution] = [...ofHost].find(([each]) => isSame(told, each)) ?? [];
  // Hints about sessions that name nobody are no candidates.
  const named = attribution?.status === 'unidentified' ? [] : attribution && persons(attribution);
  return toWords(
    told.time,
    found?.denied ? 'denied' : 'allowed',
    attribution?.status,
    named?.join(' or ')
  );
}

const toldCommand = (told: TrueCommand) =>
  toWords(
    told.time,
    told.refused === undefined ? 'allowed' : 'denied',
    told.expected,
    [...told.candidates].sort().join(' or ')
  );

describe('what the product concludes from the sample', () => {
  const sample = readSample(OPTIONS);
  const truth = sshTruth(OPTIONS);
  const scenes = [...new Set(truth.sessions.map(({ scene }) => scene))];

  it.each(scenes)('agrees with who logged in: %s', (name) => {
    const told = truth.sessions.filter(({ scene }) => scene === name);
    expect(told.map((each) => findLogin(sample, each))).toEqual(told.map(toldLogin));
  });

  it.each(scenes)('agrees with who ran what: %s', (name) => {
    const told = truth.commands.filter(({ scene }) => scene === name);
    expect(told.map((each) => findCommand(sample, each))).toEqual(told.map(toldCommand));
  });

  it('names the person who really did it, whenever it names anybody', () => {
    const named = truth.commands.filter(({ expected }) => expected === 'identified');
    expect(named.length).toBeGreaterThan(20);
    for (const { person, candidates } of named) expect(candidates).toEqual([person]);
  });
});

describe('what the product concludes from samples of other days, lengths and seeds', () => {
  const many = [...Array(8).keys()].flatMap((week) => [7, 12, 30].map((days) => [week, days]));

  it.each(many)('agrees, %i times nine days later, %i days long', (week, days) => {
    const now = new Date(NOW.getTime() + week * (9 * DAY_MS + 10_000_000));
    const options = { now, days, events: 3_000, seed: week };
    const sample = readSample(options);
    const { sessions, commands, kubernetes } = sshTruth(options);
    expect(sessions.map((each) => findLogin(sample, each))).toEqual(sessions.map(toldLogin));
    expect(commands.map((each) => findCommand(sample, each))).toEqual(commands.map(toldCommand));
    expect(kubernetes.map(sample.attributeRequest)).toEqual(
      kubernetes.map(({ expected, candidates }) => ({ expected, candidates }))
    );
  });
});
