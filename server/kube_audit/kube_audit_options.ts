/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFields } from './record/fields';

/** What the domain depends on: configuration, resolved. */
export interface KubeAuditOptions {
  /** Index pattern of the audit records, such as `kubeaudit*`. */
  indexPattern: string;
  fields: KubeFields;
  groupAccounts: readonly string[];
  maskSecrets: boolean;
  allowUnmask: boolean;
  /** Most records whose events are counted one by one; above it, counts are said to be approximate. */
  maxExactRecords: number;
}
