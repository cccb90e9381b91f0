/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { calls, update, watch, type SystemActor } from './actor_calls';
import type { Cluster } from './clusters';
import {
  ARGOCD,
  CERT_MANAGER,
  CI,
  FLUX,
  GATEKEEPER,
  PROMETHEUS,
  serviceAccount,
  TERRAFORM,
  VELERO,
  type ServiceAccountTraits,
} from './service_accounts';

/** What is installed on top: continuous delivery, certificates, monitoring, backup, policy. */
export function addOns(cluster: Cluster): SystemActor[] {
  const own = (who: ServiceAccountTraits) => serviceAccount(cluster, who);
  const shared = [
    ...calls(own(CERT_MANAGER), [
      [5, watch('certificates.cert-manager.io')],
      [
        5,
        (random) => ({
          verb: 'get',
          resource: 'certificates.cert-manager.io',
          namespace: random.pick(cluster.namespaces),
          name: 'ingress-tls',
        }),
      ],
    ]),
    ...calls(own(PROMETHEUS), [
      [6, watch('servicemonitors.monitoring.coreos.com')],
      [
        3,
        (random) => ({
          verb: 'get',
          resource: 'secrets',
          namespace: 'monitoring',
          name: `prometheus-${random.int(0, 1)}`,
        }),
      ],
    ]),
    ...calls(own(GATEKEEPER), [
      [
        6,
        (random) => ({
          verb: 'list',
          resource: random.pick(['pods', 'namespaces', 'deployments.apps']),
          query: 'limit=500',
        }),
      ],
    ]),
    ...calls(own(VELERO), [
      [
        3,
        (random) => ({
          verb: 'patch',
          resource: 'backups.velero.io',
          namespace: 'velero',
          name: `velero-daily-${random.int(1, 30)}`,
          body: '{"status":{"phase":"InProgress"}}',
        }),
      ],
    ]),
  ];
  if (cluster.name === 'prod-sc') {
    return [
      ...shared,
      ...calls(own(TERRAFORM), [
        [
          1,
          (random) => ({
            verb: 'get',
            resource: 'configmaps',
            namespace: random.pick(cluster.namespaces),
            name: 'terraform-state-lock',
          }),
        ],
      ]),
      ...calls(own(FLUX), [
        [
          8,
          (random) => ({
            verb: 'patch',
            resource: 'kustomizations.kustomize.toolkit.fluxcd.io',
            subresource: 'status',
            namespace: 'flux-system',
            name: random.pick(cluster.namespaces),
            query: 'fieldManager=kustomize-controller',
          }),
        ],
        [6, update('deployments.apps', 'patch', cluster)],
      ]),
    ];
  }
  return [
    ...shared,
    ...calls(own(ARGOCD), [
      [
        10,
        (random) => ({
          verb: 'patch',
          resource: 'applications.argoproj.io',
          namespace: 'argocd-system',
          name: random.pick(cluster.namespaces),
        }),
      ],
      [
        6,
        (random) => ({
          ...update('deployments.apps', 'patch', cluster)(random),
          query: 'fieldManager=argocd-controller',
        }),
      ],
      [6, watch('deployments.apps')],
    ]),
    ...calls(own(CI), [
      [
        3,
        (random) => ({
          ...update('deployments.apps', 'patch', cluster)(random),
          body: `{"spec":{"template":{"spec":{"containers":[{"name":"app","image":"harbor.example.com/app/web:1.${random.int(1, 40)}.${random.int(0, 9)}"}]}}}}`,
        }),
      ],
      [
        2,
        (random) => ({
          verb: 'create',
          resource: 'secrets',
          namespace: random.pick(cluster.namespaces),
          name: `sh.helm.release.v1.app.v${random.int(1, 300)}`,
        }),
      ],
    ]),
  ];
}
