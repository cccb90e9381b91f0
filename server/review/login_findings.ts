/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewSampleRow } from '../../common/api/review';
import type { SshFailureGroup } from '../../common/api/ssh_failures';
import { maskText } from '../secrets/mask_secrets';
import type { AuthlogPicture } from '../ssh_access/authlog_picture';
import { toSshFailures } from '../ssh_access/failures/to_ssh_failures';
import type { CommandRecord, SessionRecord } from '../ssh_access/history/host_history';
import type { Period } from '../time/resolve_time_range';
import { limitedBy, listFacts, shortened, toFigures, type FoundFinding } from './found_finding';
import { countBy, draw } from './group_findings';
import { MAX_USERS } from './finding_search';

const SOURCE = 'ISO/IEC 27002:2022 8.5: successful and failed logins are logged and looked at.';

const accountOf = (account: string): string => (account === '' ? 'no account named' : account);

function failureDetail(group: SshFailureGroup): string {
  const ways = group.ways.map(({ way, count }) => `${way} ${count}`).join(', ');
  return [
    `from ${group.sourceIp ?? 'an address that is not logged'}`,
    `on ${group.hosts.join(', ')}`,
    ways,
    ...(group.invalidAccount ? ['no such account, or not allowed'] : []),
    ...(group.succeededAfter ? ['A LOGIN FOLLOWED WITHIN THE HOUR'] : []),
  ].join('; ');
}

function failureRow(group: SshFailureGroup): ReviewSampleRow[] {
  const [document] = group.lines;
  if (!document) return [];
  return [
    {
      document,
      time: group.firstSeen,
      cluster: group.cluster,
      host: shortened(group.hosts.join(', ')),
      who: shortened(accountOf(group.account)),
      what: shortened(`${group.attempts} attempts: ${failureDetail(group)}`),
      outcome: group.succeededAfter ? 'a login followed' : 'refused',
      ...(group.sourceIp === undefined ? {} : { sourceIps: [group.sourceIp] }),
    },
  ];
}

/** Refused and failed logins; those that a login followed come first. */
export function toFailedLoginsFinding(
  picture: AuthlogPicture,
  seed: number,
  limits: readonly string[]
): FoundFinding {
  const { attempts, groups, attemptsLeftOut } = toSshFailures(picture.failures, {}, Infinity);
  const byAccount = new Map<string, number>();
  for (const group of groups) {
    const name = accountOf(group.account);
    byAccount.set(name, (byAccount.get(name) ?? 0) + group.attempts);
  }
  const byUser = [...byAccount]
    .map(([name, count]) => ({ name: shortened(name), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_USERS);
  const sorted = [...groups].sort(
    (a, b) =>
      Number(b.succeededAfter) - Number(a.succeededAfter) ||
      b.attempts - a.attempts ||
      (`${a.firstSeen} ${a.account} ${a.sourceIp ?? ''}` <
      `${b.firstSeen} ${b.account} ${b.sourceIp ?? ''}`
        ? -1
        : 1)
  );
  const facts = sorted.map((group) => ({
    subject: accountOf(group.account),
    detail: failureDetail(group),
    count: group.attempts,
    time: group.firstSeen,
  }));
  const { rows, sample } = draw(groups.flatMap(failureRow), seed);
  return {
    id: 'login:failed',
    kind: 'login',
    title: 'Failed and refused logins over SSH',
    basis:
      'Attempts by source and account, with repeats that the log folded; a connection that ended before login counts as one. The sample draws sources and accounts, not attempts.',
    source: SOURCE,
    figures: limitedBy(
      toFigures({
        count: attempts,
        unit: 'attempts',
        byUser,
        byOthers: attempts - byUser.reduce((all, { count }) => all + count, 0),
        ...listFacts(facts),
        sample,
      }),
      attemptsLeftOut > 0
        ? [...limits, `${attemptsLeftOut} attempts are counted but not told apart.`]
        : limits
    ),
    sample: rows,
  };
}

function loginRow(session: SessionRecord): ReviewSampleRow[] {
  const [document] = session.lines;
  if (!document) return [];
  return [
    {
      document,
      ...(session.startedAt === undefined ? {} : { time: session.startedAt }),
      cluster: session.cluster,
      host: session.host,
      who: shortened(session.account),
      what: shortened(`Login by ${session.method}`),
      outcome: 'accepted',
      ...(session.sourceIp === undefined ? {} : { sourceIps: [session.sourceIp] }),
    },
  ];
}

/** Logins by password and other ways without a key. */
export function toKeylessLoginsFinding(
  picture: AuthlogPicture,
  { fromMs, toMs }: Period,
  seed: number,
  limits: readonly string[]
): FoundFinding {
  const sessions = [...picture.histories.values()].flatMap((history) =>
    history.sessions.filter(
      (session) =>
        session.startedAt !== undefined &&
        session.earliestMs >= fromMs &&
        session.earliestMs <= toMs &&
        picture.logins.get(session)?.marks.includes('password_login') === true
    )
  );
  const { rows, sample } = draw(sessions.flatMap(loginRow), seed);
  return {
    id: 'login:without_key',
    kind: 'login',
    title: 'Logins over SSH by password',
    basis: 'Accepted logins of the period by a method that is typed, not by a key or certificate.',
    source: 'ISO/IEC 27002:2022 5.17: individual authentication information, such as keys.',
    figures: limitedBy(
      toFigures({
        count: sessions.length,
        unit: 'uses',
        ...countBy(sessions.map(({ account }) => account)),
        sample,
      }),
      limits
    ),
    sample: rows,
  };
}

function commandRow(command: CommandRecord, mask: boolean): ReviewSampleRow[] {
  const [document] = command.lines;
  if (!document) return [];
  const text = command.command ?? '';
  return [
    {
      document,
      time: command.time,
      cluster: command.cluster,
      host: command.host,
      who: shortened(command.account ?? 'not known'),
      what: shortened(
        `${command.program} as ${command.runAs.join(' or ')}: ${mask ? maskText(text) : text}`
      ),
      outcome: shortened(command.refusal ?? 'denied'),
    },
  ];
}

/** sudo and su that were refused. */
export function toRefusedSudoFinding(
  picture: AuthlogPicture,
  { fromMs, toMs }: Period,
  seed: number,
  limits: readonly string[],
  mask: boolean
): FoundFinding {
  const refused = [...picture.histories.values()].flatMap(({ commands }) =>
    commands.filter(
      ({ denied, timeMs, timeToMs }) => denied && timeToMs >= fromMs && timeMs <= toMs
    )
  );
  const { rows, sample } = draw(
    refused.flatMap((command) => commandRow(command, mask)),
    seed
  );
  return {
    id: 'login:sudo_refused',
    kind: 'login',
    title: 'Refused sudo and su',
    basis: 'Lines of sudo and su that say that it was not allowed, or that the password was wrong.',
    source: 'ISO/IEC 27002:2022 8.2: privileged access is logged and reviewed.',
    figures: limitedBy(
      toFigures({
        count: refused.length,
        unit: 'uses',
        ...countBy(refused.map(({ account }) => account ?? 'not known')),
        sample,
      }),
      limits
    ),
    sample: rows,
  };
}
