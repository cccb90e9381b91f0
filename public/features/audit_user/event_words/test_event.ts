/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeEvent, StreamingRequest } from '../../../../common/api/kube_events';

/** An ordinary event for tests: Alice reads a pod. */
export function testEvent(changes: Partial<KubeEvent> = {}): KubeEvent {
  return {
    auditId: '5325e2ba-4acf-48e7-a33d-000000000001',
    time: '2026-01-27T10:00:00.104211000+00:00',
    receivedAt: '2026-01-27T10:00:00.100000Z',
    user: 'alice@example.com',
    userKind: 'person',
    groups: ['welkin-users', 'system:authenticated'],
    cluster: 'prod-wc',
    verb: 'get',
    resource: 'pods',
    qualifiedResource: 'pods',
    namespace: 'production',
    name: 'web-0',
    requestUri: '/api/v1/namespaces/production/pods/web-0',
    outcome: 'success',
    code: 200,
    decision: 'allow',
    reason: 'RBAC: allowed by RoleBinding "extra-workload-admins/production"',
    sourceIps: ['198.51.100.7'],
    userAgent: 'kubectl/v1.33.3 (linux/amd64) kubernetes/80779bd',
    state: 'complete',
    durationMs: 4,
    masked: false,
    stages: ['ResponseComplete'],
    duplicates: 0,
    document: { index: 'kubeaudit-default-2026.01.27-000001', id: 'doc-1' },
    ...changes,
  };
}

/** Alice's `kubectl exec` of a command; `flags` are those of the request. */
export function testExec(
  command: string[],
  flags: Partial<StreamingRequest> = {},
  changes: Partial<KubeEvent> = {}
): KubeEvent {
  return testEvent({
    subresource: 'exec',
    qualifiedResource: 'pods/exec',
    requestUri: '/api/v1/namespaces/production/pods/web-0/exec',
    code: 101,
    stages: ['ResponseStarted', 'ResponseComplete'],
    streaming: {
      command,
      container: 'web',
      stdin: false,
      stdout: true,
      stderr: true,
      tty: false,
      ...flags,
    },
    ...changes,
  });
}
