/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The few types of the Dashboards core that the server uses. The host's own are not on npm; these name what
 * Dashboards 2.19 to 3.x have in common.
 */
import type { Observable } from 'rxjs';

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
}

export interface PluginInitializerContext<Config> {
  config: { create(): Observable<Config> };
  logger: { get(...context: string[]): Logger };
  env: { packageInfo: { version: string } };
}

/** What opensearch-js 1.x and 2.x both return. */
export interface ApiResponse<Body> {
  body: Body;
  statusCode: number | null;
}

/** A request under way. Aborting it closes the connection, and OpenSearch cancels the search. */
export interface TransportRequest<Body> extends Promise<ApiResponse<Body>> {
  abort?(): void;
}

export interface TransportParams {
  method: string;
  path: string;
  querystring?: Record<string, string | number | boolean>;
  body?: Record<string, unknown> | string;
  bulkBody?: ReadonlyArray<Record<string, unknown>>;
}

/** The scoped client, as far as the plugin uses it. */
export interface OpenSearchClient {
  transport: {
    request<Body>(
      params: TransportParams,
      options?: { requestTimeout?: number; maxRetries?: number; asStream?: boolean }
    ): TransportRequest<Body>;
  };
}

export interface RequestHandlerContext {
  core: { opensearch: { client: { asCurrentUser: OpenSearchClient } } };
}

/** Headers of a request, names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface RouteRequest {
  body: unknown;
  headers?: RequestHeaders;
  params: unknown;
  query: unknown;
  events: { aborted$: Observable<void> };
  /** The host's wrapper around the connection; its type says nothing that is of use here. */
  socket?: unknown;
}

export interface RouteResponse {
  readonly status?: number;
}

export interface ResponseFactory {
  ok(options: { body: unknown; headers?: Record<string, string> }): RouteResponse;
  customError(options: {
    statusCode: number;
    body: { message: string; attributes?: Record<string, unknown> };
    headers?: Record<string, string>;
  }): RouteResponse;
}

export interface ValidationResolver {
  ok(value: unknown): unknown;
  badRequest(error: Error | string, path?: string[]): unknown;
}

export type RouteValidation = (value: unknown, resolver: ValidationResolver) => unknown;

export interface RouteConfig {
  path: string;
  validate: { body?: RouteValidation; query?: RouteValidation } | false;
  options?: { body?: { maxBytes?: number } };
}

export type RouteHandler = (
  context: RequestHandlerContext,
  request: RouteRequest,
  response: ResponseFactory
) => Promise<RouteResponse>;

export interface Router {
  get(config: RouteConfig, handler: RouteHandler): void;
  post(config: RouteConfig, handler: RouteHandler): void;
}

export interface CoreSetup {
  http: { createRouter(): Router };
  capabilities?: {
    registerProvider(provider: () => Record<string, Record<string, boolean>>): void;
  };
}
