/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const read = (message: string) => parseMessage('systemd-logind', message).record;

describe('systemd-logind', () => {
  it.each([
    ['New session 42 of user ubuntu.', { session: '42', account: 'ubuntu' }],
    ['New session c1 of user gdm.', { session: 'c1', account: 'gdm' }],
    ['New session 7 of user alice.andersson.', { session: '7', account: 'alice.andersson' }],
    [
      "New session '42' of user 'ubuntu' with class 'user' and type 'tty'.",
      { session: '42', account: 'ubuntu', class: 'user' },
    ],
    [
      "New session '7' of user 'alice.andersson' with class 'manager' and type 'unspecified'.",
      { session: '7', account: 'alice.andersson', class: 'manager' },
    ],
  ])('says that a session began: %s', (message, expected) => {
    expect(read(message)).toEqual({ kind: 'logind_new', ...expected });
  });

  it.each([
    'Session 42 logged out. Waiting for processes to exit.',
    "Session '42' logged out. Waiting for processes to exit.",
  ])('says that its account logged out: %s', (message) => {
    expect(read(message)).toEqual({ kind: 'logind_logged_out', session: '42' });
  });

  it.each(['Removed session 42.', "Removed session '42'."])(
    'says that it is gone: %s',
    (message) => {
      expect(read(message)).toEqual({ kind: 'logind_removed', session: '42' });
    }
  );

  it.each(['New seat seat0.', 'Power key pressed short.', 'Watching system buttons on …'])(
    'says other things: %s',
    (message) => {
      expect(read(message)).toEqual({ kind: 'other' });
    }
  );
});
