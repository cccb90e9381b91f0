/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { toExecQuery } from './exec_query';
import { MAJA } from './persons';
import type { ScriptedAsk } from './script';

/** The namespace of another team, whose customers' data is taken. */
export const STORY_NAMESPACE = 'payments';
/** The pod whose data is taken. */
export const DATABASE = 'payments-db-0';

/** An address that nobody else of the sample has: she was not in the office that evening. */
export const UNUSUAL_ADDRESS = '203.0.113.77';

/** A made-up password, in the argument of an exec, so that the product has something to mask. */
export const STORY_PASSWORD = 'Hjortron-4711-demo';

/** What lets every developer look at most things in every namespace. */
export const VIEW =
  'RBAC: allowed by ClusterRoleBinding "developers-view" of ClusterRole "view" to Group "welkin-users"';
/** What lets everybody ask what they may do. */
export const SELF_REVIEW =
  'RBAC: allowed by ClusterRoleBinding "system:basic-user" of ClusterRole "system:basic-user" to Group "system:authenticated"';
/** What lets her do as she likes, once she has been given the binding. */
export const GRANTED = `RBAC: allowed by RoleBinding "payments-debug/payments" of ClusterRole "admin" to User "${MAJA.email}"`;

/** An exec without stdin, as of `kubectl exec pod -- command`. */
export function exec(
  name: string,
  command: string[],
  told: string,
  more: Partial<ScriptedAsk> = {}
): ScriptedAsk {
  const container = name.replace(/-\d+$/, '');
  const query = toExecQuery(command, { container });
  return {
    verb: 'get',
    resource: 'pods',
    subresource: 'exec',
    namespace: STORY_NAMESPACE,
    name,
    query,
    told,
    ...more,
  };
}

/** A list of one kind of object in the namespace. */
export const list = (
  resource: string,
  told: string,
  more: Partial<ScriptedAsk> = {}
): ScriptedAsk => ({
  verb: 'list',
  resource,
  namespace: STORY_NAMESPACE,
  query: 'limit=500',
  told,
  ...more,
});

/** A read of one object in the namespace. */
export const get = (
  resource: string,
  name: string,
  told: string,
  more: Partial<ScriptedAsk> = {}
): ScriptedAsk => ({
  verb: 'get',
  resource,
  namespace: STORY_NAMESPACE,
  name,
  told,
  ...more,
});
