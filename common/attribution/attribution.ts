/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { DocumentRef } from '../api/kube_events';

/** How far an account's use could be tied to a person. */
export const ATTRIBUTION_STATUSES = ['identified', 'ambiguous', 'unidentified'] as const;

export type AttributionStatus = (typeof ATTRIBUTION_STATUSES)[number];

/** Why an attribution is what it is: the rows of docs/attribution.md. */
export const ATTRIBUTION_REASONS = [
  // What a login itself proves.
  'certificate_id_in_directory',
  'certificate_id_is_email',
  'certificate_id_unknown',
  'certificate_id_several_persons',
  'certificate_authority_not_trusted',
  'key_in_directory',
  'key_unknown',
  'key_shared',
  'key_several_persons',
  'key_outside_validity',
  'credential_in_directory',
  'credential_unknown',
  'credential_shared',
  'credential_several_persons',
  'credential_outside_validity',
  'account_in_directory',
  'account_is_email',
  'account_unknown',
  'account_shared',
  'account_several_persons',
  'account_outside_validity',
  'account_of_another_person',
  'no_key_logged',
  'source_address_of_person',
  'source_address_of_another_person',
  // Which session a command belongs to.
  'only_person_with_session_open',
  'several_persons_with_session_open',
  'person_not_known_in_open_session',
  'terminal_tied_to_connection',
  'terminal_tied_to_other_account',
  'no_session_open',
  'session_began_before_log',
  'session_end_not_logged',
  'process_may_outlive_session',
  'scheduled_job_possible',
  'session_without_ssh',
  'account_same_user',
  'acted_through_sudo_or_su',
  'time_not_exact',
  'lines_missing',
  // Which host a Kubernetes request came from.
  'address_of_host',
  'address_of_several_hosts',
  'address_unknown',
  'no_source_address',
  'host_without_authlog',
  // What could not be looked at.
  'authlog_forbidden',
  'authlog_missing',
  'authlog_not_read',
  'directory_not_readable',
] as const;

export type AttributionReasonCode = (typeof ATTRIBUTION_REASONS)[number];

/** One reason, in words, naming what it rests on. */
export interface AttributionReason {
  code: AttributionReasonCode;
  /** English sentence. */
  message: string;
}

/** Somebody who may have done it. Without `person`: a session of whom nothing names the person. */
export interface AttributionCandidate {
  person?: string;
  /** SSH session by which it could have been done. */
  sessionId?: string;
  fingerprint?: string;
  /** Lines that prove it: the login, the terminal that was given, the sudo or su before. */
  lines?: DocumentRef[];
}

/**
 * Which person was behind an action. `person` is present exactly when `status` is `identified`; then nobody
 * else was possible by what the log and the directory hold.
 */
export interface Attribution {
  status: AttributionStatus;
  person?: string;
  candidates: AttributionCandidate[];
  reasons: AttributionReason[];
}

/** What an auditor looks at first. */
export const ATTRIBUTION_MARKS = [
  'break_glass',
  'password_login',
  'root_login',
  'unknown_key',
  'shared_key',
  'key_outside_validity',
  'weak_key',
  'account_of_another_person',
  'address_of_another_person',
] as const;

export type AttributionMark = (typeof ATTRIBUTION_MARKS)[number];
