/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../common/api/completeness';
import type { ReviewSigner } from '../../common/api/review_record';
import { buildOldest } from '../authlog/read/authlog_queries';
import { AuditError } from '../errors/audit_error';
import { toUnknownCredentials } from '../group_accounts/group_figures';
import { toSshUses } from '../group_accounts/to_uses';
import { isNameOf } from '../person_timeline/person_names';
import { assertSearched, partialReasons } from '../search/answer_reasons';
import type { ScopedSearch } from '../search/scoped_search';
import type { SearchResponse } from '../search/search_types';
import type { AuthlogPicture } from '../ssh_access/authlog_picture';
import { readSshPicture } from '../ssh_access/ssh_service';
import type { Period } from '../time/resolve_time_range';
import { authlogFirstSeen } from './authlog_first_seen';
import {
  authlogSearchHead,
  buildAuthlogSearch,
  timedLines,
  toAuthlogFinding,
} from './authlog_probes';
import { notLooked, type FoundFinding } from './found_finding';
import { toUnknownKeysFinding, toUsesFinding } from './group_findings';
import {
  toFailedLoginsFinding,
  toKeylessLoginsFinding,
  toRefusedSudoFinding,
} from './login_findings';
import { distinct, missingWords, type LookedAt } from './looked_at';
import { namesOfSigner, ownUses } from './own_activity';
import type { ReviewOptions } from './review_options';
import { buildTotals, toTotalsFinding } from './totals';

const DAY_MS = 86_400_000;

function needed(answer: SearchResponse | AuditError, pattern: string): SearchResponse {
  if (answer instanceof AuditError) throw answer;
  assertSearched(answer, pattern);
  return answer;
}

/** Logins of the signer under an account of their own, by name. */
function ownLogins(
  names: readonly string[],
  picture: AuthlogPicture,
  { fromMs, toMs }: Period,
  groupAccounts: readonly string[]
): Array<{ name: string; count: number }> {
  const counts = new Map<string, number>();
  for (const { sessions } of picture.histories.values()) {
    for (const session of sessions) {
      if (session.latestMs < fromMs || session.earliestMs > toMs) continue;
      if (groupAccounts.includes(session.account)) continue;
      const person = picture.logins.get(session)?.attribution.person;
      const own = names.some((name) => session.account === name || isNameOf(person ?? '', name));
      if (own) counts.set(session.account, (counts.get(session.account) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

/**
 * Looks at lines of authlog: one round trip for searches and totals, and one reading for logins, keys and
 * persons, from which what is there for the first time is taken too.
 *
 * @throws AuditError where authlog may not be read, or OpenSearch does not answer
 */
export async function lookAtAuthlog(
  period: Period,
  seed: number,
  signer: ReviewSigner,
  search: ScopedSearch,
  options: ReviewOptions,
  now: Date
): Promise<LookedAt> {
  const { ssh } = options.group;
  const { indexPattern, timeZone, maskSecrets, sessionLookbackMs } = ssh.authlog;
  const { searches, firstSeenDays } = options;
  const bodies = [
    buildOldest(),
    buildTotals(timedLines(period), '@timestamp', 'cluster.name.keyword'),
    ...searches.map((each) => buildAuthlogSearch(each, period, seed)),
  ];
  const answers = await search.searchEach(bodies.map((body) => ({ index: indexPattern, body })));
  const [oldest, totals] = answers.slice(0, 2).map((answer) => needed(answer, indexPattern));
  const probed = answers.slice(2);
  // Logins of the time with which first-seen values are compared are read with the others.
  const authlog = {
    ...ssh.authlog,
    sessionLookbackMs: Math.max(sessionLookbackMs, firstSeenDays * DAY_MS),
  };
  const { picture, directory } = await readSshPicture(period, search, { ...ssh, authlog }, now);
  const { read, unreadableCount } = picture;
  const names = namesOfSigner(signer, directory);
  const reasons: CompletenessReason[] = [
    ...partialReasons([oldest, totals], 'authlog'),
    ...read.reasons,
    ...directory.reasons,
  ];
  const ofLog = missingWords(reasons.filter(({ code }) => code !== 'scan_limit_reached'));
  const ofPicture = [
    ...missingWords([...partialReasons([oldest, totals], 'authlog'), ...read.reasons]),
    ...(unreadableCount > 0 ? [`${unreadableCount} lines could not be read.`] : []),
  ];
  const ofPersons = [
    ...ofPicture,
    ...(directory.whole ? [] : directory.reasons.map(({ message }) => message)),
  ];
  const groupAccounts = ssh.attribution.sshGroupAccounts;
  const uses = toSshUses(picture, read.period, groupAccounts, maskSecrets);
  const { oldest: first } = (oldest.aggregations ?? {}) as { oldest?: { value?: number | null } };
  const mine = ownUses(names, uses);
  const searched = searches.map((each, i): FoundFinding => {
    const answer = probed[i];
    if (!(answer instanceof AuditError)) {
      return toAuthlogFinding(each, answer, seed, ofLog, { timeZone, maskSecrets });
    }
    if (answer.code !== 'upstream_error') throw answer;
    return {
      ...authlogSearchHead(each),
      figures: notLooked('records', [answer.message]),
      sample: [],
    };
  });
  return {
    findings: [
      ...searched,
      ...authlogFirstSeen(picture, period, firstSeenDays, first?.value ?? undefined, ofPicture),
      toFailedLoginsFinding(picture, seed, ofPicture),
      toKeylessLoginsFinding(picture, period, seed, ofPicture),
      toRefusedSudoFinding(picture, period, seed, ofPicture, maskSecrets),
      toUsesFinding('ambiguous', uses, seed, ofPersons),
      toUsesFinding('unidentified', uses, seed, ofPersons),
      toUnknownKeysFinding(toUnknownCredentials(uses, picture, period), ofPersons),
      toTotalsFinding('authlog', totals, period, ofLog),
    ],
    reasons: distinct(reasons),
    own: {
      names,
      found: [...ownLogins(names, picture, period, groupAccounts), ...mine.certain],
      possible: mine.possible,
      unsure: [...new Set(ofPersons)],
    },
  };
}
