/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { parseMessage } from '../authlog/parse_message';
import { TimeOrder } from '../authlog/read/time_order';
import { toAuthlogLine } from '../authlog/to_authlog_line';
import { AuthlogHistories } from '../ssh_access/history/authlog_histories';
import { isoOf, play, START, visit } from './busy_host.test_support';
import type { HostHistory } from '../ssh_access/history/host_history';
import {
  attributionsOf,
  directoryOf,
  NOTHING_MISSING,
  type ShortLine,
} from '../ssh_access/history/recorded_history.test_support';

/**
 * A busy host: shared and own accounts, root shells that stay open and in which others are become, su, processes left
 * behind in the background, persons whom the directory does not know, lines delivered twice and in two forms, clocks
 * of whole seconds, a stop of the host without a line, systemd-logind that tells or does not, and a part of the log
 * that is lost. Every name that is concluded is checked against who it really was.
 */
const DIRECTORY = directoryOf({
  'SHA256:alice': 'alice',
  'SHA256:bob': 'bob',
  'SHA256:carol': 'carol',
  carol: 'carol',
});

/** What the reader makes of the lines: in order, each delivery once where that can be told. */
function historyOf(lines: readonly ShortLine[]): HostHistory {
  const histories = new AuthlogHistories();
  const order = new TimeOrder([], (line) =>
    histories.add(line, parseMessage(line.ident, line.message))
  );
  lines.forEach(({ at, ...fields }, i) => {
    const source = { host: 'node-1', '@timestamp': at, 'cluster.name': 'wc', ...fields };
    const read = toAuthlogLine(
      { index: 'authlog', id: String(i), order: i, source },
      { timeZone: 'UTC' }
    );
    if ('line' in read) order.add(read.line);
  });
  order.finish();
  const [history] = histories.finish().values();
  return history;
}

const RUNS = Number(process.env.AUDIT_USER_RUNS ?? 1500);

it('no name that is concluded on a busy host is another person’s', () => {
  let named = 0;
  fc.assert(
    fc.property(
      fc.array(visit, { minLength: 1, maxLength: 25 }),
      fc.record({
        withPids: fc.boolean(),
        exact: fc.boolean(),
        // A part of the log in which every line is lost.
        lostFrom: fc.integer({ min: 0, max: 500 }),
        lostFor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })),
        /** Every so many lines one is delivered twice, maybe with fewer digits in its time. */
        twice: fc.option(fc.integer({ min: 2, max: 9 }), { nil: 0 }),
        digits: fc.constantFrom(6, 3, 0),
        logind: fc.boolean(),
        stopsAt: fc.option(fc.integer({ min: 50, max: 500 }), { nil: Infinity }),
      }),
      (visits, { withPids, exact, lostFrom, lostFor, twice, digits, logind, stopsAt }) => {
        // Without pids a loss in the middle can leave a log that is whole to look at: two ends and two beginnings
        // less, and who is left seems to be who was there. So can the loss of all lines of somebody of whom a process
        // is left, or of whose end a stop of the host leaves none (docs/attribution.md, what it cannot know).
        const lost = withPids ? lostFor : 0;
        const played = visits.map((each) => ({
          ...each,
          actions: each.actions.filter(({ kind }) => lost === 0 || kind !== 'left_behind'),
        }));
        const { lines: written, su } = play(played, {
          withPids,
          logind,
          stopsAt: lost > 0 ? Infinity : stopsAt,
          loses: lost > 0,
        });
        const kept = written.filter(({ second }) => second < lostFrom || second >= lostFrom + lost);
        if (kept.length === 0) return;
        const lines = kept.flatMap(({ second, line }, i): ShortLine[] => {
          const each = { ...line, at: isoOf(second, i, exact) };
          // Fewer digits: the same instant, cut.
          const again = {
            ...each,
            at: each.at.replace(
              /(\.\d{3})\d{3}Z$/,
              digits === 6 ? '$&' : digits === 3 ? '$1Z' : 'Z'
            ),
          };
          return twice > 0 && i % twice === 0 ? [each, again] : [each];
        });
        for (const { command, attribution } of attributionsOf(
          historyOf(lines),
          DIRECTORY,
          NOTHING_MISSING
        )) {
          if (attribution?.status !== 'identified') continue;
          named += 1;
          const { person } = attribution;
          const told = command.command?.split(' ')[1];
          const second = Math.round((command.timeMs - START) / 1000 - 0.3);
          const allowed =
            told !== undefined
              ? [told]
              : su
                  .filter((each) => each.second === second && each.from === command.account)
                  .map((each) => each.person);
          // PAM's line of a sudo whose own line was lost says no more than for whom.
          if (allowed.length === 0) continue;
          if (!allowed.includes(person ?? '')) {
            throw new Error(
              `${String(person)} instead of ${allowed.join(' or ')}: ${command.account} ${command.program} ${command.time} ${command.tty}\n${lines.map(({ at, ident, pid, message }) => `${at.slice(11)} ${ident}[${pid ?? ''}]: ${message}`).join('\n')}`
            );
          }
        }
      }
    ),
    { numRuns: RUNS }
  );
  // The check is worth something only where names are concluded at all.
  expect(named).toBeGreaterThan(RUNS / 2);
});
