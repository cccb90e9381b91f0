/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditState } from './audit_state';
import { parseAuditState } from './parse_audit_state';
import { useAddressState, type AddressControl } from './use_address_state';
import { writeAuditState } from './write_audit_state';

const CODEC = { parse: parseAuditState, write: writeAuditState };

/** The state of the view of the Kubernetes audit log. */
export function useAuditState(): AddressControl<AuditState> {
  return useAddressState(CODEC);
}
