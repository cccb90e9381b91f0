/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { historyOf, type ShortLine } from '../ssh_access/history/recorded_history.test_support';
import {
  at,
  begins,
  line,
  login,
  logout,
  out,
  removed,
  sudo,
  sudoCloses,
  sudoOpens,
} from './command_table.test_support';
import { PresenceSweep, type Moment } from './presence_sweep';

interface Asked extends Partial<Omit<Moment, 'fromMs' | 'toMs'>> {
  from: string;
  to?: string;
}

/** Who may have acted at each moment: the key of a session’s login, `sudo` for a command, `?` for somebody unknown. */
function actors(lines: readonly ShortLine[], moments: readonly Asked[], knownFrom?: string) {
  const history = historyOf(lines);
  const sweep = new PresenceSweep(
    history,
    {
      ofSession: ({ key }) => [key ? { person: key.fingerprint.slice(7) } : {}],
      ofCommand: () => [{ person: 'sudo' }],
    },
    knownFrom === undefined ? -Infinity : Date.parse(at(knownFrom))
  );
  return moments.map(({ from, to = from, hasTerminal = true, jobsCount = true, ...rest }) => {
    const found = sweep.at({
      fromMs: Date.parse(at(from)),
      toMs: Date.parse(at(to)),
      hasTerminal,
      jobsCount,
      ...rest,
    });
    return {
      who: found.candidates
        .map(({ person }) => person ?? '?')
        .sort()
        .join('|'),
      outlived: found.outlived,
      ended: found.ended.length,
      any: found.there.open.length,
    };
  });
}
const who = (...asked: Parameters<typeof actors>) => actors(...asked).map((each) => each.who);

const ALICE = [...login('10:00', 'alice', '1'), begins('10:00', '1')];
const GONE = [...ALICE, ...logout('10:10', '1'), removed('10:10', '1')];
const cron = (time: string, action: string) =>
  line(
    time,
    'CRON',
    `pam_unix(cron:session): session ${action} for user ubuntu${action === 'opened' ? '(uid=1) by (uid=0)' : ''}`,
    '77'
  );

describe('who may have acted', () => {
  it('is whoever’s session was open, at both its ends too', () => {
    const moments = ['09:59:59', '10:00', '10:05', '10:10', '10:10:01'].map((from) => ({ from }));
    expect(who(GONE, moments)).toEqual(['', 'alice', 'alice', 'alice', '']);
  });

  it('is whoever’s session ended in that very moment, without systemd-logind too', () => {
    const lines = [...login('10:00', 'alice', '1'), ...logout('10:10', '1')];
    expect(actors(lines, [{ from: '10:10' }])).toEqual([
      { who: 'alice', outlived: 0, ended: 0, any: 1 },
    ]);
  });

  it('is whoever was there in any part of the time asked for', () => {
    expect(who(GONE, [{ from: '09:00', to: '10:00' }])).toEqual(['alice']);
    expect(who(GONE, [{ from: '10:10', to: '11:00' }])).toEqual(['alice']);
    expect(who(GONE, [{ from: '09:00', to: '09:59:59' }])).toEqual(['']);
  });

  it('is of the account asked for, in any case; without one, of any', () => {
    const moments = ['ubuntu', 'UBUNTU', 'carol', undefined].map((account) => ({
      from: '10:05',
      ...(account === undefined ? {} : { account }),
    }));
    expect(who(ALICE, moments)).toEqual(['alice', 'alice', '', 'alice']);
    expect(actors(ALICE, [{ from: '10:05', account: 'carol' }])[0].any).toBe(1);
  });

  it('may be somebody whose session ended while systemd-logind had not removed it', () => {
    const lines = [...ALICE, ...logout('10:10', '1'), out('10:10', '1'), removed('10:20', '1')];
    const moments = ['10:15', '10:20', '10:21'].map((from) => ({ from }));
    expect(who(lines, moments)).toEqual(['alice', 'alice', '']);
  });

  it('without systemd-logind may be somebody who left, for a day, where there is no terminal', () => {
    const lines = [...login('10:00', 'alice', '1'), ...logout('10:10', '1')];
    expect(
      actors(lines, [
        { from: '10:15', hasTerminal: true },
        { from: '10:16', hasTerminal: false },
      ])
    ).toEqual([
      { who: '', outlived: 0, ended: 1, any: 0 },
      { who: 'alice', outlived: 1, ended: 0, any: 0 },
    ]);
  });

  it('is no more than a hint once a session was removed', () => {
    expect(actors(GONE, [{ from: '10:15', hasTerminal: false }])).toEqual([
      { who: '', outlived: 0, ended: 1, any: 0 },
    ]);
  });

  it('is whoever became the account, until that was closed', () => {
    const lines = [...ALICE, sudo('10:01'), sudoOpens('10:01'), sudoCloses('10:03')];
    const moments = ['10:00:30', '10:01', '10:02', '10:03', '10:04'].map((from) => ({
      from,
      account: 'root',
    }));
    expect(who(lines, moments)).toEqual(['', 'sudo', 'sudo', 'sudo', '']);
  });

  it('is nobody by a sudo that was refused', () => {
    const refused = line(
      '10:01',
      'sudo',
      'ubuntu : command not allowed ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/id'
    );
    expect(who([...ALICE, refused], [{ from: '10:02', account: 'root' }])).toEqual(['']);
  });

  it('is no command for itself, nor one that came after it in the same moment', () => {
    const lines = [
      ...ALICE,
      sudo('10:01', 'pts/0', 'root', 'root'),
      sudo('10:01', 'pts/1', 'ubuntu', 'root'),
    ];
    const history = historyOf(lines);
    const sweep = new PresenceSweep(history, {
      ofSession: () => [],
      ofCommand: () => [{ person: 'sudo' }],
    });
    const [first, second] = history.commands.map((self) =>
      sweep.at({
        fromMs: self.timeMs,
        toMs: self.timeToMs,
        account: 'root',
        hasTerminal: true,
        jobsCount: true,
        self,
      })
    );
    expect(first.candidates).toEqual([]);
    expect(second.candidates).toEqual([{ person: 'sudo' }]);
  });

  it('may be anybody who came before the lines of sudo and su that were read', () => {
    expect(who(ALICE, [{ from: '10:05', account: 'root' }], '10:01')).toEqual(['alice']);
    expect(who(ALICE, [{ from: '10:05', account: 'root' }], '10:00')).toEqual(['']);
    expect(who(GONE, [{ from: '10:15', account: 'root' }], '10:01')).toEqual(['']);
  });

  it('may be a job of the account where there is no terminal and jobs count', () => {
    const lines = [...ALICE, cron('10:01', 'opened'), cron('10:03', 'closed')];
    expect(
      who(lines, [
        { from: '10:02', account: 'ubuntu', hasTerminal: true },
        { from: '10:02', account: 'ubuntu', hasTerminal: false },
        { from: '10:02', account: 'ubuntu', hasTerminal: false, jobsCount: false },
        { from: '10:02', account: 'carol', hasTerminal: false },
        { from: '10:04', account: 'ubuntu', hasTerminal: false },
      ])
    ).toEqual(['alice', '?|alice', 'alice', '', 'alice']);
  });

  it('may be somebody not known who logged in at a console, or of whom only the end is in the log', () => {
    const console = line(
      '10:01',
      'login',
      'pam_unix(login:session): session opened for user ubuntu(uid=1) by LOGIN(uid=0)',
      '5'
    );
    expect(who([...ALICE, console], [{ from: '10:02', account: 'ubuntu' }])).toEqual(['?|alice']);
    expect(
      who([...ALICE, ...logout('10:30', '9')], [{ from: '10:02' }, { from: '10:31' }])
    ).toEqual(['?|alice', 'alice']);
  });

  it('is somebody not known where more commands are open than are looked at', () => {
    const many = Array.from({ length: 501 }, (_, i) =>
      sudo(`10:01:${String(i % 60).padStart(2, '0')}`, `pts/${i}`)
    );
    const [found] = who([...ALICE, ...many], [{ from: '10:05', account: 'root' }]);
    expect(found.startsWith('?|sudo')).toBe(true);
  });
});
