/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { KubeEvent } from '../../../../common/api/kube_events';
import { toQualifiedResource } from '../../../../common/kube_audit/qualified_resource';
import type { Action } from './action';

/** Actions whose words leave the subresource open, so that the object has to name it. */
const NAMES_SUBRESOURCE: ReadonlySet<Action> = new Set<Action>([
  'read',
  'list',
  'watch',
  'create',
  'change',
  'replace',
  'delete',
  'delete_many',
  'other',
]);

/** A namespace is recorded as being in itself; saying so would only puzzle. */
function isNamespaceItself({ resource, apiGroup, namespace, name }: KubeEvent): boolean {
  return resource === 'namespaces' && !apiGroup && namespace === name;
}

/**
 * Names what a request was about: `pods web-0 in production`, `nodes`, `/version`. A name may be missing
 * because the API server makes it up (`generateName`) or because the request was about many.
 */
export function describeObject(event: KubeEvent, action: Action): string | undefined {
  const { resource, apiGroup, subresource, name, namespace } = event;
  if (!resource) return event.requestUri.split('?')[0] || undefined;
  const shown = NAMES_SUBRESOURCE.has(action) ? subresource : undefined;
  const what = toQualifiedResource({ resource, apiGroup, subresource: shown });
  const named = name ? `${what} ${name}` : what;
  if (!namespace || isNamespaceItself(event)) return named;
  return i18n.translate('auditUser.eventWords.objectInNamespace', {
    defaultMessage: '{object} in {namespace}',
    values: { object: named, namespace },
  });
}
