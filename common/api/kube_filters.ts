/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { DENIALS, OUTCOMES } from '../kube_audit/outcome';
import { USER_KINDS } from '../kube_audit/user_kind';

/** Most values of one filter. 13 filters of 60 stay under OpenSearch's 1,024 clauses together. */
export const MAX_FILTER_VALUES = 60;

/** Longest value of a filter: well above any name Kubernetes accepts, since 404s hold what was typed. */
export const MAX_VALUE_LENGTH = 4096;

const values = z
  .array(z.string().min(1).max(MAX_VALUE_LENGTH))
  .min(1, 'leave the filter out to mean all')
  .max(MAX_FILTER_VALUES);

const anyOf = {
  users: values.optional(),
  userKinds: z.array(z.enum(USER_KINDS)).min(1).optional(),
  clusters: values.optional(),
  verbs: values.optional(),
  /** As `toQualifiedResource` writes them: `pods`, `pods/exec`, `deployments.apps/scale`. */
  resources: values.optional(),
  namespaces: values.optional(),
  /** Object names, exact. */
  names: values.optional(),
  outcomes: z.array(z.enum(OUTCOMES)).min(1).optional(),
  denials: z.array(z.enum(DENIALS)).min(1).optional(),
  sourceIps: values.optional(),
};

/** Values to leave out: an event with any of them does not count. */
export const kubeExcludeSchema = z.object(anyOf).strict();

/**
 * Filters over Kubernetes audit events. An array means "any of", an absent key means "all"; different
 * keys are combined with "and".
 */
export const kubeFiltersSchema = z
  .object({
    ...anyOf,
    /** true: only requests made as somebody else; false: none of them; names: made as one of these. */
    impersonated: z.union([z.boolean(), values]).optional(),
    exclude: kubeExcludeSchema.optional(),
  })
  .strict();

export type KubeExclude = z.infer<typeof kubeExcludeSchema>;
export type KubeFilters = z.infer<typeof kubeFiltersSchema>;
