/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { testEvent, testExec } from '../event_words/test_event';
import { limitsOfLog } from './limits_of_log';

const SHELL = 'What is typed inside a shell is not in this log, nor is any output.';
const UPGRADE =
  'Code 101 means that the connection was upgraded, not that the command ran: a node that refuses later is 101 too.';

describe('what the log cannot say', () => {
  it('is said of an exec', () => {
    expect(limitsOfLog(testExec(['bash']))).toEqual([SHELL, UPGRADE]);
  });

  it('leaves out the upgrade when there was none', () => {
    expect(limitsOfLog(testExec(['bash'], {}, { code: 403, outcome: 'forbidden' }))).toEqual([
      SHELL,
    ]);
  });

  it('is said of the port of a port-forward', () => {
    expect(limitsOfLog(testEvent({ subresource: 'portforward', code: 101 }))).toEqual([
      'The log does not hold which port was forwarded, nor what went through it.',
      UPGRADE,
    ]);
  });

  it('is nothing for an ordinary read', () => {
    expect(limitsOfLog(testEvent())).toEqual([]);
  });

  it('is not said of a custom resource that happens to have an exec', () => {
    expect(limitsOfLog(testExec(['x'], {}, { apiGroup: 'example.com' }))).toEqual([]);
  });
});
