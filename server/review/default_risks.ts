/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RiskClass } from './review_rules';

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const DELETES = ['delete', 'deletecollection'];

/** Microsoft's threat matrix for Kubernetes (MS-TA) and MITRE ATT&CK (T). */
const source = (ids: string) => `Threat matrix for Kubernetes / MITRE ATT&CK: ${ids}.`;

/** People, also behind shared accounts: what controllers do all day is no operation of somebody. */
const BY_PERSON: RiskClass['anyOf'][number]['userKinds'] = ['person', 'group_account'];

/** Namespaces of logging and security components of Welkin and of usual distributions. */
const GUARDS = [
  'fluentd',
  'fluentd-system',
  'opensearch-system',
  'logging',
  'falco',
  'gatekeeper-system',
  'kyverno',
  'trivy',
  'monitoring',
];

const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const CSR = 'certificatesigningrequests.certificates.k8s.io';

/** High-risk operations, each with its source. */
export const DEFAULT_RISKS: readonly RiskClass[] = [
  {
    id: 'exec',
    title: 'Shells and commands in containers (exec, attach)',
    anyOf: [{ resources: ['pods/exec', 'pods/attach'] }],
    source: source('MS-TA9006, T1609'),
  },
  {
    id: 'proxy',
    title: 'Ways around ingress and its login (port-forward, proxy)',
    anyOf: [{ resources: ['pods/portforward', 'services/proxy', 'pods/proxy'] }],
    source: source('T1090'),
  },
  {
    id: 'ephemeral_containers',
    title: 'Containers injected into running pods',
    anyOf: [{ resources: ['pods/ephemeralcontainers'], verbs: ['patch', 'update'] }],
    source: source('MS-TA9011, T1610'),
  },
  {
    id: 'secrets',
    title: 'Secrets read by persons (a list returns their values)',
    anyOf: [{ resources: ['secrets'], verbs: ['list', 'watch', 'get'], userKinds: BY_PERSON }],
    source: source('MS-TA9025, T1552.007'),
  },
  {
    id: 'tokens',
    title: 'Tokens of service accounts made',
    anyOf: [{ resources: ['serviceaccounts/token'], verbs: ['create'] }],
    source: source('MS-TA9016, T1528'),
  },
  {
    id: 'impersonation',
    title: 'Requests made as somebody else (impersonation)',
    anyOf: [{ impersonated: true }],
    source: source('T1078'),
  },
  {
    id: 'rights',
    title: 'Roles and role bindings changed',
    anyOf: [
      {
        resources: [
          `rolebindings.${RBAC}`,
          `clusterrolebindings.${RBAC}`,
          `roles.${RBAC}`,
          `clusterroles.${RBAC}`,
        ],
        verbs: WRITES,
      },
    ],
    source: source('MS-TA9019, T1098.006'),
  },
  {
    id: 'certificates',
    title: 'Certificates asked for or approved',
    anyOf: [
      { resources: [CSR], verbs: ['create'] },
      { resources: [`${CSR}/approval`], verbs: ['update', 'patch'] },
    ],
    source: source('T1098'),
  },
  {
    id: 'node_proxy',
    title: 'Kubelets reached past audit and admission (nodes/proxy)',
    anyOf: [{ resources: ['nodes/proxy'] }],
    source: source('MS-TA9030'),
  },
  {
    id: 'admission',
    title: 'Webhooks and admission policies changed',
    anyOf: [
      {
        resources: [
          `mutatingwebhookconfigurations.${ADMISSION}`,
          `validatingwebhookconfigurations.${ADMISSION}`,
          `validatingadmissionpolicies.${ADMISSION}`,
          `validatingadmissionpolicybindings.${ADMISSION}`,
        ],
        verbs: WRITES,
      },
    ],
    source: source('MS-TA9015, T1546'),
  },
  {
    id: 'workloads',
    title: 'DaemonSets, CronJobs and Jobs made by persons',
    anyOf: [
      {
        resources: ['daemonsets.apps', 'cronjobs.batch', 'jobs.batch'],
        verbs: ['create'],
        userKinds: BY_PERSON,
      },
    ],
    source: source('MS-TA9014, T1053.007'),
  },
  {
    id: 'traces',
    title: 'Events of Kubernetes deleted',
    anyOf: [{ resources: ['events', 'events.events.k8s.io'], verbs: DELETES }],
    source: source('T1070'),
  },
  {
    id: 'guards',
    title: 'Objects of logging and security systems changed by persons',
    anyOf: [{ namespaces: GUARDS, verbs: WRITES, userKinds: BY_PERSON }],
    source: source('T1562'),
  },
  {
    id: 'destruction',
    title: 'Namespaces and volumes deleted, collections deleted by persons',
    anyOf: [
      { resources: ['namespaces', 'persistentvolumeclaims'], verbs: DELETES },
      { verbs: ['deletecollection'], userKinds: BY_PERSON },
    ],
    source: source('MS-TA9038, T1485'),
  },
  {
    id: 'bursts',
    title: 'Bursts of refused requests and of questions about own rights',
    anyOf: [
      { outcomes: ['forbidden'] },
      {
        resources: [
          'selfsubjectaccessreviews.authorization.k8s.io',
          'selfsubjectrulesreviews.authorization.k8s.io',
        ],
      },
    ],
    atLeastAnHour: 30,
    source: source('T1613'),
  },
  {
    id: 'anonymous',
    title: 'Anonymous requests that were answered',
    anyOf: [{ users: ['system:anonymous'], outcomes: ['success'] }],
    source: source('T1133'),
  },
];
