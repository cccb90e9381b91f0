/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Identity } from './identity';
import { CREDENTIAL_ID } from './identity';

export type PersonRole = 'administrator' | 'developer' | 'auditor';

/** A human being of the sample, and how they call the API. */
export interface SamplePerson {
  /** The e-mail address, which is the user name that OpenID Connect gives. */
  email: string;
  role: PersonRole;
  team: string;
  groups: string[];
  sourceIp: string;
  userAgent: string;
  /** Share of the persons' everyday traffic; 0 for those whose month is scripted. */
  activity: number;
}

const KUBECTL_NEW = 'kubectl/v1.33.3 (linux/amd64) kubernetes/80779bd';
const KUBECTL_MAC = 'kubectl/v1.32.1 (darwin/arm64) kubernetes/e9c9be4';
const KUBECTL_OLD = 'kubectl/v1.28.4 (linux/amd64) kubernetes/bae2c62';
const K9S = 'k9s/v0.40.5 (linux/amd64)';

function person(
  name: string,
  role: PersonRole,
  team: string,
  sourceIp: string,
  userAgent: string,
  activity: number
): SamplePerson {
  const group = { administrator: 'platform-admins', developer: team, auditor: 'compliance' }[role];
  return {
    email: `${name}@example.com`,
    role,
    team,
    groups: [group, 'welkin-users', 'system:authenticated'],
    sourceIp,
    userAgent,
    activity,
  };
}

export const ANNA = person(
  'anna.lindqvist',
  'administrator',
  'platform',
  '198.51.100.7',
  KUBECTL_NEW,
  2
);
export const BJORN = person(
  'bjorn.hakansson',
  'administrator',
  'platform',
  '198.51.100.8',
  KUBECTL_NEW,
  1.5
);
export const CARL = person(
  'carl.nystrom',
  'administrator',
  'platform',
  '198.51.100.9',
  KUBECTL_MAC,
  1
);
export const DIANA = person('diana.petrova', 'administrator', 'platform', '198.51.100.10', K9S, 1);
export const ERIK = person(
  'erik.sandstrom',
  'administrator',
  'platform',
  '198.51.100.11',
  KUBECTL_NEW,
  0.6
);
/** Hardly ever there: a list that samples does not show her. */
export const GRETA = person(
  'greta.holm',
  'administrator',
  'platform',
  '198.51.100.12',
  KUBECTL_NEW,
  0
);
export const HUGO = person('hugo.lund', 'developer', 'payments', '198.51.100.21', KUBECTL_MAC, 1.5);
export const INES = person('ines.farah', 'developer', 'payments', '198.51.100.22', K9S, 1.2);
/** The person of the story. */
export const MAJA = person(
  'maja.ekberg',
  'developer',
  'storefront',
  '198.51.100.23',
  KUBECTL_NEW,
  0
);
export const JONAS = person(
  'jonas.weber',
  'developer',
  'storefront',
  '198.51.100.24',
  KUBECTL_NEW,
  1.2
);
/** An old kubectl: her execs have the verb `create`. */
export const KARIN = person(
  'karin.osterberg',
  'developer',
  'storefront',
  '198.51.100.25',
  KUBECTL_OLD,
  1
);
export const LIAM = person(
  'liam.murphy',
  'developer',
  'analytics',
  '198.51.100.26',
  KUBECTL_NEW,
  1
);
/** Known by two spellings, since the identity provider changed hers in the middle of the month. */
export const NADIA = person(
  'nadia.rahimi',
  'developer',
  'analytics',
  '198.51.100.27',
  KUBECTL_MAC,
  1
);
export const OSKAR = person('oskar.blom', 'developer', 'storefront', '198.51.100.28', K9S, 0.8);
export const PETRA = person(
  'petra.sjoberg',
  'auditor',
  'compliance',
  '198.51.100.40',
  KUBECTL_NEW,
  0.3
);

/** How the identity provider spelled Nadia's name in the first half of the month. */
export const NADIA_FORMER_NAME = 'Nadia.Rahimi@example.com';

export const PERSONS: readonly SamplePerson[] = [
  ANNA,
  BJORN,
  CARL,
  DIANA,
  ERIK,
  GRETA,
  HUGO,
  INES,
  MAJA,
  JONAS,
  KARIN,
  LIAM,
  NADIA,
  OSKAR,
  PETRA,
];

/** Which binding lets a person act in a namespace (none given: in the whole cluster). */
export function toGrant(who: SamplePerson, namespace?: string): string {
  if (who.role === 'administrator') {
    return 'RBAC: allowed by ClusterRoleBinding "platform-admins" of ClusterRole "cluster-admin" to Group "platform-admins"';
  }
  if (who.role === 'auditor') {
    return 'RBAC: allowed by ClusterRoleBinding "compliance-view" of ClusterRole "view" to Group "compliance"';
  }
  if (namespace === who.team) {
    return `RBAC: allowed by RoleBinding "extra-workload-admins/${namespace}" of ClusterRole "admin" to Group "${who.team}"`;
  }
  return 'RBAC: allowed by ClusterRoleBinding "developers-view" of ClusterRole "view" to Group "welkin-users"';
}

/** How a person appears in the audit log. */
export function toIdentity(who: SamplePerson, changes: Partial<Identity> = {}): Identity {
  return {
    kind: 'person',
    user: { username: who.email, groups: who.groups },
    sourceIps: [who.sourceIp],
    userAgent: who.userAgent,
    grant: toGrant(who, who.team),
    ...changes,
  };
}

/** A person named by a certificate made by hand instead of by the identity provider. */
export function certificateIdentity(name: string, sha256: string, sourceIp: string): Identity {
  return {
    kind: 'person',
    user: {
      username: name,
      groups: ['system:authenticated'],
      extra: { [CREDENTIAL_ID]: [`X509SHA256=${sha256}`] },
    },
    sourceIps: [sourceIp],
    userAgent: KUBECTL_OLD,
    grant: `RBAC: allowed by ClusterRoleBinding "${name}" of ClusterRole "view" to User "${name}"`,
  };
}
