/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { toNode } from './clusters';
import { CREDENTIAL_ID, ERIK_ADMIN_CERTIFICATE, kubelet, kubernetesAdmin } from './identity';
import type { Micros } from './instants';
import { ERIK } from './persons';
import type { SamplePeriod } from './sample_period';
import { clock, createScript } from './script';
import { BREAK_GLASS_NODE } from './story_surroundings';

/** Where Sara was with her certificate when `kubernetes-admin` was used there. */
export const LONE_ADMINISTRATOR_NODE = 'prod-sc-control-plane-0';

/**
 * `kubernetes-admin` by a certificate of one person's own, from his desk and not from a node: the directory names
 * him, and no session on any node does.
 */
export function personalCredentialRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'personal credential');
  const day = period.workday(0.42);
  const shared = kubernetesAdmin(toNode('prod-wc-control-plane-0'));
  const by = {
    ...shared,
    user: { ...shared.user, extra: { [CREDENTIAL_ID]: [ERIK_ADMIN_CERTIFICATE] } },
    sourceIps: [ERIK.sourceIp],
    userAgent: ERIK.userAgent,
  };
  script.ask('prod-wc', clock(day, '08:40:05'), by, {
    verb: 'list',
    resource: 'nodes',
    query: 'limit=500',
    told: 'lists the nodes',
  });
  script.ask('prod-wc', clock(day, '08:41:30'), by, {
    verb: 'delete',
    resource: 'pods',
    namespace: 'kube-system',
    name: 'coredns-7c65d6cfc9-x2v8q',
    told: 'deletes a pod of the name service',
  });
  return script.requests;
}

/** Two requests from a control-plane node on which one administrator, and nobody else, is logged in. */
export function loneAdministratorRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'lone administrator');
  const day = period.workday(0.36);
  const by = kubernetesAdmin(toNode(LONE_ADMINISTRATOR_NODE));
  script.ask('prod-sc', clock(day, '19:40:10'), by, {
    verb: 'list',
    resource: 'nodes',
    query: 'limit=500',
    told: 'lists the nodes',
  });
  script.ask('prod-sc', clock(day, '19:42:51'), by, {
    verb: 'delete',
    resource: 'pods',
    namespace: 'opensearch-system',
    name: 'opensearch-master-1',
    told: 'deletes a pod of OpenSearch',
  });
  return script.requests;
}

/**
 * The kubelets of those nodes at work, however small the sample: their requests are what tells whose address it
 * is that `kubernetes-admin` came from.
 */
export function kubeletRequests(period: SamplePeriod): ApiRequest[] {
  const script = createScript(period, 'kubelets of control planes');
  const report = (name: string, day: Micros, times: readonly string[]) => {
    const node = toNode(name);
    times.forEach((time) =>
      script.ask(node.cluster, clock(day, time), kubelet(node), {
        verb: 'patch',
        resource: 'pods',
        subresource: 'status',
        namespace: 'kube-system',
        name: `kube-apiserver-${name}`,
      })
    );
  };
  report(BREAK_GLASS_NODE, period.storyDay, ['17:58:12', '18:33:40', '19:08:05']);
  report(LONE_ADMINISTRATOR_NODE, period.workday(0.36), ['19:36:33', '19:47:21']);
  return script.requests;
}
