/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditLevel, AuditObjectRef, AuditUser } from './audit_document';
import type { ClusterName } from './clusters';
import type { Identity } from './identity';
import type { Micros } from './instants';
import { MILLISECOND, toSecondText } from './instants';
import type { Random } from './random';
import { toApiPath, toGroupVersion, toResourceKind, type ResourceKind } from './resources';
import {
  CREATED,
  OK,
  SWITCHING_PROTOCOLS,
  type RequestedObject,
  type ResponseOutcome,
} from './response_status';

/** What somebody asks of the API server, before it is written down as stages. */
export interface RequestSpec {
  cluster: ClusterName;
  at: Micros;
  by: Identity;
  verb: string;
  /** `pods`, `deployments.apps`; absent for URLs that name no resource. */
  resource?: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  /** Query part of the URI, without the question mark. */
  query?: string;
  /** The URI of a request that names no resource. */
  path?: string;
  /** What the URI leaves open: `metadata.generateName` names the object, so it has no name yet. */
  generateName?: string;
  /** How it ended, told what was asked; success when absent. */
  ends?: ResponseOutcome | ((asked: RequestedObject) => ResponseOutcome);
  /** `never_logged`: an open session, of whose end the log holds nothing. */
  durationMs?: number | 'never_logged';
  /** JSON text of the request's body, when the default will not do. */
  body?: string;
  /** JSON text of the answer's body, when the default will not do. */
  responseBody?: string;
  actsAs?: AuditUser;
  /** Write `impersonatedUser` on the last stage only, as happens. */
  actsAsOnLastStageOnly?: boolean;
  sourceIps?: string[];
  userAgent?: string;
  /** An `Audit-ID` header of the client's own making. */
  auditId?: string;
  /** The API server's handler died: the last stage is `Panic`. */
  panics?: boolean;
  grant?: string;
  /** In plain words, for the story's listing; not in the documents. */
  told?: string;
}

/** One API request with all that its stages have in common. */
export interface ApiRequest {
  spec: RequestSpec;
  auditId: string;
  at: Micros;
  uri: string;
  /** Undefined when its end is not logged. */
  endsAt: Micros | undefined;
  objectRef?: AuditObjectRef;
  outcome: ResponseOutcome;
  level: AuditLevel;
  longRunning: boolean;
  requestObject: string;
  responseObject: string;
}

const LONG_RUNNING_SUBRESOURCES = new Set(['exec', 'attach', 'portforward', 'proxy', 'log']);
const UPGRADED_SUBRESOURCES = new Set(['exec', 'attach', 'portforward']);
const READ_VERBS = new Set(['get', 'list', 'watch']);

/** Logged without bodies, since the bodies are what is to be kept secret. */
const METADATA_ONLY = new Set(['secrets', 'configmaps', 'serviceaccounts/token', 'tokenreviews']);

const NO_BODIES = { requestObject: 'none', responseObject: 'none' };

function toUri(spec: RequestSpec, kind: ResourceKind | undefined): string {
  if (!kind) return spec.path ?? '/';
  const scope = spec.namespace ? `/namespaces/${spec.namespace}` : '';
  const object = spec.name && !namesItselfInBody(spec) ? `/${spec.name}` : '';
  const part = spec.subresource ? `/${spec.subresource}` : '';
  const query = spec.query ? `?${spec.query}` : '';
  return `${toApiPath(kind)}${scope}/${kind.resource}${object}${part}${query}`;
}

/** A create names its object in the body, not in the URI, unless it is of a subresource. */
function namesItselfInBody(spec: RequestSpec): boolean {
  return spec.verb === 'create' && spec.subresource === undefined;
}

function toLevel(spec: RequestSpec, kind: ResourceKind | undefined): AuditLevel {
  if (!kind) return 'Metadata';
  const written = spec.subresource ? `${kind.resource}/${spec.subresource}` : kind.resource;
  if (METADATA_ONLY.has(written) || spec.subresource === 'log') return 'Metadata';
  return READ_VERBS.has(spec.verb) && !kind.custom ? 'Request' : 'RequestResponse';
}

function toSuccess(spec: RequestSpec): ResponseOutcome {
  if (spec.subresource && UPGRADED_SUBRESOURCES.has(spec.subresource)) return SWITCHING_PROTOCOLS;
  return spec.verb === 'create' ? CREATED : OK;
}

function toRequestBody(spec: RequestSpec, kind: ResourceKind): string {
  if (spec.body) return spec.body;
  if (spec.verb === 'delete' || spec.verb === 'deletecollection') {
    return '{"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"Background"}';
  }
  const named = spec.generateName
    ? `"generateName":"${spec.generateName}"`
    : `"name":"${spec.name ?? ''}"`;
  const namespace = spec.namespace ? `,"namespace":"${spec.namespace}"` : '';
  return `{"kind":"${kind.kind}","apiVersion":"${toGroupVersion(kind)}","metadata":{${named}${namespace}}}`;
}

function toResponseBody(spec: RequestSpec, kind: ResourceKind, random: Random): string {
  const list = spec.verb === 'list';
  const namespace = spec.namespace ? `,"namespace":"${spec.namespace}"` : '';
  const name = list ? '' : `"name":"${spec.name ?? `${spec.generateName}${random.hex(5)}`}"`;
  const version = `"resourceVersion":"${random.int(250_000_000, 259_999_999)}"`;
  const metadata = list
    ? `{${version}}`
    : `{${name}${namespace},"uid":"${random.uuid()}",${version},"creationTimestamp":"${toSecondText(spec.at)}"}`;
  return `{"kind":"${kind.kind}${list ? 'List' : ''}","apiVersion":"${toGroupVersion(kind)}","metadata":${metadata}${list ? ',"items":[]' : ''}}`;
}

function toBodies(
  spec: RequestSpec,
  kind: ResourceKind | undefined,
  level: AuditLevel,
  outcome: ResponseOutcome,
  random: Random
): Pick<ApiRequest, 'requestObject' | 'responseObject'> {
  const streams = spec.subresource !== undefined && UPGRADED_SUBRESOURCES.has(spec.subresource);
  if (!kind || level !== 'RequestResponse' || streams) {
    return NO_BODIES;
  }
  const failed = outcome.status.code >= 400;
  // The body is read after authorization: a request refused there is logged without it.
  const read = !READ_VERBS.has(spec.verb) && outcome.decision === 'allow';
  return {
    requestObject: read ? toRequestBody(spec, kind) : 'none',
    responseObject: failed
      ? JSON.stringify({ kind: 'Status', apiVersion: 'v1', ...outcome.status })
      : (spec.responseBody ?? toResponseBody(spec, kind, random)),
  };
}

function toObjectRef(spec: RequestSpec, kind: ResourceKind): AuditObjectRef {
  const objectRef: AuditObjectRef = { resource: kind.resource, apiVersion: kind.apiVersion };
  if (spec.namespace) objectRef.namespace = spec.namespace;
  if (spec.name) objectRef.name = spec.name;
  if (kind.apiGroup) objectRef.apiGroup = kind.apiGroup;
  if (spec.subresource) objectRef.subresource = spec.subresource;
  return objectRef;
}

/** Works out all that a record of the request says. */
export function toApiRequest(spec: RequestSpec, random: Random): ApiRequest {
  const kind = spec.resource === undefined ? undefined : toResourceKind(spec.resource);
  const asked: RequestedObject = {
    user: spec.actsAs?.username ?? spec.by.user.username,
    verb: spec.verb,
    resource: kind?.resource ?? '',
    apiGroup: kind?.apiGroup,
    subresource: spec.subresource,
    namespace: spec.namespace,
    name: spec.name,
  };
  const outcome =
    typeof spec.ends === 'function' ? spec.ends(asked) : (spec.ends ?? toSuccess(spec));
  const level = toLevel(spec, kind);
  const upgraded =
    spec.subresource !== undefined && LONG_RUNNING_SUBRESOURCES.has(spec.subresource);
  const micros =
    spec.durationMs === undefined
      ? random.int(900, 19_000)
      : spec.durationMs === 'never_logged'
        ? undefined
        : Math.round(spec.durationMs * MILLISECOND);
  const bodies = toBodies(spec, kind, level, outcome, random);
  return {
    spec,
    at: spec.at,
    auditId: spec.auditId ?? random.uuid(),
    uri: toUri(spec, kind),
    endsAt: micros === undefined ? undefined : spec.at + micros,
    objectRef: kind && toObjectRef(spec, kind),
    outcome,
    level,
    longRunning: upgraded || spec.verb === 'watch',
    requestObject: bodies.requestObject,
    responseObject: bodies.responseObject,
  };
}
