/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent } from '../../../../common/api/kube_events';
import { toExecKind } from './exec_kind';

/** What a request asks the API server to do. `other`: a verb that no rule below knows. */
export type Action =
  | 'open_shell'
  | 'send_to_shell'
  | 'run_command'
  | 'run_unknown_command'
  | 'copy_from'
  | 'copy_to'
  | 'attach'
  | 'forward_port'
  | 'proxy'
  | 'add_debug_container'
  | 'read_logs'
  | 'evict'
  | 'bind_to_node'
  | 'mint_token'
  | 'scale'
  | 'decide_certificate'
  | 'ask_allowed_self'
  | 'ask_allowed_other'
  | 'ask_identity'
  | 'check_token'
  | 'read'
  | 'list'
  | 'watch'
  | 'create'
  | 'change'
  | 'replace'
  | 'delete'
  | 'delete_many'
  | 'call'
  | 'other';

const EXEC_ACTIONS = {
  interactive_shell: 'open_shell',
  shell_with_input: 'send_to_shell',
  copy_from_container: 'copy_from',
  copy_to_container: 'copy_to',
  command: 'run_command',
  unknown_command: 'run_unknown_command',
} as const;

/** Whatever the verb: it is `get` or `create` by the age of kubectl (Kubernetes 1.30 and 1.31). */
const BY_SUBRESOURCE: Readonly<Record<string, Action>> = {
  'pods/attach': 'attach',
  'pods/portforward': 'forward_port',
  'pods/proxy': 'proxy',
  'services/proxy': 'proxy',
  'nodes/proxy': 'proxy',
};

/** Keys are verb and resource without its API group, which `GROUPS` narrows where it matters. */
const BY_VERB_AND_RESOURCE: Readonly<Record<string, Action>> = {
  'patch pods/ephemeralcontainers': 'add_debug_container',
  'update pods/ephemeralcontainers': 'add_debug_container',
  'get pods/log': 'read_logs',
  'create pods/eviction': 'evict',
  'create pods/binding': 'bind_to_node',
  'create serviceaccounts/token': 'mint_token',
  'patch certificatesigningrequests/approval': 'decide_certificate',
  'update certificatesigningrequests/approval': 'decide_certificate',
  'create selfsubjectaccessreviews': 'ask_allowed_self',
  'create selfsubjectrulesreviews': 'ask_allowed_self',
  'create subjectaccessreviews': 'ask_allowed_other',
  'create localsubjectaccessreviews': 'ask_allowed_other',
  'create selfsubjectreviews': 'ask_identity',
  'create tokenreviews': 'check_token',
};

/** API groups of the resources above; the core group, which is absent, where none is given. */
const GROUPS: Readonly<Record<string, string>> = {
  certificatesigningrequests: 'certificates.k8s.io',
  selfsubjectaccessreviews: 'authorization.k8s.io',
  selfsubjectrulesreviews: 'authorization.k8s.io',
  subjectaccessreviews: 'authorization.k8s.io',
  localsubjectaccessreviews: 'authorization.k8s.io',
  selfsubjectreviews: 'authentication.k8s.io',
  tokenreviews: 'authentication.k8s.io',
};

const BY_VERB: Readonly<Record<string, Action>> = {
  get: 'read',
  list: 'list',
  watch: 'watch',
  create: 'create',
  patch: 'change',
  update: 'replace',
  delete: 'delete',
  deletecollection: 'delete_many',
};

/** Own keys only: a verb or a resource of the log may be called `constructor`. */
function lookUp(table: Readonly<Record<string, Action>>, key: string): Action | undefined {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
}

function toSpecialAction(event: KubeEvent, resource: string): Action | undefined {
  const { subresource, verb, apiGroup } = event;
  const expectedGroup = Object.prototype.hasOwnProperty.call(GROUPS, resource)
    ? GROUPS[resource]
    : undefined;
  const isScale = subresource === 'scale' && (verb === 'patch' || verb === 'update');
  if (isScale) return 'scale';
  if ((apiGroup || undefined) !== expectedGroup) return undefined;
  const qualified = subresource ? `${resource}/${subresource}` : resource;
  if (qualified === 'pods/exec') return EXEC_ACTIONS[toExecKind(event.streaming)];
  return lookUp(BY_SUBRESOURCE, qualified) ?? lookUp(BY_VERB_AND_RESOURCE, `${verb} ${qualified}`);
}

/**
 * A patch or an update of an object that is not there creates it (server-side apply), and the API server
 * answers 201 only then.
 */
function createdByWriting(event: KubeEvent): boolean {
  return (event.verb === 'patch' || event.verb === 'update') && event.code === 201;
}

/** Classifies a request by its resource first and its verb second. */
export function toAction(event: KubeEvent): Action {
  if (!event.resource) return event.requestUri ? 'call' : 'other';
  const special = toSpecialAction(event, event.resource);
  if (special) return special;
  if (createdByWriting(event)) return 'create';
  return lookUp(BY_VERB, event.verb) ?? 'other';
}
