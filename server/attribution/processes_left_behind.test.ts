/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ShortLine } from '../ssh_access/history/recorded_history.test_support';
import {
  begins,
  last,
  line,
  login,
  logout,
  out,
  removed,
  sudo,
  sudoCloses,
  sudoOpens,
  terminal,
} from './command_table.test_support';

const CAROL = [...login('09:00', 'carol', '2', 'carol'), begins('09:00', '3', 'carol')];
const ALICE = [...login('09:02', 'alice', '1'), begins('09:02', '4')];
/** Carol becomes ubuntu in a shell and leaves it. */
const VISIT = [
  sudo('09:01', 'pts/1', 'carol', 'ubuntu'),
  sudoOpens('09:01', 'ubuntu'),
  sudoCloses('09:03', 'ubuntu'),
];
const sorted = (...lines: ShortLine[][]) =>
  lines.flat().sort((a, b) => a.at.localeCompare(b.at) || 0);

describe('a process left behind in an account by sudo that has ended', () => {
  it('may be what acts without a terminal, for a day after its session', () => {
    expect(last(sorted(CAROL, VISIT, ALICE, [sudo('09:05')]))).toBe('ambiguous alice|carol');
    expect(last(sorted(CAROL, VISIT, ALICE, logout('09:10', '2', 'carol'), [sudo('09:20')]))).toBe(
      'ambiguous alice|carol'
    );
  });

  it('has ended when systemd-logind removed the session of whoever ran sudo', () => {
    const gone = [...logout('09:10', '2', 'carol'), out('09:10', '3')];
    expect(last(sorted(CAROL, VISIT, ALICE, gone, [sudo('09:20')]))).toBe('ambiguous alice|carol');
    gone.push(removed('09:15', '3'));
    expect(last(sorted(CAROL, VISIT, ALICE, gone, [sudo('09:20')]))).toBe('alice');
  });

  it('is on the terminal of the one who ran sudo while that session is open, and on no other', () => {
    const scene = sorted(CAROL, VISIT, ALICE);
    expect(last([...scene, sudo('09:05', 'pts/1')])).toBe('ambiguous alice|carol');
    expect(last([...scene, sudo('09:05', 'pts/0')])).toBe('alice');
    const gone = [...logout('09:06', '2', 'carol'), removed('09:06', '3')];
    expect(last([...scene, ...gone, sudo('09:07', 'pts/1')])).toBe('alice');
  });

  it('may be on any terminal where the line that names it is missing', () => {
    const scene = sorted(CAROL, VISIT.slice(1), ALICE);
    expect(last([...scene, sudo('09:05', 'pts/1')])).toMatch(/^ambiguous .*alice/);
  });

  it('may be a multiplexer where processes of the session run on after its end', () => {
    const gone = logout('09:10', '2', 'carol');
    const scene = sorted(CAROL, VISIT, ALICE);
    expect(last([...scene, sudo('09:05', 'pts/7')])).toBe('alice');
    expect(last([...scene, ...gone, sudo('09:20', 'pts/7')])).toBe('ambiguous alice|carol');
    expect(last([...scene, ...gone, removed('09:10', '3'), sudo('09:20', 'pts/7')])).toBe('alice');
  });

  it('keeps a terminal of its own in a multiplexer', () => {
    const tmux = VISIT.map((each) => ({
      ...each,
      message: each.message.replace('COMMAND=/usr/bin/id', 'COMMAND=/usr/bin/tmux new -A'),
    }));
    expect(last(sorted(CAROL, tmux, ALICE, [sudo('09:05', 'pts/7')]))).toBe(
      'ambiguous alice|carol'
    );
  });

  it('is told by the terminal that a VERBOSE line ties', () => {
    const tied = [terminal('09:00', 'pts/1', '2', 'carol'), ...logout('10:00', '2', 'carol')];
    const alice = [...ALICE, terminal('09:02', 'pts/2', '1')];
    expect(last(sorted(CAROL, tied, VISIT, alice, [sudo('09:05', 'pts/1')]))).toBe('carol');
  });

  it('names nobody alone: a service may have acted', () => {
    expect(last(sorted(CAROL, VISIT, [sudo('09:05')]))).toBe('unidentified carol');
  });

  it('is of no command that was denied, or only asked', () => {
    const denied = line(
      '09:01',
      'sudo',
      'carol : command not allowed ; TTY=pts/1 ; PWD=/ ; USER=ubuntu ; COMMAND=/bin/bash'
    );
    expect(last(sorted(CAROL, [denied], ALICE, [sudo('09:05')]))).toBe('alice');
    const asked = line('09:01', 'sudo', 'carol : TTY=pts/1 ; PWD=/ ; USER=ubuntu ; COMMAND=list');
    expect(last(sorted(CAROL, [asked], ALICE, [sudo('09:05')]))).toBe('alice');
  });

  it('is of nobody when a day has passed since its session ended', () => {
    const early = sorted(CAROL, VISIT, logout('09:04', '2', 'carol')).filter(
      ({ ident }) => ident !== 'systemd-logind'
    );
    const next = [...login('09:02', 'alice', '1'), sudo('09:03:59')].map((each) => ({
      ...each,
      at: each.at.replace('-27T', '-28T'),
    }));
    expect(last([...early, ...next])).toBe('ambiguous alice|carol');
    const later = next.map((each) => ({ ...each, at: each.at.replace('09:03:59', '09:04:01') }));
    expect(last([...early, ...later])).toBe('alice');
  });

  it('is one of every account that su or sudo may have become, however many did', () => {
    const visits = [0, 1, 2].flatMap((i) => [
      ...login(`08:0${i}`, i === 1 ? 'bob' : 'mallory', `5${i}`, 'carol2'),
      line(`08:0${i}`, 'su', `(to deploy) carol2 on pts/${i}`),
      line(
        `08:0${i}`,
        'su',
        'pam_unix(su-l:session): session opened for user deploy(uid=5) by carol2(uid=1099)'
      ),
      line(`08:0${i}`, 'su', 'pam_unix(su-l:session): session closed for user deploy'),
      ...logout(`08:0${i}:30`, `5${i}`, 'carol2'),
    ]);
    const direct = login('08:10', 'alice', '9', 'deploy');
    expect(last([...visits, ...direct, sudo('08:11', undefined, 'deploy')])).toBe(
      'ambiguous ?|alice|bob'
    );
  });
});
