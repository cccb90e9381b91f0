/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { anyOf, type Query } from '../../search/query_dsl';
import type { KubeFields, KeywordFieldName } from '../record/fields';
import { hasLongValue } from './value_query';

/** Fields that are counted or that make the key of an event, and can be longer than a keyword field takes. */
const COUNTED_FIELDS = [
  'auditId',
  'user',
  'cluster',
  'verb',
  'resource',
  'subresource',
  'apiGroup',
  'namespace',
  'name',
  'impersonatedUser',
] as const satisfies readonly KeywordFieldName[];

/**
 * Records that aggregations would skip or mistake, since a value is longer than its keyword field takes. They
 * are read by themselves, so that none vanishes from a count.
 */
export function longValueQuery(fields: KubeFields): Query {
  return anyOf(COUNTED_FIELDS.map((name) => hasLongValue(fields[name])));
}
