/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { MAX_VALUE_LENGTH } from '../../common/api/kube_filters';
import { DENIALS, OUTCOMES } from '../../common/kube_audit/outcome';
import { USER_KINDS } from '../../common/kube_audit/user_kind';
import type { FilterKey } from './filter_change';

const text = z.string().min(1).max(MAX_VALUE_LENGTH);

/** What one value of each filter may be: as in the contract of the API. */
export const VALUE_SCHEMAS: Readonly<Record<FilterKey, z.ZodType<string>>> = {
  users: text,
  userKinds: z.enum(USER_KINDS),
  clusters: text,
  verbs: text,
  resources: text,
  namespaces: text,
  names: text,
  outcomes: z.enum(OUTCOMES),
  denials: z.enum(DENIALS),
  sourceIps: text,
  impersonatedUsers: text,
};
