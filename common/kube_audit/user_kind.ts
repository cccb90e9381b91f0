/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Kinds of user that a Kubernetes audit record can name. */
export const USER_KINDS = [
  'person',
  'group_account',
  'service_account',
  'node',
  'system_component',
  'unauthenticated',
] as const;

export type UserKind = (typeof USER_KINDS)[number];

/** User name prefix of service accounts (Kubernetes: "Authenticating", service account tokens). */
export const SERVICE_ACCOUNT_PREFIX = 'system:serviceaccount:';

/** User name prefix of kubelets (Kubernetes: "Using Node Authorization"). */
export const NODE_PREFIX = 'system:node:';

/** User name prefix that Kubernetes keeps for itself. */
export const SYSTEM_PREFIX = 'system:';

/**
 * Kind of a user by its name.
 *
 * A name outside `system:` that is no group account counts as a person: OpenID Connect gives an e-mail
 * address, with or without a prefix (`oidc:alice@…`, `https://issuer#alice`), and a certificate made by
 * hand gives any name at all.
 *
 * @param name `user.username` of the record; absent or empty on a request that failed authentication
 * @param groupAccounts names that several persons share, such as `kubernetes-admin`
 */
export function toUserKind(name: string | undefined, groupAccounts: readonly string[]): UserKind {
  if (name === undefined || name === '') return 'unauthenticated';
  if (groupAccounts.includes(name)) return 'group_account';
  if (name.startsWith(SERVICE_ACCOUNT_PREFIX)) return 'service_account';
  if (name.startsWith(NODE_PREFIX)) return 'node';
  if (name.startsWith(SYSTEM_PREFIX)) return 'system_component';
  return 'person';
}
