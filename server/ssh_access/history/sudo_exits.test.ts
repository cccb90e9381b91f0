/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { historiesOf, type ShortLine } from './recorded_history.test_support';

const LIST = 'ubuntu : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/ls';
const OPENED = 'pam_unix(sudo:session): session opened for user root(uid=0) by ubuntu(uid=1000)';

/** Commands of lines of sudo, one a second. */
function commandsOf(...messages: Array<string | Partial<ShortLine>>) {
  const documents = messages.map((each, i) => ({
    '@timestamp': new Date(Date.parse('2026-01-27T08:00:00.1Z') + i * 1000).toISOString(),
    host: 'node-1',
    ident: 'sudo',
    'cluster.name': 'wc',
    ...(typeof each === 'string' ? { message: each } : each),
  }));
  return [...historiesOf(documents).values()].flatMap(({ commands }) =>
    commands.map(({ command, lines }) => [command, lines.length])
  );
}

describe('the end of a command, as log_exit_status writes it', () => {
  it.each([' ; EXIT=0', ' ; EXIT=127', ' ; SIGNAL=KILL', ' ; SIGNAL=SEGV ; EXIT=139'])(
    'is no command of its own: %s',
    (end) => {
      expect(commandsOf(LIST, OPENED, `${LIST}${end}`)).toEqual([['/usr/bin/ls', 3]]);
    }
  );

  it('ends one command each time', () => {
    const end = `${LIST} ; EXIT=0`;
    expect(commandsOf(LIST, LIST, end, end)).toEqual([
      ['/usr/bin/ls', 2],
      ['/usr/bin/ls', 2],
    ]);
  });

  it.each<[string, string]>([
    ['account', LIST.replace('ubuntu', 'admin')],
    ['terminal', LIST.replace('pts/0', 'pts/1')],
    ['directory', LIST.replace('PWD=/', 'PWD=/tmp')],
    ['target', LIST.replace('USER=root', 'USER=www')],
    ['command', `${LIST} -l`],
  ])('is not that of another %s', (_, other) => {
    expect(commandsOf(other, `${LIST} ; EXIT=0`)).toHaveLength(2);
  });

  it('is not that of another process', () => {
    const end = { message: `${LIST} ; EXIT=0`, pid: '8' };
    expect(commandsOf({ message: LIST, pid: '7' }, end)).toHaveLength(2);
  });

  it('is a command where none began: an argument may imitate it', () => {
    expect(commandsOf(`${LIST} ; EXIT=0`)).toEqual([['/usr/bin/ls ; EXIT=0', 1]]);
    expect(commandsOf(LIST, `${LIST} ; EXIT=0`, `${LIST} ; EXIT=0`)).toEqual([
      ['/usr/bin/ls', 2],
      ['/usr/bin/ls ; EXIT=0', 1],
    ]);
  });
});

describe('a folded line', () => {
  it('is as many commands as it says, besides the one before', () => {
    expect(commandsOf(LIST, `message repeated 3 times: [ ${LIST}]`)).toHaveLength(4);
  });

  it('of su is so, too', () => {
    const su = { message: '(to root) ubuntu on pts/0', ident: 'su' };
    const folded = { message: `message repeated 2 times: [ ${su.message}]`, ident: 'su' };
    expect(commandsOf(su, folded)).toHaveLength(3);
  });

  it('that claims a billion commands fills no memory, however often it comes', () => {
    const claimed = `message repeated 999999999 times: [ ${LIST}]`;
    expect(commandsOf(claimed)).toHaveLength(1_000);
    const often = Array.from({ length: 200 }, () => claimed);
    expect(commandsOf(...often)).toHaveLength(100_000 + often.length);
  });
});
