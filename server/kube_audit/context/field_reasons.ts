/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { CompletenessReason } from '../../../common/api/completeness';
import type { KubeFilters } from '../../../common/api/kube_filters';
import { parseQualifiedResource } from '../../../common/kube_audit/qualified_resource';
import type { FieldCapabilities } from '../../search/scoped_search';
import {
  ESSENTIAL_FIELDS,
  KEYWORD_FIELDS,
  keywordOf,
  type KubeFieldName,
  type KubeFields,
} from '../record/fields';

/** Fields that each filter needs. */
const FIELDS_OF_FILTER: Record<keyof Omit<KubeFilters, 'exclude'>, readonly KubeFieldName[]> = {
  users: ['user'],
  userKinds: ['user'],
  clusters: ['cluster'],
  verbs: ['verb'],
  resources: ['resource'],
  namespaces: ['namespace'],
  names: ['name'],
  outcomes: ['code'],
  denials: ['decision'],
  sourceIps: ['sourceIps'],
  impersonated: ['impersonatedUser'],
};

/** Fields of which the capabilities are asked. */
export function inspectedFields(fields: KubeFields): string[] {
  const plain = Object.values(fields);
  return [...plain, ...KEYWORD_FIELDS.map((name) => keywordOf(fields[name]))];
}

const KEYWORD_FIELD_NAMES: readonly KubeFieldName[] = KEYWORD_FIELDS;

/**
 * What the visible fields say against an answer. A field that is hidden by field-level security filters to no
 * hits and aggregates to no buckets, without an error: only this comparison tells.
 *
 * @param recordsSeen whether the user sees any record at all; an empty index has no fields, and none is hidden
 */
export function fieldReasons(
  capabilities: FieldCapabilities,
  filters: KubeFilters,
  fields: KubeFields,
  recordsSeen: boolean
): CompletenessReason[] {
  if (!recordsSeen) return [];
  const { exclude = {}, ...include } = filters;
  const filterNames = [...Object.keys(include), ...Object.keys(exclude)];
  const needed = filterNames
    .filter((name): name is keyof typeof FIELDS_OF_FILTER => name in FIELDS_OF_FILTER)
    // No request was ever impersonated where the field does not exist: then the answer is right.
    .filter((name) => name !== 'impersonated')
    .flatMap((name) => FIELDS_OF_FILTER[name]);
  const resources = [...(include.resources ?? []), ...(exclude.resources ?? [])];
  needed.push(...resources.flatMap(fieldsOfResource));
  const names = [...new Set<KubeFieldName>([...ESSENTIAL_FIELDS, ...needed])];
  const absent = names.filter((name) => capabilities[fields[name]] === undefined);
  const reasons: CompletenessReason[] = [];
  if (absent.length > 0) {
    const list = absent.map((name) => fields[name]);
    reasons.push({
      code: 'fields_unavailable',
      source: 'kubeaudit',
      fields: list,
      message: `Hidden from you or not in the log: ${list.join(', ')}. Filters and counts by ${list.length > 1 ? 'these fields' : 'this field'} find nothing, whatever happened.`,
    });
  }
  reasons.push(...conflicts(capabilities, names, fields));
  return reasons;
}

/** Fields that some indices map in another way, so that sorting or filtering does not reach them there. */
function conflicts(
  capabilities: FieldCapabilities,
  names: readonly KubeFieldName[],
  fields: KubeFields
): CompletenessReason[] {
  const reasons: CompletenessReason[] = [];
  for (const name of new Set<KubeFieldName>([...names, ...KEYWORD_FIELD_NAMES])) {
    const types = capabilities[fields[name]];
    if (types === undefined) continue;
    const expected = expectedTypes(name);
    const unexpected = Object.keys(types).filter((type) => !expected.includes(type));
    const noKeyword =
      KEYWORD_FIELD_NAMES.includes(name) &&
      capabilities[keywordOf(fields[name])]?.keyword === undefined;
    if (unexpected.length === 0 && !noKeyword) continue;
    const indices = unexpected.flatMap((type) => types[type].indices ?? []);
    reasons.push({
      code: 'mapping_conflict',
      source: 'kubeaudit',
      fields: [fields[name]],
      indices,
      message: `The field ${fields[name]} is mapped as ${Object.keys(types).join(' and ')}${noKeyword ? ' without a keyword subfield' : ''}${indices.length > 0 ? ` (in ${indices.join(', ')})` : ''}: records there may be missing from filters, counts and order.`,
    });
  }
  return reasons;
}

/**
 * Further fields that a resource of a filter needs. Without them, `pods/exec` finds nothing even where the
 * field is only hidden; that no such request was ever made looks the same, and the message says either.
 */
function fieldsOfResource(text: string): KubeFieldName[] {
  const { apiGroup, subresource } = parseQualifiedResource(text);
  return [
    ...(apiGroup === undefined ? [] : (['apiGroup'] as const)),
    ...(subresource === undefined ? [] : (['subresource'] as const)),
  ];
}

/** Types under which a field works as this plugin uses it. `object` is a parent of subfields. */
function expectedTypes(name: KubeFieldName): readonly string[] {
  if (name === 'time' || name === 'receivedAt') return ['date'];
  if (name === 'code') return ['long', 'integer', 'short'];
  return ['text', 'unmapped', 'match_only_text'];
}
