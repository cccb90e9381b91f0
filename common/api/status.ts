/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AccessLogState } from './access_log';

/** Whether this user can read a source, and what it holds. */
export interface SourceStatus {
  /** Index pattern as configured. */
  pattern: string;
  /**
   * `missing`: no index matches, or none that this user may see (OpenSearch answers both alike).
   * `failed`: OpenSearch gave another error, in `message`.
   */
  state: 'readable' | 'forbidden' | 'missing' | 'failed';
  records?: number;
  /** ISO 8601; absent when the source is empty. */
  firstRecord?: string;
  lastRecord?: string;
  message?: string;
}

export interface StatusResponse {
  /** Whether it is recorded who looks. */
  accessLog: AccessLogState;
  sources: { kubeaudit: SourceStatus; authlog: SourceStatus };
  versions: {
    plugin: string;
    /** Absent when this user may not ask. */
    opensearch?: string;
    dashboards?: string;
  };
  /** The user that OpenSearch saw, where the security plugin says. */
  user?: string;
}
