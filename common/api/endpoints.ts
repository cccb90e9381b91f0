/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Every HTTP endpoint of the plugin: its one home. The server registers these paths, the browser
 * calls them, and nobody writes a path by hand.
 */
export const API_BASE = '/api/audit_user';

/** Paths by name. All are POST except `status`, a GET; `directory` is both. */
export const ENDPOINTS = {
  users: `${API_BASE}/users`,
  kubeEvents: `${API_BASE}/kube_events`,
  kubeSummary: `${API_BASE}/kube_summary`,
  kubeEvent: `${API_BASE}/kube_event`,
  sshSessions: `${API_BASE}/ssh_sessions`,
  sshFailures: `${API_BASE}/ssh_failures`,
  authlogLines: `${API_BASE}/authlog_lines`,
  groupAccounts: `${API_BASE}/group_accounts`,
  directory: `${API_BASE}/directory`,
  personTimeline: `${API_BASE}/person_timeline`,
  evidence: `${API_BASE}/evidence`,
  evidenceProgress: `${API_BASE}/evidence_progress`,
  reviews: `${API_BASE}/reviews`,
  coverage: `${API_BASE}/coverage`,
  status: `${API_BASE}/status`,
} as const;
