/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { schema, type TypeOf } from '@osd/config-schema';
import { DEFAULT_KUBE_FIELDS, type KubeFieldName } from './kube_audit/record/fields';

/** A field name of the log: what a mapping can hold, never a wildcard. */
const fieldName = (defaultValue: string) =>
  schema.string({
    defaultValue,
    minLength: 1,
    maxLength: 256,
    validate: (value) => (/[*,\s]/.test(value) ? 'must be one field name' : undefined),
  });

const fieldNames = Object.fromEntries(
  Object.entries(DEFAULT_KUBE_FIELDS).map(([name, field]) => [name, fieldName(field)])
) as Record<KubeFieldName, ReturnType<typeof fieldName>>;

/** A part of a pattern, with or without a cluster, that stands for every index, or for none at all. */
const ALL_INDICES = /^\s*(?:[\w*-]+:)?(?:_all|\**)\s*$/;

/** An index pattern as OpenSearch takes it in a search. */
const indexPattern = (defaultValue: string) =>
  schema.string({
    defaultValue,
    minLength: 1,
    maxLength: 512,
    validate: (value) =>
      value.split(',').some((part) => ALL_INDICES.test(part)) || /[\s/#?"<>|\\]/.test(value)
        ? 'must name indices, such as kubeaudit*, and not all of them'
        : undefined,
  });

/**
 * Configuration below `auditUser`. Dashboards writes a plugin's whole configuration into the page for every
 * viewer: there is no secret in it and must never be.
 */
export const configSchema = schema.object({
  enabled: schema.boolean({ defaultValue: true }),
  kubeaudit: schema.object({
    indexPattern: indexPattern('kubeaudit*'),
    fields: schema.object(fieldNames),
  }),
  authlog: schema.object({ indexPattern: indexPattern('authlog*') }),
  /** Accounts that several persons use. */
  groupAccounts: schema.object({
    kubernetes: schema.arrayOf(schema.string({ minLength: 1 }), {
      defaultValue: ['kubernetes-admin', 'kubernetes-super-admin'],
      maxSize: 200,
    }),
  }),
  secrets: schema.object({
    /** Mask likely secrets in commands, URIs, messages and bodies. */
    mask: schema.boolean({ defaultValue: true }),
    /** Offer to show what is masked, one event at a time. */
    allowUnmask: schema.boolean({ defaultValue: true }),
  }),
  limits: schema.object({
    /** Time after which OpenSearch answers with what it has. */
    searchTimeoutMs: schema.number({ defaultValue: 15_000, min: 1_000, max: 25_000 }),
    /**
     * Records whose events are counted one by one; above it counts are approximate and say so. Each 10,000
     * cost one more search of OpenSearch and some 10 MB for a moment.
     */
    maxExactRecords: schema.number({ defaultValue: 30_000, min: 100, max: 200_000 }),
  }),
});

export type AuditUserConfig = TypeOf<typeof configSchema>;
