/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { OPTIONS, source, storedAuthlog } from '../../authlog/read/stored_authlog.test_support';
import { Directory } from '../../directory/directory_lookup';
import { readPicture } from '../authlog_picture';

const DAY = {
  fromMs: Date.parse('2026-01-27T00:00:00Z'),
  toMs: Date.parse('2026-01-27T23:59:59.999Z'),
};
const ATTRIBUTION = {
  sshGroupAccounts: ['ubuntu', 'root'],
  kubernetesGroupAccounts: [],
  certificateAuthorities: [],
  directoryReadable: true,
};

/** A line as a daemon writes it that logs whole seconds. */
const at = (time: string, ident: string, message: string, pid?: string) =>
  source(`2026-01-27T${time}Z`, ident, message, pid === undefined ? {} : { pid });

const LIST = 'ubuntu : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/ls';
const OPENED = 'pam_unix(sudo:session): session opened for user root(uid=0) by ubuntu(uid=1000)';
const CLOSED = 'pam_unix(sudo:session): session closed for user root';

/** The commands of a log of these lines. */
async function commandsOf(...sources: Array<Record<string, unknown>>) {
  const { search } = storedAuthlog(sources.map((each) => ({ source: each })));
  const now = new Date('2026-01-29T00:00:00Z');
  const { histories } = await readPicture(
    DAY,
    search,
    new Directory([]),
    OPTIONS,
    ATTRIBUTION,
    now
  );
  return [...histories.values()].flatMap(({ commands }) => commands);
}

const ms = (time: string) => Date.parse(`2026-01-27T${time}Z`);

describe('sudo lines of one second and one text', () => {
  it('are one command with both lines where no pid tells them apart', async () => {
    const lines = [LIST, OPENED, LIST, OPENED].map((text) => at('08:00:00', 'sudo', text));
    const commands = await commandsOf(...lines);
    expect(commands).toMatchObject([{ command: '/usr/bin/ls', lines: [{}, {}, {}, {}] }]);
  });

  it('are one command where two collectors write their time in two ways', async () => {
    for (const other of ['08:00:00.1', '08:00:00.123456']) {
      const lines = ['08:00:00', other].flatMap((time) =>
        [LIST, OPENED].map((text) => at(time, 'sudo', text))
      );
      expect(await commandsOf(...lines)).toMatchObject([{ lines: [{}, {}, {}, {}] }]);
    }
  });

  it('are two commands where their pids differ', async () => {
    const commands = await commandsOf(
      at('08:00:00', 'sudo', LIST, '5'),
      at('08:00:00', 'sudo', LIST, '6')
    );
    expect(commands).toHaveLength(2);
  });

  it('hold root open until as many ends as beginnings are logged', async () => {
    const lines = [LIST, OPENED, LIST, OPENED].map((text) => at('08:00:00', 'sudo', text));
    const one = await commandsOf(...lines, at('09:00:00', 'sudo', CLOSED));
    expect(one.map(({ openToMs }) => openToMs)).toEqual([Infinity]);
    const both = await commandsOf(
      ...lines,
      at('09:00:00', 'sudo', CLOSED),
      at('10:00:00', 'sudo', CLOSED)
    );
    expect(both.map(({ openToMs }) => openToMs)).toEqual([ms('10:00:00')]);
  });

  it('do not end the session of another by an end that came twice', async () => {
    const shell = LIST.replace('/usr/bin/ls', '/bin/bash');
    const commands = await commandsOf(
      at('08:00:00', 'sudo', LIST),
      at('08:00:00', 'sudo', OPENED),
      at('08:30:00', 'sudo', shell),
      at('08:30:00', 'sudo', OPENED),
      at('09:00:00', 'sudo', CLOSED),
      at('09:00:00', 'sudo', CLOSED)
    );
    expect(commands.map(({ openToMs }) => openToMs > ms('20:00:00'))).toEqual([true, true]);
  });
});

it('pieces of a long command that came twice are put together once', async () => {
  const long = `${LIST} ${'x'.repeat(890)}`;
  const rest = 'ubuntu : (command continued) the rest';
  const commands = await commandsOf(
    ...[long, long, rest, rest].map((text) => at('08:00:00', 'sudo', text))
  );
  expect(commands.map(({ command }) => command?.match(/the rest/g)?.length)).toEqual([1]);
});
