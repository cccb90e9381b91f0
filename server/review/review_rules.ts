/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFilters } from '../../common/api/kube_filters';

/** A search that a review makes of each pattern. */
export interface DocumentedSearch {
  /** Part of the finding's id. */
  id: string;
  title: string;
  /** Any of these words, in the texts of a record. */
  words: readonly string[];
  /** In kubeaudit: status codes of the response, in place of the words. Both ends included. */
  codes?: { from: number; to: number };
  /** Where it comes from. */
  source: string;
}

/** What of Kubernetes requests can make one high-risk. */
export type RiskMatch = Pick<
  KubeFilters,
  'users' | 'userKinds' | 'verbs' | 'resources' | 'namespaces' | 'outcomes' | 'impersonated'
>;

/** Operations that a review looks at one by one. */
export interface RiskClass {
  /** Part of the finding's id. */
  id: string;
  title: string;
  /** Any of these. */
  anyOf: readonly RiskMatch[];
  /** Only hours in which one user made at least so many records. */
  atLeastAnHour?: number;
  /** Where it comes from. */
  source: string;
}
