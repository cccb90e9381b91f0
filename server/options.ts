/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DirectoryEntryInput, DirectoryKind } from '../common/api/directory';
import type { AuditUserConfig } from './config';
import type { GroupOptions } from './group_accounts/group_options';
import { toRiskClasses, toSearches } from './review/review_config';
import type { ReviewSettings } from './review/review_service';

const HOUR_MS = 3_600_000;

/** What the domains depend on, from the configuration: the one place that knows both. */
export function toOptions(config: AuditUserConfig): GroupOptions {
  const { kubeaudit, authlog, groupAccounts, directory, secrets, limits } = config;
  const { mask: maskSecrets, allowUnmask } = secrets;
  return {
    kubeAudit: {
      indexPattern: kubeaudit.indexPattern,
      fields: kubeaudit.fields,
      groupAccounts: groupAccounts.kubernetes,
      maskSecrets,
      allowUnmask,
      maxExactRecords: limits.maxExactRecords,
    },
    ssh: {
      authlog: {
        indexPattern: authlog.indexPattern,
        timeZone: authlog.timeZone,
        maxLines: limits.maxAuthlogLines,
        lookbackMs: limits.authlogLookbackHours * HOUR_MS,
        sessionLookbackMs: limits.sessionLookbackDays * 24 * HOUR_MS,
        maskSecrets,
        allowUnmask,
      },
      attribution: {
        sshGroupAccounts: groupAccounts.ssh,
        kubernetesGroupAccounts: groupAccounts.kubernetes,
        certificateAuthorities: groupAccounts.certificateAuthorities,
      },
      directory: {
        index: directory.index,
        groupAccounts: groupAccounts.ssh,
        seed: directory.seed.map((entry): DirectoryEntryInput => ({
          ...entry,
          kind: entry.kind as DirectoryKind,
          source: 'configuration',
        })),
      },
    },
    hosts: groupAccounts.hosts.flatMap(({ cluster, host, addresses }) =>
      addresses.map((address) => ({ cluster, host, address }))
    ),
    maxListedEvents: limits.maxListedEvents,
  };
}

/** What reviews look at, how often, and where they are kept. */
export function toReviewSettings({ review }: AuditUserConfig): ReviewSettings {
  const { index, everyDays, firstSeenDays, searches, highRisk } = review;
  return {
    index,
    everyDays,
    firstSeenDays,
    searches: toSearches(searches),
    risks: toRiskClasses(highRisk),
  };
}
