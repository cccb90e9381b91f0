/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parseGroupState, writeGroupState, type GroupState } from './group_accounts_state';
import { useAddressState, type AddressControl } from './use_address_state';

const CODEC = { parse: parseGroupState, write: writeGroupState };

/** The state of the view of group accounts. */
export function useGroupState(): AddressControl<GroupState> {
  return useAddressState(CODEC);
}
