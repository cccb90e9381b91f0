/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupOptions } from '../group_accounts/group_options';
import type { StatusOptions } from '../status/status_service';

/** What evidence packages depend on. */
export interface EvidenceOptions {
  group: GroupOptions;
  status: StatusOptions;
  /** Index of signed reviews. */
  reviewIndex: string;
  /** Records of one package; more are refused, since a part could be taken for the whole. */
  maxRecords: number;
  /** Packages made at once, of all users. */
  maxConcurrentExports: number;
  /** File of the thread that reads records; absent: the one of the built plugin, where there is one. */
  workerFile?: string;
}
