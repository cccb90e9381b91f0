/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseEvidenceState, writeEvidenceState, type EvidenceState } from './evidence_state';
import { useAddressState, type AddressControl } from './use_address_state';

const CODEC = { parse: parseEvidenceState, write: writeEvidenceState };

/** The state of the page of evidence packages. */
export function useEvidenceState(): AddressControl<EvidenceState> {
  return useAddressState(CODEC);
}
