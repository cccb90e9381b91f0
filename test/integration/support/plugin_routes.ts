/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import pLimit from 'p-limit';
import { Client as ClientOfToday } from '@opensearch-project/opensearch';
import { Client as ClientOf219 } from 'opensearch-js-1';
import { Subject } from 'rxjs';
import type { AuthlogLinesRequest, AuthlogLinesResponse } from '../../../common/api/authlog_lines';
import type { CoverageRequest, CoverageResponse } from '../../../common/api/coverage';
import type {
  DirectoryEntryInput,
  DirectoryRequest,
  DirectoryResponse,
  DirectoryWriteResponse,
} from '../../../common/api/directory';
import type {
  GroupAccountsRequest,
  GroupAccountsResponse,
} from '../../../common/api/group_accounts';
import type {
  PersonTimelineRequest,
  PersonTimelineResponse,
} from '../../../common/api/person_timeline';
import type { SshFailuresRequest, SshFailuresResponse } from '../../../common/api/ssh_failures';
import type { SshSessionsRequest, SshSessionsResponse } from '../../../common/api/ssh_sessions';
import type { AuthlogOptions } from '../../../server/authlog/authlog_options';
import type { GroupOptions } from '../../../server/group_accounts/group_options';
import { ENDPOINTS } from '../../../common/api/endpoints';
import type { ApiErrorBody } from '../../../common/api/error_codes';
import type { KubeEventRequest, KubeEventResponse } from '../../../common/api/kube_event';
import type { KubeEventsRequest, KubeEventsResponse } from '../../../common/api/kube_events';
import type { KubeSummaryRequest, KubeSummaryResponse } from '../../../common/api/kube_summary';
import type { StatusResponse } from '../../../common/api/status';
import type { ReviewRequest } from '../../../common/api/review';
import type { UsersRequest, UsersResponse } from '../../../common/api/users';
import type { OpenSearchClient, RouteHandler, Router } from '../../../server/host_types';
import type { KubeAuditOptions } from '../../../server/kube_audit/kube_audit_options';
import type { AccessControl } from '../../../server/access_log/access_gate';
import { toAccessControl } from '../../../server/access_log/access_service';
import { testOptions, testReviewSettings } from './test_options';
import { registerRoutes } from '../../../server/routes/register_routes';
import { connectionOf } from './connections';

/** An answer as the host would send it. */
export interface RouteAnswer<Body> {
  status: number;
  body: Body;
}

/** Settings that a test may change. */
export interface RouteSettings {
  indexPattern: string;
  user?: string;
  /** Wrong on purpose, where given. */
  password?: string;
  url?: string;
  library?: '1' | '2';
  timeoutMs?: number;
  now?: Date;
  options?: Partial<KubeAuditOptions>;
  authlogPattern?: string;
  /** Records of one evidence package. */
  maxEvidenceRecords?: number;
  /** Options of authlog, such as its limits. */
  authlog?: Partial<AuthlogOptions>;
  /** Index of the directory; none of a test is the one of another. */
  directoryIndex?: string;
  directorySeed?: readonly DirectoryEntryInput[];
  certificateAuthorities?: readonly string[];
  /** Index of signed reviews; none of a test is the one of another. */
  reviewIndex?: string;
  /** Index of who looked; nothing is recorded where it is absent. */
  accessIndex?: string;
  /** Names are pseudonyms until a purpose is given. */
  pseudonymise?: boolean;
  /** Of one process, where several users must have the same pseudonyms. */
  access?: AccessControl;
  /** Headers of every request, names in lower case. */
  headers?: Readonly<Record<string, string>>;
  hosts?: GroupOptions['hosts'];
  maxListedEvents?: number;
}

/** The routes of the plugin, asked as one user. Failures of a route are answers here, as they are over HTTP. */
export interface PluginRoutes {
  users(request: UsersRequest): Promise<RouteAnswer<UsersResponse>>;
  events(request: KubeEventsRequest): Promise<RouteAnswer<KubeEventsResponse>>;
  summary(request: KubeSummaryRequest): Promise<RouteAnswer<KubeSummaryResponse>>;
  event(request: KubeEventRequest): Promise<RouteAnswer<KubeEventResponse>>;
  status(): Promise<RouteAnswer<StatusResponse>>;
  sshSessions(request: SshSessionsRequest): Promise<RouteAnswer<SshSessionsResponse>>;
  sshFailures(request: SshFailuresRequest): Promise<RouteAnswer<SshFailuresResponse>>;
  authlogLines(request: AuthlogLinesRequest): Promise<RouteAnswer<AuthlogLinesResponse>>;
  groupAccounts(request: GroupAccountsRequest): Promise<RouteAnswer<GroupAccountsResponse>>;
  personTimeline(request: PersonTimelineRequest): Promise<RouteAnswer<PersonTimelineResponse>>;
  coverage(request: CoverageRequest): Promise<RouteAnswer<CoverageResponse>>;
  directory(): Promise<RouteAnswer<DirectoryResponse>>;
  changeDirectory(request: DirectoryRequest): Promise<RouteAnswer<DirectoryWriteResponse>>;
  reviews<Answer>(request: ReviewRequest): Promise<RouteAnswer<Answer>>;
  /** Any body, to any route, for what must be refused. */
  raw(path: string, body: unknown): Promise<RouteAnswer<ApiErrorBody>>;
  /** As `raw`, with a way to give up as a browser does. */
  abortable(path: string, body: unknown): { answer: Promise<RouteAnswer<unknown>>; abort(): void };
  logged: string[];
  close(): Promise<void>;
}

/** Wide enough for every record of a test. */
export const EVER = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };

/** What records looks, as the configuration of a test gives it. */
export const accessOf = (settings: RouteSettings): AccessControl | undefined =>
  toAccessControl(
    {
      enabled: settings.accessIndex !== undefined,
      index: settings.accessIndex ?? '',
      pseudonymise: settings.pseudonymise ?? false,
    },
    testOptions(settings)
  );

/** Registers the real routes on a recording router, with a real client and this user's credentials. */
export function routesAs(settings: RouteSettings): PluginRoutes {
  const { url, authorization } = connectionOf(settings.user ?? 'auditor', settings.password);
  const Client = settings.library === '1' ? ClientOf219 : ClientOfToday;
  const client = new Client({ node: settings.url ?? url, headers: { authorization } });
  const handlers = new Map<string, RouteHandler>();
  const router: Router = {
    get: ({ path }, handler) => void handlers.set(`GET ${path}`, handler),
    post: ({ path }, handler) => void handlers.set(path, handler),
  };
  const logged: string[] = [];
  const log = (message: string | Error) => void logged.push(String(message));
  registerRoutes(
    {
      router,
      logger: { debug: log, info: log, warn: log, error: log },
      limits: { timeoutMs: settings.timeoutMs ?? 15_000 },
      scans: pLimit(2),
      now: () => settings.now ?? new Date(),
      access: settings.access ?? accessOf(settings),
    },
    testOptions(settings),
    {
      patterns: {
        kubeaudit: settings.indexPattern,
        authlog: settings.authlogPattern ?? 'authlog*',
      },
      versions: { plugin: 'test', dashboards: '2.19.4' },
    },
    { maxRecords: settings.maxEvidenceRecords ?? 2_000_000, maxConcurrentExports: 2 },
    testReviewSettings(settings)
  );
  const abortable = (path: string, body: unknown) => {
    const handler = handlers.get(path);
    if (!handler) throw new Error(`No route ${path}`);
    const aborted$ = new Subject<void>();
    const answer = handler(
      {
        core: {
          opensearch: { client: { asCurrentUser: client as unknown as OpenSearchClient } },
        },
      },
      { body, query: {}, params: {}, headers: settings.headers, events: { aborted$ } },
      {
        ok: ({ body: content }) => ({ status: 200, body: content }),
        customError: ({ statusCode, body: { message, attributes } }) => ({
          status: statusCode,
          body: { statusCode, message, attributes },
        }),
      }
    ) as Promise<RouteAnswer<unknown>>;
    return { answer, abort: () => aborted$.next() };
  };
  const ask =
    <Request, Response>(path: string) =>
    async (request: Request) =>
      // What travels is JSON: what is undefined is not there.
      (await abortable(path, JSON.parse(JSON.stringify(request))).answer) as RouteAnswer<Response>;
  return {
    users: ask(ENDPOINTS.users),
    events: ask(ENDPOINTS.kubeEvents),
    summary: ask(ENDPOINTS.kubeSummary),
    event: ask(ENDPOINTS.kubeEvent),
    status: () => ask<object, StatusResponse>(`GET ${ENDPOINTS.status}`)({}),
    sshSessions: ask(ENDPOINTS.sshSessions),
    sshFailures: ask(ENDPOINTS.sshFailures),
    authlogLines: ask(ENDPOINTS.authlogLines),
    groupAccounts: ask(ENDPOINTS.groupAccounts),
    personTimeline: ask(ENDPOINTS.personTimeline),
    coverage: ask(ENDPOINTS.coverage),
    directory: () => ask<object, DirectoryResponse>(`GET ${ENDPOINTS.directory}`)({}),
    changeDirectory: ask(ENDPOINTS.directory),
    reviews: <Answer>(request: ReviewRequest) =>
      ask<ReviewRequest, Answer>(ENDPOINTS.reviews)(request),
    raw: (path, body) => abortable(path, body).answer as Promise<RouteAnswer<ApiErrorBody>>,
    abortable,
    logged,
    close: async () => {
      await client.close();
    },
  };
}
