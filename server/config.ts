/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { schema, type TypeOf } from '@osd/config-schema';
import { DIRECTORY_KINDS } from '../common/api/directory';
import { accessLogConfig } from './access_log/access_log_config';
import { DEFAULT_KUBE_FIELDS, type KubeFieldName } from './kube_audit/record/fields';
import { reviewConfig } from './review/review_config';

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

/** An IANA zone that this server knows. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const instant = () =>
  schema.string({
    maxLength: 64,
    validate: (value) =>
      /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value))
        ? undefined
        : 'must be an ISO 8601 instant with a zone',
  });

/** First users of the images that clouds and distributions ship, and root. */
const DEFAULT_SSH_GROUP_ACCOUNTS = [
  'ubuntu',
  'root',
  'debian',
  'admin',
  'centos',
  'rocky',
  'almalinux',
  'fedora',
  'ec2-user',
  'cloud-user',
  'core',
  'opensuse',
  'flatcar',
];

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
  authlog: schema.object({
    indexPattern: indexPattern('authlog*'),
    /** Zone of the nodes' clocks, for lines with traditional time stamps, which name none. */
    timeZone: schema.string({
      defaultValue: 'UTC',
      maxLength: 64,
      validate: (value) => (isTimeZone(value) ? undefined : 'must be an IANA time zone'),
    }),
  }),
  /** Accounts that several persons use. */
  groupAccounts: schema.object({
    kubernetes: schema.arrayOf(schema.string({ minLength: 1 }), {
      defaultValue: ['kubernetes-admin', 'kubernetes-super-admin'],
      maxSize: 200,
    }),
    /** Accounts of the nodes: the usual ones of cloud images, which several administrators share. */
    ssh: schema.arrayOf(schema.string({ minLength: 1 }), {
      defaultValue: DEFAULT_SSH_GROUP_ACCOUNTS,
      maxSize: 200,
    }),
    /**
     * Fingerprints of the certificate authorities whose certificate ids name persons. Empty: every authority
     * that sshd accepted, also one that an account's own authorized_keys may name.
     */
    certificateAuthorities: schema.arrayOf(schema.string({ minLength: 1 }), {
      defaultValue: [],
      maxSize: 200,
    }),
    /** Addresses of hosts, besides those that the kubelets' own requests show. */
    hosts: schema.arrayOf(
      schema.object({
        cluster: schema.string({ minLength: 1 }),
        host: schema.string({ minLength: 1 }),
        addresses: schema.arrayOf(schema.string({ minLength: 1 }), { minSize: 1, maxSize: 50 }),
      }),
      { defaultValue: [], maxSize: 5_000 }
    ),
  }),
  /** Which key, certificate, credential, account or address belongs to which person. */
  directory: schema.object({
    index: schema.string({
      defaultValue: 'audit-user-directory',
      maxLength: 200,
      validate: (value) =>
        /^[a-z0-9.][a-z0-9._-]*$/.test(value) ? undefined : 'must be the name of one index',
    }),
    /** Entries that are there from the start. Every viewer's page holds them: see above. */
    seed: schema.arrayOf(
      schema.object({
        person: schema.maybe(schema.string({ minLength: 1, maxLength: 320 })),
        kind: schema.string({
          validate: (value) =>
            (DIRECTORY_KINDS as readonly string[]).includes(value)
              ? undefined
              : `must be one of ${DIRECTORY_KINDS.join(', ')}`,
        }),
        value: schema.string({ minLength: 1, maxLength: 4096 }),
        shared: schema.boolean({ defaultValue: false }),
        validFrom: schema.maybe(instant()),
        validTo: schema.maybe(instant()),
        note: schema.maybe(schema.string({ maxLength: 2000 })),
      }),
      { defaultValue: [], maxSize: 10_000 }
    ),
  }),
  /** The regular review of the logs: what it looks at, how often, and where it is kept. */
  review: reviewConfig,
  /** Whether, and where, it is recorded who looks at whom. */
  accessLog: accessLogConfig,
  secrets: schema.object({
    /** Mask likely secrets in commands, URIs, messages and bodies. */
    mask: schema.boolean({ defaultValue: true }),
    /** Offer to show what is masked, one event at a time. */
    allowUnmask: schema.boolean({ defaultValue: true }),
  }),
  limits: schema.object({
    /** Time after which OpenSearch answers with what it has. */
    searchTimeoutMs: schema.number({ defaultValue: 15_000, min: 1_000, max: 25_000 }),
    /** Lines of authlog that are read for one answer; of more, the newest. A million takes some 20 s. */
    maxAuthlogLines: schema.number({ defaultValue: 1_000_000, min: 1_000, max: 5_000_000 }),
    /** Questions that read authlog as a whole at once, of all users; each holds up to some 400 MB for a million lines. */
    maxConcurrentScans: schema.number({ defaultValue: 2, min: 1, max: 20 }),
    /** Hours before a period whose lines are read too, since what was begun then may act in it. */
    authlogLookbackHours: schema.number({ defaultValue: 24, min: 0, max: 720 }),
    /** Days around a period in which logins and their ends are looked for. */
    sessionLookbackDays: schema.number({ defaultValue: 14, min: 0, max: 400 }),
    /** Kubernetes events of group accounts, or of one person, that are read one by one for one answer. */
    maxListedEvents: schema.number({ defaultValue: 20_000, min: 100, max: 100_000 }),
    /** Records of one evidence package; more are refused, never cut. */
    maxEvidenceRecords: schema.number({ defaultValue: 2_000_000, min: 1_000, max: 20_000_000 }),
    /** Evidence packages that are made at once, of all users. */
    maxConcurrentExports: schema.number({ defaultValue: 2, min: 1, max: 20 }),
    /**
     * Records whose events are counted one by one; above it counts are approximate and say so. Each 10,000
     * cost one more search of OpenSearch and some 10 MB for a moment.
     */
    maxExactRecords: schema.number({ defaultValue: 30_000, min: 100, max: 200_000 }),
  }),
});

export type AuditUserConfig = TypeOf<typeof configSchema>;
