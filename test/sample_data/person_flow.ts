/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RequestSpec } from './api_request';
import type { SamplePerson } from './persons';
import type { Random } from './random';

/** One request of a flow: what is asked, and how long after the flow's start. */
export interface FlowStep extends Omit<RequestSpec, 'cluster' | 'at' | 'by'> {
  afterMs: number;
  /** The token had run out: the record names nobody. */
  unnamed?: boolean;
}

/** Where a flow takes place. */
export interface FlowPlace {
  namespace: string;
  app: string;
}

/** Something a person does at the keyboard: one command, or a few that belong together. */
export interface Flow {
  weight: number;
  roles: ReadonlyArray<SamplePerson['role']>;
  steps(random: Random, place: FlowPlace, who: SamplePerson): FlowStep[];
}

/** One of the pods of the application. */
export function podOf(place: FlowPlace, random: Random): string {
  return `${place.app}-${random.int(0, 3)}`;
}
