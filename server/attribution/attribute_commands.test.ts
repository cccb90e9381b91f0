/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import {
  attributionsOf,
  directoryOf,
  historyOf,
  NOTHING_MISSING,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';
import type { LogLimits } from './attribute_commands';

const DIRECTORY = directoryOf({
  'SHA256:alice': 'alice',
  'SHA256:bob': 'bob',
  'SHA256:shared': { result: 'shared' },
  carol: 'carol',
});

const at = (time: string) => `2026-01-27T${time.length === 5 ? `${time}:00` : time}.000000Z`;
const line = (time: string, ident: string, message: string, pid?: string): ShortLine => ({
  at: at(time),
  ident,
  message,
  ...(pid === undefined ? {} : { pid }),
});

/** Lines of a login; `port` is taken from the pid. */
const login = (time: string, who: string, pid: string, account = 'ubuntu'): ShortLine[] => [
  line(
    time,
    'sshd',
    `Accepted publickey for ${account} from 192.0.2.1 port ${pid} ssh2: ED25519 SHA256:${who}`,
    pid
  ),
  line(
    time,
    'sshd',
    `pam_unix(sshd:session): session opened for user ${account}(uid=1000) by (uid=0)`,
    pid
  ),
];
const logout = (time: string, pid: string, account = 'ubuntu'): ShortLine[] => [
  line(time, 'sshd', `pam_unix(sshd:session): session closed for user ${account}`, pid),
];
const begins = (time: string, id: string, account = 'ubuntu') =>
  line(time, 'systemd-logind', `New session ${id} of user ${account}.`, '33');
const out = (time: string, id: string) =>
  line(time, 'systemd-logind', `Session ${id} logged out. Waiting for processes to exit.`, '33');
const removed = (time: string, id: string) =>
  line(time, 'systemd-logind', `Removed session ${id}.`, '33');
const terminal = (time: string, tty: string, pid: string, account = 'ubuntu') =>
  line(
    time,
    'sshd',
    `Starting session: shell on ${tty} for ${account} from 192.0.2.1 port ${pid} id 0`,
    `${pid}9`
  );
const closesChannel = (time: string, pid: string) =>
  line(time, 'sshd', `Close session: user ubuntu from 192.0.2.1 port ${pid} id 0`, `${pid}9`);
const sudo = (time: string, tty?: string, account = 'ubuntu', runAs = 'root') =>
  line(
    time,
    'sudo',
    `${account} : ${tty === undefined ? '' : `TTY=${tty} ; `}PWD=/ ; USER=${runAs} ; COMMAND=/usr/bin/id`
  );
const sudoOpens = (time: string, runAs = 'root') =>
  line(
    time,
    'sudo',
    `pam_unix(sudo:session): session opened for user ${runAs}(uid=0) by x(uid=1000)`
  );
const sudoCloses = (time: string, runAs = 'root') =>
  line(time, 'sudo', `pam_unix(sudo:session): session closed for user ${runAs}`);

/** What is concluded about the last command: a name, or `a|b` for candidates (`?` for somebody unknown). */
function last(lines: ShortLine[], limits: LogLimits = NOTHING_MISSING): string {
  const found = attributionsOf(historyOf(lines), DIRECTORY, limits);
  const attribution = found[found.length - 1]?.attribution;
  if (!attribution) return 'none';
  if (attribution.status === 'identified') return attribution.person ?? 'broken';
  const names = [...new Set(attribution.candidates.map(({ person }) => person ?? '?'))].sort();
  return `${attribution.status} ${names.join('|')}`.trim();
}

const verbose = (time: string, who: string, pid: string, tty: string) => [
  ...login(time, who, pid),
  terminal(time, tty, pid),
];

describe('a command belongs to the sessions of its account that are open then', () => {
  it.each<[string, ShortLine[], string]>([
    ['one session', [...login('10:00', 'alice', '1'), sudo('10:05', 'pts/0')], 'alice'],
    [
      'two sessions of one person',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'alice', '2'), sudo('10:05', 'pts/0')],
      'alice',
    ],
    [
      'two persons',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'bob', '2'), sudo('10:05', 'pts/0')],
      'ambiguous alice|bob',
    ],
    [
      'one of them closed',
      [
        ...login('10:00', 'alice', '1'),
        ...login('10:01', 'bob', '2'),
        ...logout('10:04', '1'),
        sudo('10:05', 'pts/0'),
      ],
      'bob',
    ],
    [
      'a person and an unknown key',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'new', '2'), sudo('10:05', 'pts/0')],
      'ambiguous ?|alice',
    ],
    [
      'a person and a shared key',
      [...login('10:00', 'alice', '1'), ...login('10:01', 'shared', '2'), sudo('10:05', 'pts/0')],
      'ambiguous ?|alice',
    ],
    [
      'an unknown key alone',
      [...login('10:00', 'new', '1'), sudo('10:05', 'pts/0')],
      'unidentified ?',
    ],
    ['nobody', [sudo('10:05', 'pts/0')], 'unidentified'],
    [
      'only somebody under another account',
      [...login('10:00', 'carol', '1', 'carol'), sudo('10:05', 'pts/0')],
      'unidentified',
    ],
    [
      'a session on another host',
      [...login('10:00', 'alice', '1').map((each) => ({ ...each, host: 'node-2' })), sudo('10:05')],
      'none',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});

describe('a session whose bounds are not all in the log', () => {
  it.each<[string, ShortLine[], string]>([
    [
      'that began before it makes another person possible until it ends',
      [...login('10:00', 'alice', '1'), sudo('10:05', 'pts/0'), ...logout('10:09', '77')],
      'ambiguous ?|alice',
    ],
    [
      'that began before it and ended before the command does not',
      [...login('10:00', 'alice', '1'), ...logout('10:04', '77'), sudo('10:05', 'pts/0')],
      'alice',
    ],
    [
      'of which only a disconnection is left',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        line('10:09', 'sshd', 'Disconnected from user ubuntu 192.0.2.9 port 999', '900'),
        ...logout('10:09', '899'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'whose login line is missing',
      [
        ...login('10:00', 'alice', '1'),
        line(
          '10:01',
          'sshd',
          'pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '88'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'whose end is not logged stays possible',
      [...login('10:00', 'alice', '1'), ...login('12:00', 'bob', '2'), sudo('12:05', 'pts/0')],
      'ambiguous alice|bob',
    ],
    [
      'whose pid is reused has ended',
      [
        ...login('10:00', 'alice', '1'),
        ...login('12:00', 'bob', '1').map((each) => ({
          ...each,
          message: each.message.replace('port 1', 'port 5'),
        })),
        sudo('12:05', 'pts/0'),
      ],
      'bob',
    ],
    [
      'ended when systemd-logind removed it',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        removed('10:30', '7'),
        ...login('12:00', 'bob', '2'),
        begins('12:00', '8'),
        sudo('12:05', 'pts/0'),
      ],
      'bob',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});

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

describe('who became the account', () => {
  it.each<[string, ShortLine[], string]>([
    [
      'root of a nested sudo is whoever became root',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        sudoOpens('10:05'),
        sudo('10:06', 'pts/1', 'root', 'postgres'),
      ],
      'alice',
    ],
    [
      'root is nobody once the sudo session was closed',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        sudoOpens('10:05'),
        sudoCloses('10:05:30'),
        sudo('10:06', 'pts/1', 'root', 'postgres'),
      ],
      'unidentified',
    ],
    [
      'of two who are root at once either may act as root',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:01', 'pts/0'),
        sudoOpens('10:01'),
        ...logout('10:02', '1'),
        ...login('10:03', 'bob', '2'),
        sudo('10:04', 'pts/1'),
        sudoOpens('10:04'),
        sudo('10:06', 'pts/2', 'root', 'postgres'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'one close of two leaves both possible',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:01', 'pts/0'),
        sudoOpens('10:01'),
        ...logout('10:02', '1'),
        ...login('10:03', 'bob', '2'),
        sudo('10:04', 'pts/1'),
        sudoOpens('10:04'),
        sudoCloses('10:05'),
        sudo('10:06', 'pts/2', 'root', 'postgres'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'somebody who became the account by su is possible too',
      [
        ...login('10:00', 'alice', '1'),
        ...login('10:00', 'bob', '2', 'bob'),
        line('10:02', 'su', '(to ubuntu) bob on pts/1', '50'),
        line(
          '10:02',
          'su',
          'pam_unix(su:session): session opened for user ubuntu(uid=1000) by bob(uid=1001)',
          '50'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous alice|bob',
    ],
    [
      'root without a terminal may be a service of the host',
      [
        ...login('10:00', 'alice', '1'),
        sudo('10:05', 'pts/0'),
        sudoOpens('10:05'),
        sudo('10:06', undefined, 'root', 'postgres'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'a scheduled job of the account may have run a command without terminal',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        line(
          '10:04',
          'CRON',
          'pam_unix(cron:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '40'
        ),
        sudo('10:05'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'a scheduled job has no terminal',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        line(
          '10:04',
          'CRON',
          'pam_unix(cron:session): session opened for user ubuntu(uid=1000) by (uid=0)',
          '40'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'alice',
    ],
    [
      'somebody at the console is possible',
      [
        ...login('10:00', 'alice', '1'),
        line(
          '10:01',
          'login',
          'pam_unix(login:session): session opened for user ubuntu(uid=1000) by LOGIN(uid=0)',
          '41'
        ),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous ?|alice',
    ],
    [
      'a session of systemd-logind without an SSH login is somebody',
      [
        ...login('10:00', 'alice', '1'),
        begins('10:00', '7'),
        begins('10:03', '8'),
        sudo('10:05', 'pts/0'),
      ],
      'ambiguous ?|alice',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(last(lines)).toBe(expected);
  });
});

describe('what of the log could not be read', () => {
  const lines = [...login('10:00', 'alice', '1'), sudo('10:05', 'pts/0')];
  it('makes somebody unknown possible', () => {
    expect(last(lines, { damagedLogins: [], linesMissing: true })).toBe('ambiguous ?|alice');
  });

  it('counts where a login lost its host in collection, and only near it', () => {
    const damaged = (from: string, persons: string[]) => ({
      linesMissing: false,
      damagedLogins: [
        {
          cluster: 'wc',
          fromMs: Date.parse(at(from)),
          toMs: Date.parse(at(from)) + 3_600_000,
          persons,
        },
      ],
    });
    expect(last(lines, damaged('10:01', []))).toBe('ambiguous ?|alice');
    expect(last(lines, damaged('10:01', ['bob']))).toBe('ambiguous alice|bob');
    expect(last(lines, damaged('10:01', ['alice']))).toBe('alice');
    expect(last(lines, damaged('08:00', []))).toBe('alice');
  });
});

it('a refused command is attributed as well, and holds no account open', () => {
  const refused = line(
    '10:05',
    'sudo',
    'ubuntu : command not allowed ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/x'
  );
  expect(last([...login('10:00', 'alice', '1'), refused])).toBe('alice');
  expect(
    last([...login('10:00', 'alice', '1'), refused, sudo('10:06', 'pts/1', 'root', 'postgres')])
  ).toBe('unidentified');
});
