/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { repairTimeStamp, type CollectedParts } from './repair_time_stamp';

const january: CollectedParts = {
  host: '27',
  ident: '08',
  message: '15:02 node-1 sshd[317]: Server listening on 0.0.0.0 port 22.',
  time: '2026-01-01T00:00:00.000000000+00:00',
  timeMs: Date.parse('2026-01-01T00:00:00Z'),
};

const repair = (parts: Partial<CollectedParts>, timeZone = 'UTC') => {
  const whole = { ...january, ...parts };
  return repairTimeStamp({ ...whole, timeMs: Date.parse(whole.time) }, timeZone);
};

const ms = (iso: string) => Date.parse(iso);

describe('a misread time stamp with a day of two digits', () => {
  it('has lost only the part of the second', () => {
    expect(repair({})).toEqual({
      host: 'node-1',
      ident: 'sshd',
      pid: '317',
      message: 'Server listening on 0.0.0.0 port 22.',
      timeMs: ms('2026-01-27T08:15:02Z'),
      timeToMs: ms('2026-01-27T08:15:02.999Z'),
      hourKnown: true,
    });
  });

  it('is in the zone of the nodes', () => {
    expect(repair({}, 'Europe/Stockholm')).toMatchObject({ timeMs: ms('2026-01-27T07:15:02Z') });
  });

  it('may be either of two instants where the clocks are set back', () => {
    expect(
      repair(
        { host: '25', ident: '02', time: '2026-10-01T00:00:00.000000000+02:00' },
        'Europe/Stockholm'
      )
    ).toMatchObject({
      timeMs: ms('2026-10-25T00:15:02Z'),
      timeToMs: ms('2026-10-25T01:15:02.999Z'),
    });
  });

  it('belongs to the month that the index time names, whatever its zone', () => {
    for (const zone of ['Z', '+00:00', '+01:00', '-0500', '']) {
      expect(repair({ time: `2026-03-01T00:00:00${zone}` })).toMatchObject({
        timeMs: ms('2026-03-27T08:15:02Z'),
      });
    }
  });

  it('belongs to the month that has just begun for the nodes, where the index time is in UTC', () => {
    expect(repair({ time: '2026-01-31T23:00:00Z', host: '15' }, 'Europe/Stockholm')).toMatchObject({
      timeMs: ms('2026-02-15T07:15:02Z'),
    });
  });

  it('on a leap second is the one before', () => {
    expect(repair({ message: '59:60 node-1 sshd[1]: x' })).toMatchObject({
      timeMs: ms('2026-01-27T08:59:59Z'),
    });
  });
});

describe('a misread time stamp with a day of one digit', () => {
  it('has lost its hour: it is of any hour of that day', () => {
    expect(repair({ host: '', ident: '5' })).toMatchObject({
      host: 'node-1',
      timeMs: ms('2026-01-05T00:15:02Z'),
      timeToMs: ms('2026-01-05T23:15:02.999Z'),
      hourKnown: false,
    });
  });

  it('is of that day as the nodes count it', () => {
    expect(repair({ host: '', ident: '5' }, 'Europe/Stockholm')).toMatchObject({
      timeMs: ms('2026-01-04T23:15:02Z'),
      timeToMs: ms('2026-01-05T22:15:02.999Z'),
    });
  });

  it('is of a longer day where the clocks are set back', () => {
    expect(
      repair({ host: '', ident: '1', time: '2026-11-01T00:00:00Z' }, 'America/New_York')
    ).toMatchObject({
      timeMs: ms('2026-11-01T04:15:02Z'),
      timeToMs: ms('2026-11-02T04:15:02.999Z'),
    });
  });
});

describe('what the line says after its time stamp', () => {
  it.each([
    ['15:02 node-1 sudo:   ubuntu : TTY=pts/0', 'sudo', undefined, '  ubuntu : TTY=pts/0'],
    [
      '15:02 node-1 systemd-logind[88]: New session 1 of user x.',
      'systemd-logind',
      '88',
      'New session 1 of user x.',
    ],
    ['15:02 node-1 (systemd): pam_unix(x): y', '(systemd)', undefined, 'pam_unix(x): y'],
    ['15:02 node-1 CRON[9]: a: b: c', 'CRON', '9', 'a: b: c'],
    ['15:02 node-1 sshd[9]:', 'sshd', '9', ''],
    ['15:02 node-1 last message repeated 2 times', '', undefined, 'last message repeated 2 times'],
    ['15:02 node-1 /usr/sbin/cron[9]: x', '/usr/sbin/cron', '9', 'x'],
  ])('is its program, pid and message: %s', (message, ident, pid, rest) => {
    expect(repair({ message })).toMatchObject({ host: 'node-1', ident, pid, message: rest });
  });

  it('is kept with line feeds and as long as it is', () => {
    const message = `a\nb ${'x'.repeat(100_000)}`;
    expect(repair({ message: `15:02 node-1 sshd[1]: ${message}` })).toMatchObject({ message });
  });
});

describe('what cannot be repaired', () => {
  it.each([
    [
      { host: '30', time: '2026-02-01T00:00:00Z' },
      'its day does not exist in the month of its index time',
    ],
    [{ time: '2026-01-27T09:00:00Z' }, 'its time stamp was misread, and its month cannot be told'],
    [{ message: '' }, 'its time stamp was misread, and its host cannot be found'],
    [{ message: '15:02' }, 'its time stamp was misread, and its host cannot be found'],
    [
      { message: '75:02 node-1 sshd[1]: x' },
      'its time stamp was misread, and its host cannot be found',
    ],
    [
      { message: '15:61 node-1 sshd[1]: x' },
      'its time stamp was misread, and its host cannot be found',
    ],
  ])('says why: %j', (parts, why) => {
    expect(repair(parts)).toBe(why);
  });

  it.each([
    ['node-1', 'sshd'],
    ['27', 'sshd'],
    ['27', '24'],
    ['27', '8'],
    ['32', '08'],
    ['05', '08'],
    ['5', '08'],
    ['', '0'],
    ['', '10'],
    ['', 'sshd'],
  ])('is no such time stamp: host "%s", program "%s"', (host, ident) => {
    expect(repair({ host, ident })).toBeUndefined();
  });
});

it('a line with a traditional time stamp comes back as it was written, on every day of the year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31, 23, 59, 59) }),
      fc.constantFrom('sshd[12]: Accepted x', 'sudo:   ubuntu : x', 'a: b'),
      (instant, text) => {
        const date = new Date(Math.floor(instant / 1000) * 1000);
        const iso = date.toISOString();
        const day = String(date.getUTCDate());
        const [hour, rest] = [iso.slice(11, 13), `${iso.slice(14, 19)} node-1 ${text}`];
        const repaired = repair({
          host: day.length === 2 ? day : '',
          ident: day.length === 2 ? hour : day,
          message: rest,
          time: `${iso.slice(0, 7)}-01T00:00:00.000000000+00:00`,
        });
        if (typeof repaired !== 'object') throw new Error(repaired);
        expect(repaired.timeMs).toBeLessThanOrEqual(date.getTime());
        expect(repaired.timeToMs).toBeGreaterThanOrEqual(date.getTime());
        expect(text.endsWith(repaired.message)).toBe(true);
        if (repaired.hourKnown) expect(repaired.timeMs).toBe(date.getTime());
      }
    )
  );
});
