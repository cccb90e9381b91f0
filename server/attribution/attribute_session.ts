/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { SessionRecord } from '../ssh_access/history/host_history';
import { distinctReasons, toAttribution } from './actor_set';
import { attributeLogin, type LoginAttribution } from './attribute_login';
import type { AttributionOptions, DirectoryView } from './directory_view';
import { reason } from './reason';

const HOUR_MS = 3_600_000;

/** Moments at which a login is looked at whose time is not exact: a day holds no more hours. */
const MAX_MOMENTS = 26;

/** When it happened, or was last possible; several moments where the log tells no exact one. */
function momentsOf(session: SessionRecord): number[] {
  const { earliestMs, startToMs, latestMs, terminals } = session;
  if (!Number.isFinite(earliestMs)) {
    return [Number.isFinite(latestMs) ? latestMs : (terminals[0]?.fromMs ?? 0)];
  }
  const moments = [earliestMs];
  for (
    let at = earliestMs + HOUR_MS;
    at < startToMs && moments.length < MAX_MOMENTS;
    at += HOUR_MS
  ) {
    moments.push(at);
  }
  return startToMs > earliestMs ? [...moments, startToMs] : moments;
}

/**
 * Which person a session is of, by what the directory says of the moment of its login. Where that moment is
 * known to the second or the day only, everybody whom the directory names in that time is possible.
 */
export function attributeSession(
  session: SessionRecord,
  directory: DirectoryView,
  options: AttributionOptions
): LoginAttribution {
  const facts = {
    sessionId: session.id,
    account: session.account,
    method: session.method,
    key: session.key,
    certificate: session.certificate,
    sourceIp: session.sourceIp,
  };
  const answers = new Map<string, LoginAttribution>();
  for (const atMs of momentsOf(session)) {
    const answer = attributeLogin({ ...facts, atMs }, directory, options);
    answers.set(JSON.stringify(answer), answer);
  }
  const [first] = answers.values();
  if (answers.size === 1) return first;
  // At a moment at which it would have named nobody it may have been somebody else: a key shared since, returned,
  // or not given yet.
  const all = [...answers.values()].map(({ attribution }) => attribution);
  const attribution = toAttribution(
    all.flatMap(({ status, candidates }) =>
      status === 'unidentified' ? [{ sessionId: session.id }] : candidates
    ),
    []
  );
  return {
    attribution: {
      ...attribution,
      reasons: distinctReasons([
        ...all.flatMap(({ reasons }) => reasons),
        reason(
          'time_not_exact',
          'The moment of this login is not in the log, and the directory says different things of that time.'
        ),
      ]),
    },
    marks: [...new Set([...answers.values()].flatMap(({ marks }) => marks))],
  };
}
