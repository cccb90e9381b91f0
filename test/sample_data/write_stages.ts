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
function toReceivedObject(request: ApiRequest): AuditObjectRef | undefined {
  if (request.verb !== 'create' || request.subresource || !request.objectRef) {
    return request.objectRef;
  }
  const { name: _readLater, ...known } = request.objectRef;
  return known;
}

function toAnnotations(request: ApiRequest): Record<string, string> | undefined {
  const { decision } = request.outcome;
  if (!decision) return undefined;
  const allowed = decision === 'allow';
  return {
    'authorization.k8s.io/decision': decision,
    'authorization.k8s.io/reason': allowed ? (request.grant ?? request.by.grant) : '',
    ...request.annotations,
  };
}

function toDocument(request: ApiRequest, stage: AuditStage, at: Micros): AuditDocument {
  const received = stage === 'RequestReceived';
  const last = stage === 'ResponseComplete' || stage === 'Panic';
  const impersonated =
    received || (request.actsAsOnLastStageOnly && !last) ? undefined : request.actsAs;
  const objectRef = received ? toReceivedObject(request) : request.objectRef;
  const annotations = received ? undefined : toAnnotations(request);
  const bodies = last || request.outcome.status.code === 401;
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: request.level,
    auditID: request.auditId,
    stage,
    requestURI: request.uri,
    verb: request.verb,
    user: request.by.user,
    ...(impersonated && { impersonatedUser: impersonated }),
    sourceIPs: request.sourceIps ?? request.by.sourceIps,
    userAgent: request.userAgent ?? request.by.userAgent,
    ...(objectRef && { objectRef }),
    ...(!received && { responseStatus: request.outcome.status }),
    requestReceivedTimestamp: toReceivedText(request.at),
    ...(annotations && { annotations }),
    responseObject: bodies ? request.responseObject : 'none',
    requestObject: bodies ? request.requestObject : 'none',
    'cluster.name': request.cluster,
    '@timestamp': toStageText(at),
    tag: TAG,
  };
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
  const { at, endsAt, outcome } = request;
  if ((logsReceipt && outcome.status.code !== 401) || request.panics) {
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
    write(endsAt, toDocument(request, request.panics ? 'Panic' : 'ResponseComplete', endsAt));
  }
}
