/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { MAX_FILTER_VALUES, MAX_VALUE_LENGTH } from './kube_filters';

/** Values of a filter: any of them. */
export const filterValues = z
  .array(z.string().min(1).max(MAX_VALUE_LENGTH))
  .min(1, 'leave the filter out to mean all')
  .max(MAX_FILTER_VALUES);
