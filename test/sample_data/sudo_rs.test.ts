/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { sudoRsMessages } from './sudo_rs';

const asked = { account: 'ubuntu', terminal: 'pts/0', directory: '/home/ubuntu', runAs: 'root' };

describe('sudoRsMessages', () => {
  it('writes the whole path of the terminal', () => {
    expect(sudoRsMessages({ ...asked, command: '/usr/bin/id -u' })).toEqual([
      'ubuntu : TTY=/dev/pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id -u',
    ]);
  });

  it('leaves a blank too many without a terminal, and one after a command without arguments', () => {
    expect(sudoRsMessages({ ...asked, terminal: undefined, command: '/usr/bin/id' })).toEqual([
      'ubuntu :  PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/id ',
    ]);
  });

  it('escapes quotes, backslashes and what is not ASCII as Rust does', () => {
    const [message] = sudoRsMessages({ ...asked, command: '/bin/echo \'å\' "\\n" 🚀\t' });
    expect(message.split('COMMAND=')[1]).toBe(
      '/bin/echo \\\'\\u{e5}\\\' \\"\\\\n\\" \\u{1f680}\\t'
    );
  });

  it('cuts a long command at a blank, and marks both ends', () => {
    const messages = sudoRsMessages({ ...asked, command: `/bin/echo ${'word '.repeat(400)}end` });
    expect(messages).toHaveLength(3);
    expect(messages[0]).toMatch(/ word \[\.\.\.\]$/);
    expect(messages[1]).toMatch(/^\[\.\.\.\] {2}word .* word \[\.\.\.\]$/);
    expect(messages[2]).toMatch(/^\[\.\.\.\] {2}word .* end$/);
    for (const message of messages) expect(message.length).toBeLessThanOrEqual(966);
  });
});
