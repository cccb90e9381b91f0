/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Values listed of each facet: what a person scrolls through; more are found by typing. */
export const MAX_FACET_VALUES = 100;

/** Combinations of resource, group and subresource that one aggregation lists; a large cluster has a few hundred. */
export const MAX_RESOURCES = 1000;

/** Verbs that change something (Kubernetes API: "Request verbs"). */
export const WRITE_VERBS: readonly string[] = [
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
];
