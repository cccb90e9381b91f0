/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import moment from 'moment-timezone';
import { PLAIN_FORMAT } from './format_instant';
import { logTimeWords } from './log_time_words';

describe('an instant of authlog', () => {
  beforeEach(() => moment.tz.setDefault('Europe/Stockholm'));
  afterEach(() => moment.tz.setDefault());

  it('is shown in the zone of the user, with UTC and the text of the log at hand', () => {
    expect(logTimeWords('2026-01-27T08:15:02.123456+00:00', 'exact', PLAIN_FORMAT)).toEqual({
      text: '2026-01-27 09:15:02.123 +01:00',
      title: '2026-01-27 08:15:02.123 UTC\n2026-01-27T08:15:02.123456+00:00',
    });
  });

  it('has no hour when the collector lost it', () => {
    expect(logTimeWords('2026-01-05T00:15:02.000Z', 'hour_unknown', PLAIN_FORMAT)).toEqual({
      text: '2026-01-05 ??:15:02',
      title: 'The collector lost the hour: only day, minute and second are known',
    });
  });
});
