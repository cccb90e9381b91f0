/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ApiRequest } from './api_request';
import { oddRequests } from './odd_records';
import { riskyRequests } from './risky_operations';
import type { SamplePeriod } from './sample_period';
import {
  kubeletRequests,
  loneAdministratorRequests,
  personalCredentialRequests,
} from './kubernetes_admin_requests';
import { incidentRefusedTokens, incidentRequests, uneventfulRequests } from './story_incident';
import { aftermathRequests, breakGlassRequests, grantRequests } from './story_surroundings';

/** Every request that is written by hand, in no order. */
export function scriptedRequests(period: SamplePeriod): ApiRequest[] {
  return [
    ...grantRequests(period),
    ...incidentRequests(period),
    ...incidentRefusedTokens(period),
    ...uneventfulRequests(period),
    ...breakGlassRequests(period),
    ...loneAdministratorRequests(period),
    ...kubeletRequests(period),
    ...personalCredentialRequests(period),
    ...aftermathRequests(period),
    ...oddRequests(period),
    ...riskyRequests(period),
  ];
}
