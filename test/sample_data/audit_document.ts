/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A user as the API server records it; `{}` when authentication failed. */
export interface AuditUser {
  username?: string;
  uid?: string;
  groups?: string[];
  extra?: Record<string, string[]>;
}

export interface AuditObjectRef {
  resource: string;
  namespace?: string;
  name?: string;
  apiGroup?: string;
  apiVersion: string;
  subresource?: string;
}

export interface AuditResponseStatus {
  metadata: Record<string, never>;
  status?: string;
  message?: string;
  reason?: string;
  details?: { name?: string; group?: string; kind?: string; retryAfterSeconds?: number };
  code: number;
}

export type AuditStage = 'RequestReceived' | 'ResponseStarted' | 'ResponseComplete' | 'Panic';

export type AuditLevel = 'Metadata' | 'Request' | 'RequestResponse';

/** One document of `kubeaudit*`: one stage of one API request. */
export interface AuditDocument {
  kind: 'Event';
  apiVersion: 'audit.k8s.io/v1';
  level: AuditLevel;
  auditID: string;
  stage: AuditStage;
  requestURI: string;
  verb: string;
  user: AuditUser;
  impersonatedUser?: AuditUser;
  sourceIPs: string[];
  userAgent: string;
  objectRef?: AuditObjectRef;
  responseStatus?: AuditResponseStatus;
  requestReceivedTimestamp: string;
  annotations?: Record<string, string>;
  /** JSON text, or the word `none`. */
  responseObject: string;
  requestObject: string;
  'cluster.name': string;
  '@timestamp': string;
  tag: 'kubeaudit.var.log.kubernetes.audit.kube-apiserver-audit.log';
}
