/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parsePersonState, writePersonState, type PersonState } from './person_state';
import { useAddressState, type AddressControl } from './use_address_state';

const CODEC = { parse: parsePersonState, write: writePersonState };

/** The state of a person's timeline. */
export function usePersonState(): AddressControl<PersonState> {
  return useAddressState(CODEC);
}
