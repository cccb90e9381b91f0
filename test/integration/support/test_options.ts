/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupOptions } from '../../../server/group_accounts/group_options';
import { DEFAULT_RISKS } from '../../../server/review/default_risks';
import { DEFAULT_SEARCHES } from '../../../server/review/default_searches';
import type { ReviewSettings } from '../../../server/review/review_service';
import { DEFAULT_KUBE_FIELDS } from '../../../server/kube_audit/record/fields';
import type { RouteSettings } from './plugin_routes';

const HOUR_MS = 3_600_000;

/** Options of the plugin as its default configuration gives them, with what a test changes. */
export function testOptions(settings: RouteSettings): GroupOptions {
  const masking = { maskSecrets: true, allowUnmask: true };
  return {
    kubeAudit: {
      indexPattern: settings.indexPattern,
      fields: DEFAULT_KUBE_FIELDS,
      groupAccounts: ['kubernetes-admin', 'kubernetes-super-admin'],
      ...masking,
      maxExactRecords: 30_000,
      ...settings.options,
    },
    ssh: {
      authlog: {
        indexPattern: settings.authlogPattern ?? 'authlog*',
        timeZone: 'UTC',
        maxLines: 1_000_000,
        lookbackMs: 24 * HOUR_MS,
        sessionLookbackMs: 14 * 24 * HOUR_MS,
        ...masking,
        ...settings.authlog,
      },
      attribution: {
        sshGroupAccounts: ['ubuntu', 'root'],
        kubernetesGroupAccounts: ['kubernetes-admin', 'kubernetes-super-admin'],
        certificateAuthorities: settings.certificateAuthorities ?? [],
      },
      directory: {
        index: settings.directoryIndex ?? 'audit-user-directory-none',
        seed: settings.directorySeed ?? [],
        groupAccounts: ['ubuntu', 'root'],
      },
    },
    hosts: settings.hosts ?? [],
    maxListedEvents: settings.maxListedEvents ?? 20_000,
  };
}

/** Reviews as the default configuration has them, in an index of the test. */
export function testReviewSettings({ reviewIndex }: RouteSettings): ReviewSettings {
  return {
    index: reviewIndex ?? 'audit-user-reviews-none',
    everyDays: 7,
    firstSeenDays: 30,
    searches: DEFAULT_SEARCHES,
    risks: DEFAULT_RISKS,
  };
}
