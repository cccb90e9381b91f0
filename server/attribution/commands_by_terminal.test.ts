/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ShortLine } from '../ssh_access/history/recorded_history.test_support';
import {
  login,
  logout,
  begins,
  out,
  removed,
  terminal,
  closesChannel,
  sudo,
  last,
  verbose,
} from './command_table.test_support';

describe('the terminal', () => {
  const two = [
    ...verbose('10:00', 'alice', '1', 'pts/0'),
    ...verbose('10:01', 'bob', '2', 'pts/1'),
  ];
  it.each<[string, ShortLine[], string]>([
    [
      'decides where a VERBOSE line ties it',
      [...two, ...logout('11:00', '1'), sudo('10:05', 'pts/1'), ...logout('11:00', '2')],
      'bob',
    ],
    ['decides for the other too', [...two, sudo('10:05', 'pts/0')], 'alice'],
    ['that no line ties does not decide', [...two, sudo('10:05', 'pts/2')], 'ambiguous alice|bob'],
    ['that is missing does not decide', [...two, sudo('10:05')], 'ambiguous alice|bob'],
    [
      'does not decide once its channel was closed',
      [...two, closesChannel('10:03', '2'), sudo('10:05', 'pts/1')],
      'ambiguous alice|bob',
    ],
    [
      'does not decide where a later session may hold it',
      [
        ...verbose('10:00', 'alice', '1', 'pts/0'),
        ...login('10:01', 'bob', '2'),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'of a connection that ended belongs to nobody any more',
      [
        ...verbose('10:00', 'alice', '1', 'pts/0'),
        ...logout('10:02', '1'),
        ...login('10:03', 'bob', '2'),
        ...login('10:03', 'new', '3'),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous ?|bob',
    ],
    [
      'that was given again belongs to the later connection',
      [
        ...verbose('10:00', 'alice', '1', 'pts/0'),
        ...logout('10:02', '1'),
        ...verbose('10:03', 'bob', '2', 'pts/0'),
        ...verbose('10:04', 'alice', '3', 'pts/1'),
        sudo('10:05', 'pts/0'),
      ],
      'bob',
    ],
    [
      'of a connection whose end is not logged does not decide',
      [
        ...verbose('10:00', 'alice', '1', 'pts/0'),
        ...verbose('10:01', 'bob', '2', 'pts/1'),
        sudo('10:05', 'pts/0'),
        ...login('10:30', 'bob', '1').map((each) => ({
          ...each,
          message: each.message.replace('port 1', 'port 5'),
        })),
      ],
      'ambiguous alice|bob',
    ],
    [
      'of another account makes its person possible',
      [
        ...login('10:00', 'carol', '1', 'carol'),
        terminal('10:00', 'pts/5', '1', 'carol'),
        ...login('10:01', 'bob', '2'),
        terminal('10:01', 'pts/1', '2'),
        sudo('10:05', 'pts/5'),
      ],
      'ambiguous bob|carol',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});

describe('a command that outlives its session', () => {
  const gone = [
    ...login('10:00', 'alice', '1'),
    begins('10:00', '7'),
    ...logout('10:10', '1'),
    out('10:10', '7'),
  ];
  it.each<[string, ShortLine[], string]>([
    [
      'is not the one of whoever is there then',
      [
        ...gone,
        ...login('10:15', 'bob', '2'),
        begins('10:15', '8'),
        sudo('10:20'),
        removed('10:21', '7'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'is ruled out once systemd-logind removed the session',
      [
        ...gone,
        removed('10:11', '7'),
        ...login('10:15', 'bob', '2'),
        begins('10:15', '8'),
        sudo('10:20'),
      ],
      'bob',
    ],
    [
      'names whose session lingered, when nobody else was there',
      [...gone, sudo('10:20'), removed('10:21', '7')],
      'alice',
    ],
    [
      'names nobody where nothing tells that a process ran on',
      [...login('10:00', 'alice', '1'), ...logout('10:10', '1'), sudo('10:20')],
      'unidentified alice',
    ],
    [
      'is nobody’s when all had ended',
      [...gone, removed('10:11', '7'), sudo('10:20')],
      'unidentified alice',
    ],
    [
      'may be anybody’s where nothing tells when processes end and there is no terminal',
      [
        ...login('10:00', 'alice', '1'),
        ...logout('10:10', '1'),
        ...login('10:15', 'bob', '2'),
        sudo('10:20'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'has no terminal of a later session',
      [
        ...login('10:00', 'alice', '1'),
        ...logout('10:10', '1'),
        ...login('10:15', 'bob', '2'),
        sudo('10:20', 'pts/0'),
      ],
      'bob',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});
