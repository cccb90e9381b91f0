/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { ENDPOINTS } from '../../common/api/endpoints';
import { authlogLinesRequestSchema } from '../../common/api/authlog_lines';
import { coverageRequestSchema } from '../../common/api/coverage';
import { directoryRequestSchema } from '../../common/api/directory';
import { groupAccountsRequestSchema } from '../../common/api/group_accounts';
import { evidenceProgressRequestSchema, evidenceRequestSchema } from '../../common/api/evidence';
import { kubeEventRequestSchema } from '../../common/api/kube_event';
import { kubeEventsRequestSchema } from '../../common/api/kube_events';
import { kubeSummaryRequestSchema } from '../../common/api/kube_summary';
import { personTimelineRequestSchema } from '../../common/api/person_timeline';
import { reviewRequestSchema } from '../../common/api/review';
import { sshFailuresRequestSchema } from '../../common/api/ssh_failures';
import { sshSessionsRequestSchema } from '../../common/api/ssh_sessions';
import { usersRequestSchema } from '../../common/api/users';
import {
  DIRECTORY_CHANGE_LOOK,
  DIRECTORY_LOOK,
  EXPORT_LOOK,
  KUBE_LOOK,
  PERSON_LOOK,
  RECORD_LOOK,
  REVIEW_LOOK,
  SESSIONS_LOOK,
  USERS_LOOK,
} from '../access_log/look_rules';
import { readCoverage } from '../coverage/coverage_service';
import { changeDirectory, listDirectory } from '../directory/directory_service';
import { EvidenceService } from '../evidence/evidence_service';
import { ProgressBoard } from '../evidence/progress_board';
import { listGroupAccounts } from '../group_accounts/group_accounts_service';
import type { GroupOptions } from '../group_accounts/group_options';
import { readKubeEvent } from '../kube_audit/event_service';
import { listKubeEvents, summariseKubeEvents } from '../kube_audit/events_service';
import { listUsers } from '../kube_audit/users_service';
import { readPersonTimeline } from '../person_timeline/timeline_service';
import { answerReviews, type ReviewSettings } from '../review/review_service';
import { readLines } from '../ssh_access/lines_service';
import { listSshFailures, listSshSessions } from '../ssh_access/ssh_service';
import { readStatus, type StatusOptions } from '../status/status_service';
import { registerDownload, registerGet, registerRoute, type RouteDeps } from './register_route';

/** Registers every route of the plugin. */
export function registerRoutes(
  deps: RouteDeps,
  options: GroupOptions,
  status: StatusOptions,
  exports: { maxRecords: number; maxConcurrentExports: number },
  reviews: ReviewSettings
): void {
  const { kubeAudit, ssh } = options;
  registerRoute(deps, {
    path: ENDPOINTS.users,
    schema: usersRequestSchema,
    looks: USERS_LOOK,
    handle: (request, { search, now }) => listUsers(request, search, kubeAudit, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.kubeEvents,
    schema: kubeEventsRequestSchema,
    looks: KUBE_LOOK,
    handle: (request, { search, now }) => listKubeEvents(request, search, kubeAudit, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.kubeSummary,
    schema: kubeSummaryRequestSchema,
    looks: KUBE_LOOK,
    handle: (request, { search, now }) => summariseKubeEvents(request, search, kubeAudit, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.kubeEvent,
    schema: kubeEventRequestSchema,
    looks: RECORD_LOOK,
    handle: (request, { search }) => readKubeEvent(request, search, kubeAudit),
  });
  registerRoute(deps, {
    path: ENDPOINTS.sshSessions,
    schema: sshSessionsRequestSchema,
    looks: SESSIONS_LOOK,
    scans: true,
    handle: (request, { search, now }) => listSshSessions(request, search, ssh, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.sshFailures,
    schema: sshFailuresRequestSchema,
    looks: SESSIONS_LOOK,
    scans: true,
    handle: (request, { search, now }) => listSshFailures(request, search, ssh, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.authlogLines,
    schema: authlogLinesRequestSchema,
    looks: RECORD_LOOK,
    handle: (request, { search }) => readLines(request, search, ssh.authlog),
  });
  registerRoute(deps, {
    path: ENDPOINTS.groupAccounts,
    schema: groupAccountsRequestSchema,
    looks: SESSIONS_LOOK,
    scans: true,
    handle: (request, { search, now }) => listGroupAccounts(request, search, options, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.personTimeline,
    schema: personTimelineRequestSchema,
    looks: PERSON_LOOK,
    scans: true,
    handle: (request, { search, now }) => readPersonTimeline(request, search, options, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.coverage,
    schema: coverageRequestSchema,
    handle: (request, { search, now }) =>
      readCoverage(request, search, { kubeAudit, authlog: ssh.authlog }, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.directory,
    schema: directoryRequestSchema,
    looks: DIRECTORY_CHANGE_LOOK,
    handle: (request, { search, now }) => changeDirectory(request, search, ssh.directory, now),
  });
  const board = new ProgressBoard();
  const evidence = new EvidenceService(
    { group: options, status, reviewIndex: reviews.index, ...exports },
    board
  );
  registerDownload(deps, {
    path: ENDPOINTS.evidence,
    schema: evidenceRequestSchema,
    looks: EXPORT_LOOK,
    start: (request, { search, now }) => evidence.start(request, search, now),
  });
  registerRoute(deps, {
    path: ENDPOINTS.evidenceProgress,
    schema: evidenceProgressRequestSchema,
    handle: ({ exportId }) => Promise.resolve(board.of(exportId)),
  });
  const review = { ...reviews, group: options, versions: status.versions };
  registerRoute(deps, {
    path: ENDPOINTS.reviews,
    schema: reviewRequestSchema,
    looks: REVIEW_LOOK,
    // A draft holds all figures of a review.
    maxBytes: 4 * 1024 * 1024,
    handle: (request, { search, now }) => answerReviews(request, search, review, now, deps.scans),
  });
  registerGet(
    deps,
    ENDPOINTS.directory,
    ({ search }) => listDirectory(search, ssh.directory),
    DIRECTORY_LOOK
  );
  registerGet(deps, ENDPOINTS.status, ({ search }) => readStatus(search, status));
}
