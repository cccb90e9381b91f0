/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import type { AuditDocument, AuditObjectRef, AuditStage } from './audit_document';
import { toReceivedText, toStageText, type Micros } from './instants';

const TAG = 'kubeaudit.var.log.kubernetes.audit.kube-apiserver-audit.log';

/** From start to first byte of a stream, in microseconds. */
const STREAM_START = 2_600;

/** A create is logged on receipt before the body, which holds the name, has been read. */
function toReceivedObject({ spec, objectRef }: ApiRequest): AuditObjectRef | undefined {
  if (spec.verb !== 'create' || spec.subresource || !objectRef) {
    return objectRef;
  }
  const known = { ...objectRef };
  delete known.name;
  return known;
}

function toAnnotations(request: ApiRequest): Record<string, string> | undefined {
  const { decision } = request.outcome;
  if (!decision) return undefined;
  const reason = decision === 'allow' ? (request.spec.grant ?? request.spec.by.grant) : '';
  return { 'authorization.k8s.io/decision': decision, 'authorization.k8s.io/reason': reason };
}

function toDocument(request: ApiRequest, stage: AuditStage, at: Micros): AuditDocument {
  const { spec } = request;
  const received = stage === 'RequestReceived';
  const last = stage === 'ResponseComplete' || stage === 'Panic';
  const impersonated = received || (spec.actsAsOnLastStageOnly && !last) ? undefined : spec.actsAs;
  const objectRef = received ? toReceivedObject(request) : request.objectRef;
  const annotations = received ? undefined : toAnnotations(request);
  const bodies = last || request.outcome.status.code === 401;
  const document: AuditDocument = {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: request.level,
    auditID: request.auditId,
    stage,
    requestURI: request.uri,
    verb: spec.verb,
    user: spec.by.user,
    sourceIPs: spec.sourceIps ?? spec.by.sourceIps,
    userAgent: spec.userAgent ?? spec.by.userAgent,
    requestReceivedTimestamp: toReceivedText(request.at),
    responseObject: bodies ? request.responseObject : 'none',
    requestObject: bodies ? request.requestObject : 'none',
    'cluster.name': spec.cluster,
    '@timestamp': toStageText(at),
    tag: TAG,
  };
  // What does not apply is absent from a record, not empty.
  if (impersonated) document.impersonatedUser = impersonated;
  if (objectRef) document.objectRef = objectRef;
  if (!received) document.responseStatus = request.outcome.status;
  if (annotations) document.annotations = annotations;
  return document;
}

/**
 * Writes the documents of one request, as the API server logs its stages: a 401 only as
 * `ResponseStarted`, long-running requests at start and end, everything else at the end.
 *
 * @param logsReceipt whether the audit policy in force logs `RequestReceived` too
 */
export function writeStages(
  request: ApiRequest,
  logsReceipt: boolean,
  write: (at: Micros, source: AuditDocument) => void
): void {
  const { spec, at, endsAt, outcome } = request;
  if ((logsReceipt && outcome.status.code !== 401) || spec.panics) {
    write(at, toDocument(request, 'RequestReceived', at));
  }
  if (outcome.status.code === 401) {
    const refusedAt = endsAt ?? at;
    write(refusedAt, toDocument(request, 'ResponseStarted', refusedAt));
    return;
  }
  // A stream that was refused never started, so it is logged like any other request.
  if (request.longRunning && outcome.status.code < 400) {
    const startedAt = at + Math.min(STREAM_START, ((endsAt ?? at + STREAM_START) - at) / 2);
    write(Math.floor(startedAt), toDocument(request, 'ResponseStarted', Math.floor(startedAt)));
  }
  if (endsAt !== undefined) {
    write(endsAt, toDocument(request, spec.panics ? 'Panic' : 'ResponseComplete', endsAt));
  }
}
