/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { MAX_VALUE_LENGTH, type KubeExclude } from '../../common/api/kube_filters';
import { DENIALS, OUTCOMES } from '../../common/kube_audit/outcome';
import { USER_KINDS } from '../../common/kube_audit/user_kind';

/** A filter that can ask for values and leave values out. */
export type ValueFilterKey = keyof KubeExclude;

const text = z.string().min(1).max(MAX_VALUE_LENGTH);

/** What one value of each filter may be, in the order of the address. */
export const VALUE_SCHEMAS: Readonly<Record<ValueFilterKey, z.ZodType<string>>> = {
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
};

/** Every such filter. */
export const VALUE_FILTER_KEYS = Object.keys(VALUE_SCHEMAS) as ValueFilterKey[];

/** What a name whom a user acted as may be. */
export const NAME_SCHEMA = text;
