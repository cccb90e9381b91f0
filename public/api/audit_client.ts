/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuthlogLinesRequest, AuthlogLinesResponse } from '../../common/api/authlog_lines';
import type { CoverageRequest, CoverageResponse } from '../../common/api/coverage';
import type {
  DirectoryRequest,
  DirectoryResponse,
  DirectoryWriteResponse,
} from '../../common/api/directory';
import { ENDPOINTS } from '../../common/api/endpoints';
import type { ErrorCode } from '../../common/api/error_codes';
import type {
  EvidenceProgress,
  EvidenceProgressRequest,
  EvidenceRequest,
} from '../../common/api/evidence';
import type { GroupAccountsRequest, GroupAccountsResponse } from '../../common/api/group_accounts';
import type { KubeEventRequest, KubeEventResponse } from '../../common/api/kube_event';
import type { KubeEventsRequest, KubeEventsResponse } from '../../common/api/kube_events';
import type {
  PersonTimelineRequest,
  PersonTimelineResponse,
} from '../../common/api/person_timeline';
import type {
  ReviewListResponse,
  ReviewPrepareResponse,
  ReviewReadResponse,
  ReviewRequest,
  ReviewSignResponse,
} from '../../common/api/review';
import type { SshFailuresRequest, SshFailuresResponse } from '../../common/api/ssh_failures';
import type { SshSessionsRequest, SshSessionsResponse } from '../../common/api/ssh_sessions';
import type { StatusResponse } from '../../common/api/status';
import type { UsersRequest, UsersResponse } from '../../common/api/users';
import type { HttpStart } from '../host_types';
import { fetchZip, type FetchedFile } from './fetch_file';
import { toApiError } from './to_api_error';

/** Why a request failed; undefined when no answer came at all. */
export function errorCode(error: unknown): ErrorCode | undefined {
  return error instanceof Error && 'code' in error ? (error.code as ErrorCode) : undefined;
}

/** The server's words for a failure. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What each action of `reviews` answers. */
interface ReviewAnswers {
  list: ReviewListResponse;
  read: ReviewReadResponse;
  prepare: ReviewPrepareResponse;
  sign: ReviewSignResponse;
}

/** Asks the server of the plugin. */
export interface AuditClient {
  users(request: UsersRequest, signal?: AbortSignal): Promise<UsersResponse>;
  kubeEvents(request: KubeEventsRequest, signal?: AbortSignal): Promise<KubeEventsResponse>;
  kubeEvent(request: KubeEventRequest, signal?: AbortSignal): Promise<KubeEventResponse>;
  sshSessions(request: SshSessionsRequest, signal?: AbortSignal): Promise<SshSessionsResponse>;
  sshFailures(request: SshFailuresRequest, signal?: AbortSignal): Promise<SshFailuresResponse>;
  authlogLines(request: AuthlogLinesRequest, signal?: AbortSignal): Promise<AuthlogLinesResponse>;
  groupAccounts(
    request: GroupAccountsRequest,
    signal?: AbortSignal
  ): Promise<GroupAccountsResponse>;
  personTimeline(
    request: PersonTimelineRequest,
    signal?: AbortSignal
  ): Promise<PersonTimelineResponse>;
  coverage(request: CoverageRequest, signal?: AbortSignal): Promise<CoverageResponse>;
  /** Reads the directory. */
  directory(signal?: AbortSignal): Promise<DirectoryResponse>;
  /** Changes the directory. */
  writeDirectory(request: DirectoryRequest, signal?: AbortSignal): Promise<DirectoryWriteResponse>;
  /** Log reviews. `sign` is the only action that writes. */
  reviews<Action extends ReviewRequest['action']>(
    request: Extract<ReviewRequest, { action: Action }>,
    signal?: AbortSignal
  ): Promise<ReviewAnswers[Action]>;
  /** Makes an evidence package and waits until it has arrived whole. */
  evidence(
    request: EvidenceRequest,
    watch: { signal?: AbortSignal; onBytes?: (bytes: number) => void }
  ): Promise<FetchedFile>;
  /** How far a package is. */
  evidenceProgress(
    request: EvidenceProgressRequest,
    signal?: AbortSignal
  ): Promise<EvidenceProgress>;
  status(signal?: AbortSignal): Promise<StatusResponse>;
}

/** Makes the client. Questions travel in the body of a POST, so that user names stay out of access logs. */
export function createAuditClient(http: HttpStart): AuditClient {
  const named = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request;
    } catch (error) {
      throw toApiError(error);
    }
  };
  const ask =
    <Request, Response>(path: string) =>
    (request: Request, signal?: AbortSignal) =>
      named(http.post<Response>(path, { body: JSON.stringify(request), signal }));
  return {
    users: ask(ENDPOINTS.users),
    kubeEvents: ask(ENDPOINTS.kubeEvents),
    kubeEvent: ask(ENDPOINTS.kubeEvent),
    sshSessions: ask(ENDPOINTS.sshSessions),
    sshFailures: ask(ENDPOINTS.sshFailures),
    authlogLines: ask(ENDPOINTS.authlogLines),
    groupAccounts: ask(ENDPOINTS.groupAccounts),
    personTimeline: ask(ENDPOINTS.personTimeline),
    coverage: ask(ENDPOINTS.coverage),
    directory: (signal) => named(http.get<DirectoryResponse>(ENDPOINTS.directory, { signal })),
    writeDirectory: ask(ENDPOINTS.directory),
    reviews: ask(ENDPOINTS.reviews),
    evidence: (request, watch) => named(fetchZip(http, ENDPOINTS.evidence, request, watch)),
    evidenceProgress: ask(ENDPOINTS.evidenceProgress),
    status: (signal) => named(http.get<StatusResponse>(ENDPOINTS.status, { signal })),
  };
}
