/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseReviewState, writeReviewState, type ReviewState } from './review_state';
import { useAddressState, type AddressControl } from './use_address_state';

const CODEC = { parse: parseReviewState, write: writeReviewState };

/** The state of the pages of log reviews. */
export function useReviewState(): AddressControl<ReviewState> {
  return useAddressState(CODEC);
}
