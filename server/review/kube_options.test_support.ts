/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeAuditOptions } from '../kube_audit/kube_audit_options';
import { DEFAULT_KUBE_FIELDS } from '../kube_audit/record/fields';

/** Options of Kubernetes records as the default configuration gives them. */
export const KUBE_TEST_OPTIONS: KubeAuditOptions = {
  indexPattern: 'kubeaudit*',
  fields: DEFAULT_KUBE_FIELDS,
  groupAccounts: ['kubernetes-admin'],
  maskSecrets: true,
  allowUnmask: true,
  maxExactRecords: 30_000,
};
