/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  attributionsOf,
  historiesOf,
  historyOf,
  OPTIONS,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import {
  at,
  begins,
  DIRECTORY,
  last,
  line,
  login,
  logout,
  removed,
  sudo,
  sudoCloses,
  sudoOpens,
  verbose,
} from './command_table.test_support';
import { attributeSession } from './attribute_session';
import type { DirectoryView } from './directory_view';

const root = (time: string) => sudo(time, 'pts/9', 'root', 'postgres');
const many = (count: number): ShortLine[] =>
  Array.from({ length: count }, (_, i) => login('10:00', 'alice', String(5_000 + i))).flat();

describe('nobody is named where two were possible', () => {
  it.each<[string, ShortLine[], string]>([
    [
      'systemd-logind told of one session where two logged in: either may have left a command behind',
      [
        ...login('10:00', 'alice', '1'),
        ...login('10:00:10', 'bob', '2'),
        begins('10:00:11', '1'),
        ...logout('10:10', '1'),
        ...logout('10:10', '2'),
        removed('10:10', '1'),
        ...login('10:15', 'alice', '3'),
        begins('10:15', '2'),
        sudo('10:20'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'who is only hinted at for a command did not do what follows from it',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '1'),
        ...logout('10:01', '1'),
        removed('10:01', '1'),
        sudo('10:05', 'pts/5'),
        sudoOpens('10:05'),
        root('10:06'),
      ],
      'unidentified ?',
    ],
    [
      'somebody unknown among more than twenty is not lost',
      [
        ...many(25),
        ...login('10:01', 'new', '2'),
        sudo('10:05', 'pts/5'),
        sudoOpens('10:05'),
        root('10:06'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'the job of a scheduler has a session of systemd-logind that ends no login',
      [
        line(
          '10:00:00',
          'CRON',
          'pam_unix(cron:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '9'
        ),
        ...login('10:00:01', 'alice', '1'),
        begins('10:00:01', '5'),
        begins('10:00:01', '6'),
        removed('10:00:02', '5'),
        ...login('10:30', 'bob', '2'),
        begins('10:30', '7'),
        sudo('10:40', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'where systemd-logind told of one of two logins, its end is not the end of both',
      [
        ...login('10:00', 'alice', '1'),
        ...login('10:00:20', 'bob', '2'),
        begins('10:00:20', '8'),
        ...logout('10:10', '2'),
        removed('10:10', '8'),
        ...login('10:30', 'bob', '3'),
        begins('10:30', '9'),
        sudo('10:40', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'a session number of a container that comes back is no restart of the host',
      [
        ...login('09:00', 'bob', '1'),
        begins('09:00', 'c1'),
        ...logout('09:10', '1'),
        removed('09:10', 'c1'),
        ...login('10:00', 'alice', '2'),
        begins('10:00', 'c2'),
        ...login('11:00', 'bob', '3'),
        begins('11:00', 'c1'),
        sudo('11:05', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'a pid that was used again, its login line lost',
      [
        ...login('10:00', 'alice', '1'),
        ...login('15:00', 'bob', '1').slice(1),
        sudo('15:05', 'pts/0'),
      ],
      'unidentified ?',
    ],
    [
      "a console of the host is nobody's who came by SSH",
      [...login('10:00', 'alice', '1'), sudo('10:05', 'tty1')],
      'ambiguous ?|alice',
    ],
    [
      'a terminal that was given to none of the open sessions, while another session ended before',
      [
        ...verbose('10:00', 'alice', '1', 'pts/0'),
        ...logout('10:10', '1'),
        ...verbose('10:15', 'bob', '2', 'pts/0'),
        sudo('10:20', 'pts/1'),
      ],
      'ambiguous alice|bob',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });

  it('who was there before sudo was read may have become the account then', () => {
    const lines = [
      ...login('08:00', 'bob', '1', 'bob'),
      ...login('10:00', 'alice', '2'),
      sudo('10:05', 'pts/0'),
    ];
    expect(last(lines)).toBe('alice');
    expect(last(lines, {}, at('09:00'))).toBe('ambiguous alice|bob');
  });
});

it('a host has one name in any case', () => {
  const lines = [...login('10:00', 'alice', '11'), ...login('10:01', 'bob', '12'), sudo('10:05')];
  const shouted = lines.map((line, i) => (i === 2 ? { ...line, host: 'NODE-1' } : line));
  expect(last(shouted)).toBe('ambiguous alice|bob');
});

describe('a host that writes under two names', () => {
  const bob = login('10:01', 'bob', '12');
  const on = (host: string, lines: ShortLine[]) => lines.map((line) => ({ ...line, host }));
  const asked = (other: string, mine = 'node-1') =>
    historiesOf(
      [
        ...on(mine, login('10:00', 'alice', '11')),
        ...on(other, bob),
        ...on(mine, [sudo('10:05')]),
      ].map(({ at: time, ...fields }) => ({ '@timestamp': time, 'cluster.name': 'wc', ...fields }))
    );
  const statusOn = (histories: ReturnType<typeof asked>) => {
    const history = [...histories.values()].find(({ commands }) => commands.length > 0);
    return history && attributionsOf(history, DIRECTORY)[0].attribution?.status;
  };

  it('may have had whoever was there under the other one', () => {
    expect(statusOn(asked('node-1.example.com'))).toBe('ambiguous');
    expect(statusOn(asked('node-1', 'node-1.example.com'))).toBe('ambiguous');
  });

  it('is no other where both have a domain, or another label', () => {
    expect(statusOn(asked('node-1.b.example', 'node-1.a.example'))).toBe('identified');
    expect(statusOn(asked('node-10'))).toBe('identified');
  });
});

describe('a login of which the log tells no exact moment', () => {
  const [session] = historyOf(login('00:00', 'k', '1')).sessions;
  const day = { ...session, startToMs: session.earliestMs + 86_399_000 };
  const noon = session.earliestMs + 12 * 3_600_000;
  const changed = (before: string | undefined, after: string | undefined): DirectoryView => ({
    lookup: (_kind, _value, atMs) => {
      const person = atMs < noon ? before : after;
      return person === undefined ? { result: 'unknown' } : { result: 'person', person };
    },
  });
  const personOf = (directory: DirectoryView) => {
    const { status, candidates } = attributeSession(day, directory, OPTIONS).attribution;
    return [status, ...candidates.map(({ person }) => person)];
  };

  it('is of everybody whom the directory names in that time', () => {
    expect(personOf(changed('alice', 'bob'))).toEqual(['ambiguous', 'alice', 'bob']);
    expect(personOf(changed(undefined, 'carol'))).toEqual(['ambiguous', 'carol', undefined]);
    expect(personOf(changed('alice', 'alice'))).toEqual(['identified', 'alice']);
  });

  it.each(['shared', 'no_person', 'outside_validity'] as const)(
    'may be of somebody else where the key was %s in a part of that time',
    (result) => {
      const directory: DirectoryView = {
        lookup: (kind, _value, atMs) =>
          kind !== 'ssh_key'
            ? { result: 'unknown' }
            : atMs < noon
              ? { result: 'person', person: 'alice' }
              : result === 'outside_validity'
                ? { result, persons: ['alice'] }
                : { result },
      };
      expect(personOf(directory)).toEqual(['ambiguous', 'alice', undefined]);
    }
  );
});

describe('a close of sudo without a pid', () => {
  const lines = [
    ...login('10:00', 'alice', '1', 'alice'),
    sudo('10:01', 'pts/0', 'alice'),
    sudoOpens('10:01'),
    sudoCloses('10:05'),
    ...login('10:08', 'bob', '2', 'bob'),
    sudo('10:10', 'pts/1', 'bob'),
    sudoOpens('10:10'),
    root('10:15'),
  ];

  it('closes what was seen to open', () => {
    expect(last(lines)).toBe('bob');
  });

  it('may be of somebody whose session has ended, but not its last process', () => {
    const gone = [
      ...login('08:00', 'carol', '7', 'carol'),
      begins('08:00', '3', 'carol'),
      ...logout('08:30', '7', 'carol'),
    ];
    expect(last([...gone, ...lines], {}, at('09:00'))).toBe('ambiguous alice|bob|carol');
    const removedThen = [...gone, removed('08:31', '3')];
    expect(last([...removedThen, ...lines], {}, at('09:00'))).toBe('bob');
  });

  it('may be of somebody who was there before sudo was read', () => {
    const before = login('08:00', 'carol', '7', 'carol');
    expect(last([...before, ...lines], {}, at('09:00'))).toBe('ambiguous alice|bob|carol');
  });
});
