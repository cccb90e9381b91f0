/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AccessLogState } from '../../common/api/access_log';
import type { DirectoryOptions } from '../directory/directory_service';
import type { AccessControl } from './access_gate';
import { AccessLog } from './access_log';
import { Pseudonymiser } from './pseudonymiser';

/** Configuration below `auditUser.accessLog`. */
export interface AccessSettings extends AccessLogState {
  index: string;
}

/** What of the other options tells who is a person. */
export interface PersonOptions {
  kubeAudit: { groupAccounts: readonly string[] };
  ssh: { directory: DirectoryOptions; attribution: { sshGroupAccounts: readonly string[] } };
}

/** What every request passes; undefined where nothing is recorded. */
export function toAccessControl(
  { enabled, index, pseudonymise }: AccessSettings,
  { kubeAudit, ssh }: PersonOptions
): AccessControl | undefined {
  if (!enabled) return undefined;
  const groupAccounts = [...kubeAudit.groupAccounts, ...ssh.attribution.sshGroupAccounts];
  return {
    log: new AccessLog(index),
    ...(pseudonymise
      ? { pseudonymiser: new Pseudonymiser({ directory: ssh.directory, groupAccounts }) }
      : {}),
  };
}
