/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Parts of a resource as `objectRef` holds them. */
export interface ResourceParts {
  resource: string;
  apiGroup?: string;
  subresource?: string;
}

/**
 * Writes a resource as kubectl and RBAC do: `pods`, `pods/exec`, `deployments.apps`,
 * `deployments.apps/scale`.
 */
export function toQualifiedResource({ resource, apiGroup, subresource }: ResourceParts): string {
  const group = apiGroup ? `.${apiGroup}` : '';
  return `${resource}${group}${subresource ? `/${subresource}` : ''}`;
}

/**
 * Reads {@link toQualifiedResource} back. Resource names hold neither dot nor slash (they are DNS
 * labels), so the first dot begins the group and the first slash the subresource.
 */
export function parseQualifiedResource(text: string): ResourceParts {
  const slash = text.indexOf('/');
  const head = slash < 0 ? text : text.slice(0, slash);
  const subresource = slash < 0 ? undefined : text.slice(slash + 1) || undefined;
  const dot = head.indexOf('.');
  return {
    resource: dot < 0 ? head : head.slice(0, dot),
    apiGroup: dot < 0 ? undefined : head.slice(dot + 1) || undefined,
    subresource,
  };
}
