/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { SECOND } from './instants';
import { HUGO, JONAS, OSKAR, toIdentity } from './persons';
import { failure, refusedByAdmission } from './response_status';
import type { SamplePeriod } from './sample_period';
import { clock, type Script } from './script';

/** What developers were refused, by each kind of check that there is. */
export function refusedDevelopers(script: Script, period: SamplePeriod): void {
  const hugo = toIdentity(HUGO);
  const jonas = toIdentity(JONAS);
  const oskar = toIdentity(OSKAR);
  const create = { verb: 'create', namespace: 'storefront' };
  script.ask('prod-wc', clock(period.workday(0.8), '09:02:00'), jonas, {
    ...create,
    resource: 'pods',
    name: 'load-test',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        'exceeded quota: compute, requested: limits.memory=64Gi, used: limits.memory=30Gi, limited: limits.memory=48Gi'
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.68), '09:47:00'), jonas, {
    ...create,
    resource: 'rolebindings.rbac.authorization.k8s.io',
    name: 'jonas-admin',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        `user "${JONAS.email}" (groups=["storefront" "welkin-users" "system:authenticated"]) is attempting to grant RBAC permissions not currently held: {APIGroups:["*"], Resources:["*"], Verbs:["*"]}`
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.56), '13:09:00'), oskar, {
    ...create,
    resource: 'deployments.apps',
    name: 'canary',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        "ValidatingAdmissionPolicy 'require-team-label' with binding 'require-team-label' denied request: label \"team\" is required"
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.56), '13:12:00'), oskar, {
    ...create,
    resource: 'pods',
    name: 'shell',
    ends: (asked) =>
      refusedByAdmission(
        asked,
        'violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "shell" must set securityContext.allowPrivilegeEscalation=false)'
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.44), '10:31:00'), hugo, {
    verb: 'create',
    resource: 'cronjobs.batch',
    namespace: 'payments',
    name: 'nightly-report',
  });
  script.ask('prod-wc', clock(period.workday(0.44), '10:40:00'), hugo, {
    verb: 'delete',
    resource: 'persistentvolumeclaims',
    namespace: 'payments',
    name: 'reports-old',
  });
  script.ask('prod-wc', clock(period.workday(0.25), '10:55:00'), hugo, {
    ...create,
    namespace: 'payments',
    resource: 'services',
    name: 'broken',
    body: '{"spec":{"type":"Loadbalancer"}}',
    ends: () =>
      failure(
        422,
        'Invalid',
        'Service "broken" is invalid: spec.type: Unsupported value: "Loadbalancer"',
        { name: 'broken', kind: 'Service' }
      ),
  });
  script.ask('prod-wc', clock(period.workday(0.25), '10:57:00'), hugo, {
    verb: 'create',
    namespace: 'payments',
    resource: 'services',
    ends: () =>
      failure(
        400,
        'BadRequest',
        "the object provided is unrecognized (must be of type Service): couldn't get version/kind"
      ),
  });
  // A burst that looks around: what may I do?
  for (let i = 0; i < 12; i += 1) {
    script.ask('prod-wc', clock(period.workday(0.6), '15:20:00') + i * SECOND, oskar, {
      verb: 'create',
      resource: 'selfsubjectaccessreviews.authorization.k8s.io',
    });
  }
}
