/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseSshState, writeSshState, type SshState } from './ssh_state';
import { useAddressState, type AddressControl } from './use_address_state';

const CODEC = { parse: parseSshState, write: writeSshState };

/** The state of the SSH view. */
export function useSshState(): AddressControl<SshState> {
  return useAddressState(CODEC);
}
