/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What a test says of a record; everything else is as usual. */
export interface RecordOptions {
  auditId?: string;
  /** Receipt time, with microseconds. */
  at?: string;
  /** Time of the stage; a moment after the receipt when missing. */
  time?: string;
  stage?: string;
  /** null: no user at all, as on a 401. */
  user?: string | null;
  impersonated?: string;
  cluster?: string;
  verb?: string;
  resource?: string | null;
  apiGroup?: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  /** null: no response yet. */
  code?: number | null;
  decision?: string | null;
  message?: string;
  uri?: string;
  sourceIps?: string[];
  /** Set or replaced in the document as it is. */
  more?: Record<string, unknown>;
}

let counter = 0;

/** A fresh audit id of the usual form. */
export function newAuditId(): string {
  counter += 1;
  return `5325e2ba-4acf-48e7-a33d-${String(counter).padStart(12, '0')}`;
}

/** A record in the exact shape in which the platform ships it. */
export function auditRecord(options: RecordOptions = {}): Record<string, unknown> {
  const {
    auditId = newAuditId(),
    at = '2026-01-27T10:00:00.100000Z',
    stage = 'ResponseComplete',
    user = 'alice@example.com',
    cluster = 'prod-wc',
    verb = 'get',
    resource = 'pods',
    namespace = 'production',
    name,
    code = 200,
    decision = 'allow',
    sourceIps = ['198.51.100.7'],
  } = options;
  const { apiGroup, subresource, impersonated, message, more = {} } = options;
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Request',
    auditID: auditId,
    stage,
    requestURI: options.uri ?? `/api/v1/namespaces/${namespace}/${resource ?? ''}`,
    verb,
    user: user === null ? {} : { username: user, groups: ['system:authenticated'] },
    ...(impersonated ? { impersonatedUser: { username: impersonated } } : {}),
    sourceIPs: sourceIps,
    userAgent: 'kubectl/v1.33.3 (linux/amd64) kubernetes/80779bd',
    ...(resource === null
      ? {}
      : { objectRef: { resource, namespace, apiVersion: 'v1', name, apiGroup, subresource } }),
    ...(code === null ? {} : { responseStatus: { metadata: {}, code, message } }),
    requestReceivedTimestamp: at,
    ...(decision === null ? {} : { annotations: { 'authorization.k8s.io/decision': decision } }),
    responseObject: 'none',
    requestObject: 'none',
    'cluster.name': cluster,
    '@timestamp': options.time ?? at.replace(/Z$/, '000+00:00'),
    tag: 'kubeaudit.var.log.kubernetes.audit.kube-apiserver-audit.log',
    ...more,
  };
}
