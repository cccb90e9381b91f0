/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { REVIEW_SAMPLE_SIZE, type ReviewSampleRow } from '../../common/api/review';
import type { GroupAccountUse, UnknownCredential } from '../../common/api/group_accounts';
import type { AttributionStatus } from '../../common/attribution/attribution';
import { SeededSample } from '../evidence/seeded_sample';
import type { Use } from '../group_accounts/to_uses';
import {
  limitedBy,
  listFacts,
  sampleHash,
  shortened,
  toFigures,
  type FoundFinding,
} from './found_finding';
import { MAX_USERS } from './finding_search';

/** What a sample of things that were read one by one holds. */
export interface Drawn {
  rows: ReviewSampleRow[];
  sample: { size: number; of: number; seed: number; sha256: string };
}

/** Draws rows; those without a document cannot be read, and are not drawn. */
export function draw(rows: Iterable<ReviewSampleRow>, seed: number): Drawn {
  const sample = new SeededSample<ReviewSampleRow>(REVIEW_SAMPLE_SIZE, seed);
  for (const row of rows) {
    const { index, id } = row.document;
    sample.offer(`${index}\t${id}\t${row.who ?? ''}`, row);
  }
  const drawn = sample.values();
  return {
    rows: drawn,
    sample: {
      size: drawn.length,
      of: sample.population,
      seed,
      sha256: sampleHash(drawn.map(({ document }) => document)),
    },
  };
}

/** How often each name is there, most first. */
export function countBy(
  names: Iterable<string>,
  max = MAX_USERS
): { byUser: Array<{ name: string; count: number }>; byOthers: number } {
  const counts = new Map<string, number>();
  let all = 0;
  for (const name of names) {
    all += 1;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const byUser = [...counts]
    .map(([name, count]) => ({ name: shortened(name), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, max);
  return { byUser, byOthers: all - byUser.reduce((sum, { count }) => sum + count, 0) };
}

const why = ({ attribution }: GroupAccountUse): string =>
  attribution.reasons.map(({ message }) => message).join(' ');

function toRow(use: GroupAccountUse): ReviewSampleRow | undefined {
  const [document] = use.lines;
  if (!document) return undefined;
  const command = use.command === undefined ? '' : `: ${use.command}`;
  return {
    document,
    time: use.time,
    cluster: use.cluster,
    ...(use.host === undefined ? {} : { host: use.host }),
    who: shortened(use.account),
    what: shortened(`${use.origin}, ${use.detail}${command}`),
    outcome: shortened(`${use.outcome}, ${use.attribution.status}`),
    ...(use.sourceIp === undefined ? {} : { sourceIps: [use.sourceIp] }),
  };
}

const TITLES: Record<Exclude<AttributionStatus, 'identified'>, string> = {
  ambiguous: 'Uses of group accounts where several persons were possible',
  unidentified: 'Uses of group accounts of which nobody is known',
};

/** Uses of group accounts that name no person. */
export function toUsesFinding(
  status: Exclude<AttributionStatus, 'identified'>,
  uses: readonly Use[],
  seed: number,
  limits: readonly string[]
): FoundFinding {
  const found = uses
    .map(({ use }) => use)
    .filter(({ attribution }) => attribution.status === status);
  const reasons = new Map<string, { count: number; account: string; detail: string }>();
  for (const use of found) {
    const key = JSON.stringify([use.account, why(use)]);
    const known = reasons.get(key) ?? { count: 0, account: use.account, detail: why(use) };
    known.count += 1;
    reasons.set(key, known);
  }
  const facts = [...reasons.values()]
    .map(({ account, detail, count }) => ({ subject: account, detail, count }))
    .sort((a, b) => b.count - a.count || (a.subject + a.detail < b.subject + b.detail ? -1 : 1));
  const { rows, sample } = draw(
    found.flatMap((use) => toRow(use) ?? []),
    seed
  );
  return {
    id: `group_account:${status}`,
    kind: 'group_account',
    title: TITLES[status],
    basis:
      'Every login as, and every change to, a group account, and every Kubernetes request by one, tied to persons by key, certificate, terminal and time (docs/attribution.md).',
    source: 'ISO/IEC 27002:2022 5.16 and 8.2: shared identities are tied to a person.',
    figures: limitedBy(
      toFigures({
        count: found.length,
        unit: 'uses',
        ...countBy(found.map(({ account }) => account)),
        ...listFacts(facts),
        sample,
      }),
      limits
    ),
    sample: rows,
  };
}

/** Keys, certificate ids and credentials that the directory does not know. */
export function toUnknownKeysFinding(
  unknown: readonly UnknownCredential[],
  limits: readonly string[]
): FoundFinding {
  const facts = [...unknown]
    .sort((a, b) => b.uses - a.uses || (a.value < b.value ? -1 : 1))
    .map(({ kind, value, uses, firstUse, accounts, hosts, sourceIps }) => ({
      subject: value,
      detail: [
        kind,
        `as ${accounts.join(', ')}`,
        ...(hosts.length > 0 ? [`on ${hosts.join(', ')}`] : []),
        ...(sourceIps.length > 0 ? [`from ${sourceIps.join(', ')}`] : []),
      ].join('; '),
      count: uses,
      time: firstUse,
    }));
  return {
    id: 'group_account:unknown_keys',
    kind: 'group_account',
    title: 'Keys, certificates and credentials that nobody is known to hold',
    basis:
      'Keys, certificate ids and credentials that were used in the period and that the directory does not have.',
    source: 'ISO/IEC 27002:2022 5.16 and 5.17.',
    figures: limitedBy(
      toFigures({ count: unknown.length, unit: 'keys', ...listFacts(facts) }),
      limits
    ),
    sample: [],
  };
}
