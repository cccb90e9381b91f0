/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readUses } from '../group_accounts/read_uses';
import type { ScopedSearch } from '../search/scoped_search';
import { toAllFailures, toAllSessions } from '../ssh_access/ssh_service';
import type { EvidenceOptions } from './evidence_options';
import type { EvidenceZip } from './evidence_zip';
import { toAttributionCsv, toFailuresCsv, toSessionsCsv } from './ssh_tables';
import type { EvidenceJob, Gathered } from './write_package';

/** Writes sessions, refused logins, uses of group accounts with their persons, and the directory they rest on. */
export async function writeSshTables(
  { period, redaction, local, now }: EvidenceJob,
  gathered: Gathered,
  zip: EvidenceZip,
  search: ScopedSearch,
  { group }: EvidenceOptions
): Promise<void> {
  const mask = redaction !== 'none';
  const masked = {
    ...group,
    kubeAudit: { ...group.kubeAudit, maskSecrets: mask },
    ssh: { ...group.ssh, authlog: { ...group.ssh.authlog, maskSecrets: mask } },
  };
  const { uses, picture, directory, reasons } = await readUses(period, search, masked, now);
  gathered.completeness.push(...reasons);
  const ordered = uses
    .map(({ use }) => use)
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  gathered.files.push(
    await zip.add('attribution.csv', toAttributionCsv(ordered, local), ordered.length)
  );
  if (picture) {
    const sessions = toAllSessions(picture, mask);
    const failures = toAllFailures(picture);
    gathered.files.push(
      await zip.add('sessions.csv', toSessionsCsv(sessions, local), sessions.length),
      await zip.add('failures.csv', toFailuresCsv(failures.groups), failures.groups.length)
    );
    if (failures.groupsLeftOut > 0) {
      gathered.limits.push(
        `failures.csv holds the ${failures.groups.length} sources and accounts with most attempts; ${failures.groupsLeftOut} more made ${failures.attemptsLeftOut} attempts.`
      );
    }
    gathered.tables.push({
      title: 'SSH sessions by attribution',
      heading: ['Attribution', 'Sessions'],
      rows: counted(sessions.map(({ attribution }) => attribution.status)),
    });
  }
  const { entries, state, history } = directory;
  const kept = { state, entries, history };
  gathered.files.push(await zip.add('directory.json', `${JSON.stringify(kept, null, 2)}\n`));
  gathered.tables.push(
    {
      title: 'Uses of group accounts by person',
      heading: ['Person', 'Uses'],
      rows: counted(
        ordered.map(({ attribution }) =>
          attribution.status === 'identified'
            ? (attribution.person ?? '')
            : `(${attribution.status})`
        )
      ),
    },
    {
      title: 'Marks of group-account use',
      heading: ['Mark', 'Uses'],
      rows: counted(ordered.flatMap(({ marks }) => marks)),
    }
  );
}

function counted(values: readonly string[]): Array<[string, number]> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
