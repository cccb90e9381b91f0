/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { HIGH_RISK_RESOURCES } from './high_risk_resources';
import type { KubeFilters } from '../api/kube_filters';

/** What of the logs a package holds. */
export interface EvidenceParts {
  /** Kubernetes audit records of these requests. */
  kube?: KubeFilters;
  /** SSH sessions, refused logins, uses of group accounts with their persons, and the lines of authlog. */
  ssh?: boolean;
  /** Signed reviews of the logs that touch the period. */
  reviews?: boolean;
}

/** A control that a package can answer, with what it takes to. */
export interface EvidenceControl {
  /** Id in ISO/IEC 27002:2022. */
  id: string;
  /** Id in ISO/IEC 27019:2017, where there is one. */
  iso27019?: string;
  /** What the package shows, in our own words. */
  shows: string;
  parts: EvidenceParts;
}

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'];

/** Controls that the logs give evidence for (ISO/IEC 27002:2022, in brackets ISO/IEC 27019:2017). */
export const EVIDENCE_CONTROLS: readonly EvidenceControl[] = [
  {
    id: '5.16',
    iso27019: '9.2.1',
    shows: 'Identities: who was active, and which person was behind every use of a shared account.',
    parts: { ssh: true },
  },
  {
    id: '5.17',
    iso27019: '9.3.1',
    shows:
      'Authentication information: keys of several persons, keys used outside their validity, logins by password.',
    parts: { ssh: true },
  },
  {
    id: '5.18',
    shows: 'Access rights: every change of roles and role bindings, with who made it.',
    parts: {
      kube: {
        verbs: WRITES,
        resources: [
          'rolebindings.rbac.authorization.k8s.io',
          'clusterrolebindings.rbac.authorization.k8s.io',
          'roles.rbac.authorization.k8s.io',
          'clusterroles.rbac.authorization.k8s.io',
        ],
      },
    },
  },
  {
    id: '8.2',
    shows:
      'Privileged access: SSH, sudo and root, each with a person, and requests that reach into containers, nodes, secrets of persons and rights.',
    parts: { ssh: true, kube: { resources: [...HIGH_RISK_RESOURCES] }, reviews: true },
  },
  {
    id: '8.5',
    iso27019: '9.4.2',
    shows:
      'Secure authentication: refused and failed logins, and requests answered with 401 or 403.',
    parts: { ssh: true, kube: { outcomes: ['unauthenticated', 'forbidden'] } },
  },
  {
    id: '8.15',
    iso27019: '12.4.1',
    shows:
      'Logging: what each source held day by day, what could not be read, where it was silent, and who reviewed it.',
    parts: { reviews: true },
  },
];
