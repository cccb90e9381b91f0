/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { randomBytes } from 'crypto';
import { Certificates } from './certificates';

/** What a role may do in some indices, in the words of the security plugin. */
export interface IndexPermission {
  readonly index_patterns: readonly string[];
  readonly allowed_actions: readonly string[];
  /** Document-level security: a query in JSON that every visible document matches. */
  readonly dls?: string;
  /** Field-level security: the visible fields, or with a tilde in front the hidden ones. */
  readonly fls?: readonly string[];
  readonly masked_fields?: readonly string[];
}

/** A role, in the words of the security plugin. */
export interface RoleDefinition {
  readonly cluster_permissions?: readonly string[];
  readonly index_permissions?: readonly IndexPermission[];
}

/** A user to be made. */
export interface UserDefinition {
  readonly name: string;
  /** Own roles, or the plugin's, such as `readall` and `kibana_server`. */
  readonly roles: readonly string[];
}

/** How an instance with the security plugin is set up. */
export interface SecurityOptions {
  readonly roles?: Readonly<Record<string, RoleDefinition>>;
  /** Besides `admin`, who is always there and has `all_access`. */
  readonly users?: readonly UserDefinition[];
  /** Whether a search over allowed and forbidden indices answers from the allowed ones alone. */
  readonly doNotFailOnForbidden?: boolean;
  /** Whether HTTP is encrypted. It is plain when missing, being on loopback. */
  readonly httpTls?: boolean;
}

/** A user of a running instance. */
export interface OpenSearchUser {
  readonly name: string;
  /** New for each instance. */
  readonly password: string;
  readonly roles: readonly string[];
}

/** The user that always exists. */
export const ADMIN_USER = 'admin';

/**
 * The least that a reader of the audit logs needs, as it was tried right by right: searching with
 * all aggregations, `_msearch`, field caps, and a point in time.
 */
export const AUDIT_READER_ROLE: RoleDefinition = {
  // Checked at the level of the cluster first, and then each item as a search.
  cluster_permissions: ['indices:data/read/msearch'],
  index_permissions: [
    {
      index_patterns: ['kubeaudit*', 'authlog*'],
      allowed_actions: [
        'indices:data/read/search',
        'indices:data/read/msearch',
        // Without the star field caps answers 200 with no fields.
        'indices:data/read/field_caps*',
        'indices:data/read/point_in_time/create',
        'indices:data/read/point_in_time/delete',
      ],
    },
  ],
};

const DIRECTORY = ['audit-user-directory*'];

/** Reads the directory of keys and persons (docs/security.md). */
export const DIRECTORY_READER_ROLE: RoleDefinition = {
  cluster_permissions: ['indices:data/read/msearch'],
  index_permissions: [
    {
      index_patterns: DIRECTORY,
      allowed_actions: ['indices:data/read/search', 'indices:data/read/msearch'],
    },
  ],
};

/** Adds to the directory, and makes its index; changes and deletes nothing (docs/security.md). */
export const DIRECTORY_EDITOR_ROLE: RoleDefinition = {
  cluster_permissions: ['indices:data/read/msearch', 'indices:data/write/bulk'],
  index_permissions: [
    {
      index_patterns: DIRECTORY,
      allowed_actions: [
        'indices:data/read/search',
        'indices:data/read/msearch',
        'indices:admin/create',
        'indices:data/write/bulk*',
        'indices:data/write/index',
      ],
    },
  ],
};

const REVIEWS = ['audit-user-reviews*'];

/** Reads signed log reviews (docs/security.md). */
export const REVIEW_READER_ROLE: RoleDefinition = {
  cluster_permissions: ['indices:data/read/msearch'],
  index_permissions: [
    {
      index_patterns: REVIEWS,
      allowed_actions: ['indices:data/read/search', 'indices:data/read/msearch'],
    },
  ],
};

/** Signs log reviews, and makes their index; updates and deletes nothing (docs/security.md). */
export const REVIEW_SIGNER_ROLE: RoleDefinition = {
  cluster_permissions: ['indices:data/read/msearch', 'indices:data/write/bulk'],
  index_permissions: [
    {
      index_patterns: REVIEWS,
      allowed_actions: [
        'indices:data/read/search',
        'indices:data/read/msearch',
        'indices:admin/create',
        'indices:data/write/bulk*',
        'indices:data/write/index',
      ],
    },
  ],
};

const ACCESS = ['audit-user-access*'];

/** Records that its user looked, and makes the index; reads, changes and deletes nothing (docs/security.md). */
export const ACCESS_RECORDER_ROLE: RoleDefinition = {
  cluster_permissions: ['indices:data/write/bulk'],
  index_permissions: [
    {
      index_patterns: ACCESS,
      allowed_actions: [
        'indices:admin/create',
        'indices:data/write/bulk*',
        'indices:data/write/index',
      ],
    },
  ],
};

/** Reads who looked (docs/security.md). */
export const ACCESS_LOG_READER_ROLE: RoleDefinition = {
  cluster_permissions: ['indices:data/read/msearch'],
  index_permissions: [
    {
      index_patterns: ACCESS,
      allowed_actions: ['indices:data/read/search', 'indices:data/read/msearch'],
    },
  ],
};

/**
 * Gives every user a password.
 *
 * @param options - the users that are wanted.
 * @returns `admin` and the wanted users, each with a random password of 144 bits.
 * @throws Error when a name is there twice.
 */
export function createUsers(options: SecurityOptions): OpenSearchUser[] {
  const definitions = [{ name: ADMIN_USER, roles: ['all_access'] }, ...(options.users ?? [])];
  const names = definitions.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`The user ${twice} is defined twice.`);
  return definitions.map((definition) => ({
    ...definition,
    password: randomBytes(18).toString('base64url'),
  }));
}

const file = (type: string, content: object): string =>
  `${JSON.stringify({ _meta: { type, config_version: 2 }, ...content }, null, 2)}\n`;

const mapping = (users: readonly OpenSearchUser[]): Record<string, { users: string[] }> => {
  const byRole = new Map<string, string[]>();
  for (const { name, roles } of users) {
    for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  return Object.fromEntries([...byRole].map(([role, names]) => [role, { users: names }]));
};

/**
 * Builds the files from which the security plugin fills its index at the first start.
 *
 * @param options - roles and behaviour.
 * @param users - every user.
 * @param hashes - the hash of each user's password, in the same order.
 * @returns the text of each file by its name; JSON, which is YAML too.
 */
export function securityFiles(
  options: SecurityOptions,
  users: readonly OpenSearchUser[],
  hashes: readonly string[]
): Record<string, string> {
  const dynamic = {
    do_not_fail_on_forbidden: options.doNotFailOnForbidden ?? false,
    kibana: { multitenancy_enabled: false, server_username: 'kibanaserver' },
    http: { anonymous_auth_enabled: false, xff: { enabled: false } },
    authc: {
      basic_internal: {
        http_enabled: true,
        transport_enabled: true,
        order: 0,
        http_authenticator: { type: 'basic', challenge: false },
        authentication_backend: { type: 'intern' },
      },
    },
    authz: {},
  };
  return {
    'config.yml': file('config', { config: { dynamic } }),
    'roles.yml': file('roles', options.roles ?? {}),
    'roles_mapping.yml': file('rolesmapping', mapping(users)),
    'internal_users.yml': file(
      'internalusers',
      Object.fromEntries(users.map(({ name }, at) => [name, { hash: hashes[at] }]))
    ),
    'action_groups.yml': file('actiongroups', {}),
    'tenants.yml': file('tenants', {}),
    'nodes_dn.yml': file('nodesdn', {}),
    'allowlist.yml': file('allowlist', { config: { enabled: false, requests: {} } }),
    'audit.yml': file('audit', { config: { enabled: false } }),
  };
}

/**
 * Builds the settings of the security plugin.
 *
 * @param certificates - used between nodes, where the plugin insists on it, and for HTTP if wanted.
 * @param httpTls - whether HTTP is encrypted.
 * @returns lines for `opensearch.yml`.
 */
export function securitySettings(
  certificates: Certificates,
  httpTls: boolean
): Record<string, string | boolean> {
  const stores = (layer: 'transport' | 'http') => ({
    [`plugins.security.ssl.${layer}.keystore_type`]: 'PKCS12',
    [`plugins.security.ssl.${layer}.keystore_filepath`]: certificates.keyStore,
    [`plugins.security.ssl.${layer}.keystore_password`]: certificates.password,
    [`plugins.security.ssl.${layer}.truststore_type`]: 'PKCS12',
    [`plugins.security.ssl.${layer}.truststore_filepath`]: certificates.trustStore,
    [`plugins.security.ssl.${layer}.truststore_password`]: certificates.password,
  });
  return {
    ...stores('transport'),
    'plugins.security.ssl.transport.enforce_hostname_verification': false,
    'plugins.security.ssl.http.enabled': httpTls,
    ...(httpTls ? stores('http') : {}),
    // Audits nothing; without a type it would complain that it has no place to write to.
    'plugins.security.audit.type': 'noop',
    // Makes the hashes of masked fields; it has 16 characters.
    'plugins.security.compliance.salt': randomBytes(8).toString('hex'),
    'plugins.security.allow_default_init_securityindex': true,
    // Lets a test change roles and users of a running instance as admin.
    'plugins.security.restapi.roles_enabled': 'all_access',
  };
}
