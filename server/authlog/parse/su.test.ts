/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseMessage } from '../parse_message';

const read = (message: string) => parseMessage('su', message).record;

describe('su', () => {
  it.each([
    ['(to root) ubuntu on pts/0', { to: 'root', from: 'ubuntu', tty: 'pts/0', success: true }],
    ['(to root) ubuntu on none', { to: 'root', from: 'ubuntu', success: true }],
    [
      'FAILED SU (to root) ubuntu on pts/0',
      { to: 'root', from: 'ubuntu', tty: 'pts/0', success: false },
    ],
    [
      '(to CORP\\bob) CORP\\alice on pts/11',
      { to: 'CORP\\bob', from: 'CORP\\alice', tty: 'pts/11', success: true },
    ],
  ])('of util-linux is read: %s', (message, expected) => {
    expect(read(message)).toEqual({ kind: 'su', ...expected });
  });

  it.each([
    ['Successful su for root by ubuntu', { to: 'root', from: 'ubuntu', success: true }],
    ['FAILED su for root by ubuntu', { to: 'root', from: 'ubuntu', success: false }],
    ['FAILED su for root by bob by ubuntu', { to: 'root by bob', from: 'ubuntu', success: false }],
  ])('of shadow is read: %s', (message, expected) => {
    expect(read(message)).toEqual({ kind: 'su', ...expected });
  });

  it.each(['FAILED SU (to root)', '(to root) ubuntu', 'Successful su for root'])(
    'is unreadable where the line is not whole: %s',
    (message) => {
      expect(read(message)).toMatchObject({ kind: 'unreadable' });
    }
  );
});
