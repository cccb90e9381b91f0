/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditResponseStatus } from './audit_document';

/** How a request ended: what `responseStatus` and the decision annotation say. */
export interface ResponseOutcome {
  status: AuditResponseStatus;
  /** Absent when the request did not come as far as the authorizer. */
  decision?: 'allow' | 'forbid';
}

/** What a request asked for, as error messages word it. */
export interface RequestedObject {
  user?: string;
  verb: string;
  resource: string;
  apiGroup?: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

function success(code: number): ResponseOutcome {
  return { status: { metadata: {}, code }, decision: 'allow' };
}

export const OK = success(200);
export const CREATED = success(201);
/** An upgraded exec, attach or port-forward connection. */
export const SWITCHING_PROTOCOLS = success(101);

/** Any failure after the authorizer said yes. */
export function failure(
  code: number,
  reason: string,
  message: string,
  details: AuditResponseStatus['details'] = {}
): ResponseOutcome {
  return {
    status: { metadata: {}, status: 'Failure', message, reason, details, code },
    decision: 'allow',
  };
}

function toGroupResource(asked: RequestedObject): string {
  return asked.apiGroup ? `${asked.resource}.${asked.apiGroup}` : asked.resource;
}

function toDetails(asked: RequestedObject): AuditResponseStatus['details'] {
  return {
    ...(asked.name ? { name: asked.name } : {}),
    ...(asked.apiGroup ? { group: asked.apiGroup } : {}),
    kind: asked.resource,
  };
}

/** Refused by the authorizer: 403 with decision `forbid`. */
export function refusedByAuthorizer(asked: RequestedObject): ResponseOutcome {
  const object = asked.name ? `${toGroupResource(asked)} "${asked.name}"` : toGroupResource(asked);
  const resource = asked.subresource ? `${asked.resource}/${asked.subresource}` : asked.resource;
  const scope = asked.namespace ? `in the namespace "${asked.namespace}"` : 'at the cluster scope';
  const message = `${object} is forbidden: User "${asked.user}" cannot ${asked.verb} resource "${resource}" in API group "${asked.apiGroup ?? ''}" ${scope}`;
  return { ...failure(403, 'Forbidden', message, toDetails(asked)), decision: 'forbid' };
}

/** Refused by admission: also 403, but with decision `allow`; the message says by which check. */
export function refusedByAdmission(asked: RequestedObject, check: string): ResponseOutcome {
  const object = `${toGroupResource(asked)} "${asked.name ?? ''}"`;
  const message = check.startsWith('admission webhook')
    ? check
    : `${object} is forbidden: ${check}`;
  return failure(403, 'Forbidden', message, toDetails(asked));
}

export function notFound(asked: RequestedObject): ResponseOutcome {
  const message = `${toGroupResource(asked)} "${asked.name}" not found`;
  return failure(404, 'NotFound', message, toDetails(asked));
}

export function conflict(asked: RequestedObject): ResponseOutcome {
  const message = `Operation cannot be fulfilled on ${toGroupResource(asked)} "${asked.name}": the object has been modified; please apply your changes to the latest version and try again`;
  return failure(409, 'Conflict', message, toDetails(asked));
}

/** A bad or expired token: the record names no user and holds no decision. */
export const BAD_TOKEN: ResponseOutcome = {
  status: { metadata: {}, message: 'Authentication failed, attempted: bearer', code: 401 },
};

/** The same as newer API servers word it. */
export const UNAUTHORIZED: ResponseOutcome = {
  status: {
    metadata: {},
    status: 'Failure',
    message: 'Unauthorized',
    reason: 'Unauthorized',
    code: 401,
  },
};
