/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { GroupOptions } from '../group_accounts/group_options';
import type { DocumentedSearch, RiskClass } from './review_rules';

/** What reviews depend on: configuration, resolved. */
export interface ReviewOptions {
  /** Name of the index of signed reviews. */
  index: string;
  everyDays: number;
  firstSeenDays: number;
  searches: readonly DocumentedSearch[];
  risks: readonly RiskClass[];
  group: GroupOptions;
  /** Of what signs: written into each record. */
  versions: { plugin: string; dashboards: string };
}

/** As configured, without what it is used with. */
export type ReviewSettings = Omit<ReviewOptions, 'group' | 'versions'>;
