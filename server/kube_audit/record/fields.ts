/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Fields of a Kubernetes audit record as OpenSearch names them: the only table of them, and the default of
 * the configuration (`auditUser.kubeaudit.fields`). Source: Kubernetes `audit.k8s.io/v1` Event, as fluentd
 * of Welkin ships it (`stageTimestamp` becomes `@timestamp`, `cluster.name` is added).
 */
export const DEFAULT_KUBE_FIELDS = {
  time: '@timestamp',
  receivedAt: 'requestReceivedTimestamp',
  auditId: 'auditID',
  stage: 'stage',
  verb: 'verb',
  requestUri: 'requestURI',
  userAgent: 'userAgent',
  sourceIps: 'sourceIPs',
  user: 'user.username',
  groups: 'user.groups',
  credentialId: 'user.extra.authentication.kubernetes.io/credential-id',
  impersonatedUser: 'impersonatedUser.username',
  cluster: 'cluster.name',
  resource: 'objectRef.resource',
  subresource: 'objectRef.subresource',
  apiGroup: 'objectRef.apiGroup',
  namespace: 'objectRef.namespace',
  name: 'objectRef.name',
  code: 'responseStatus.code',
  message: 'responseStatus.message',
  decision: 'annotations.authorization.k8s.io/decision',
  reason: 'annotations.authorization.k8s.io/reason',
  requestObject: 'requestObject',
  responseObject: 'responseObject',
} as const;

export type KubeFieldName = keyof typeof DEFAULT_KUBE_FIELDS;

/** Name of each field in the indices of this site. */
export type KubeFields = Record<KubeFieldName, string>;

/** Text fields that are filtered and counted, through their keyword subfield. */
export const KEYWORD_FIELDS = [
  'auditId',
  'stage',
  'verb',
  'sourceIps',
  'user',
  'impersonatedUser',
  'cluster',
  'resource',
  'subresource',
  'apiGroup',
  'namespace',
  'name',
  'decision',
] as const satisfies readonly KubeFieldName[];

export type KeywordFieldName = (typeof KEYWORD_FIELDS)[number];

/** Every record of the API server has these; one of them missing from all records means it is hidden. */
export const ESSENTIAL_FIELDS = [
  'time',
  'receivedAt',
  'auditId',
  'stage',
  'verb',
  'user',
  'code',
  'cluster',
] as const satisfies readonly KubeFieldName[];

/** OpenSearch's dynamic mapping leaves values above this length out of the keyword subfield. */
export const KEYWORD_IGNORE_ABOVE = 256;

/** The keyword subfield of a text field under dynamic mapping. */
export function keywordOf(field: string): string {
  return `${field}.keyword`;
}
