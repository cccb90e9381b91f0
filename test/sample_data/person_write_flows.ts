/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { podOf, type FlowPlace, type FlowStep } from './person_flow';
import type { Random } from './random';
import { conflict, refusedByAdmission } from './response_status';

const APPLIED = [
  'deployments.apps',
  'services',
  'configmaps',
  'horizontalpodautoscalers.autoscaling',
  'networkpolicies.networking.k8s.io',
];
/** `kubectl apply`: reads and patches one object after the other; now and then admission says no. */
export function apply(random: Random, place: FlowPlace): FlowStep[] {
  const refusal =
    (check: string): FlowStep['ends'] =>
    (asked) =>
      refusedByAdmission(asked, check);
  const ends = random.chance(0.06)
    ? refusal(
        'admission webhook "validation.gatekeeper.sh" denied the request: [k8sallowedrepos] container <app> has an invalid image repo <docker.io/library/nginx>, allowed repos are ["harbor.example.com/"]'
      )
    : random.chance(0.06)
      ? conflict
      : undefined;
  return APPLIED.slice(0, random.int(1, APPLIED.length)).flatMap((resource, i) => {
    const common = { resource, namespace: place.namespace, name: place.app };
    return [
      { afterMs: i * 24, verb: 'get', ...common },
      {
        afterMs: i * 24 + 9,
        verb: 'patch',
        ...common,
        query: 'fieldManager=kubectl-client-side-apply&fieldValidation=Strict',
        ends: i === 0 ? ends : undefined,
      },
    ];
  });
}

/** Scales, restarts, deletes a pod. */
export function operate(random: Random, place: FlowPlace): FlowStep[] {
  const common = { resource: 'deployments.apps', namespace: place.namespace, name: place.app };
  return random.pick<FlowStep[]>([
    [
      {
        afterMs: 0,
        verb: 'patch',
        ...common,
        subresource: 'scale',
        body: `{"spec":{"replicas":${random.int(1, 6)}}}`,
      },
    ],
    [
      {
        afterMs: 0,
        verb: 'delete',
        resource: 'pods',
        namespace: place.namespace,
        name: podOf(place, random),
      },
    ],
    [
      {
        afterMs: 0,
        verb: 'patch',
        ...common,
        body: '{"spec":{"template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"now"}}}}}',
      },
    ],
  ]);
}
