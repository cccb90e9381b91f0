/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseCoverageState, writeCoverageState, type CoverageState } from './coverage_state';
import { useAddressState, type AddressControl } from './use_address_state';

const CODEC = { parse: parseCoverageState, write: writeCoverageState };

/** The state of the page of coverage. */
export function useCoverageState(): AddressControl<CoverageState> {
  return useAddressState(CODEC);
}
