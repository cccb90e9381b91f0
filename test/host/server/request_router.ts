/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { Subject } from 'rxjs';
import type {
  OpenSearchClient,
  ResponseFactory,
  RouteConfig,
  RouteHandler,
  Router,
  RouteValidation,
} from '../../../server/host_types';

/** Body limit of Dashboards (`server.maxPayload`). */
const DEFAULT_MAX_BYTES = 1_048_576;

/** An answer of a route, before hapi gets it. */
interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A validation that failed, as `badRequest` of the host's resolver reports it. */
class RouteValidationError extends Error {}

function validatePart(
  part: string,
  validation: RouteValidation | undefined,
  value: unknown
): unknown {
  if (!validation) return {};
  const result = validation(value, {
    ok: (valid) => ({ value: valid }),
    badRequest: (error) => ({ error: error instanceof Error ? error.message : error }),
  }) as { value?: unknown; error?: string };
  if (result.error !== undefined)
    throw new RouteValidationError(`[request ${part}]: ${result.error}`);
  return result.value;
}

const ERROR_NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

const toErrorBody = (statusCode: number, message: string, attributes?: unknown) => ({
  statusCode,
  error: ERROR_NAMES[statusCode] ?? 'Error',
  message,
  ...(attributes ? { attributes } : {}),
});

const responseFactory: ResponseFactory = {
  ok: ({ body, headers }) => ({ status: 200, body, headers }) as Answer,
  customError: ({ statusCode, body, headers }) =>
    ({
      status: statusCode,
      body: toErrorBody(statusCode, body.message, body.attributes),
      headers,
    }) as Answer,
};

/** What a router depends on. */
export interface RouterOptions {
  hapi: Server;
  /** The client that acts with the credentials of this request. */
  clientFor(request: Request): OpenSearchClient;
  log(line: string): void;
}

/** `core.http.createRouter()`: routes with validation, the `osd-xsrf` rule, and the user's own client. */
export function createRouter({ hapi, clientFor, log }: RouterOptions): Router {
  const register = (method: 'GET' | 'POST', config: RouteConfig, handler: RouteHandler) => {
    hapi.route({
      method,
      path: config.path,
      options:
        method === 'GET'
          ? {}
          : {
              payload: {
                maxBytes: config.options?.body?.maxBytes ?? DEFAULT_MAX_BYTES,
                parse: true,
                allow: 'application/json',
              },
            },
      handler: async (request, toolkit) => {
        try {
          return await answer(request, toolkit, config, handler, clientFor(request));
        } catch (error) {
          if (error instanceof RouteValidationError) {
            return toolkit.response(toErrorBody(400, error.message)).code(400);
          }
          log(`${config.path}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
          return toolkit.response(toErrorBody(500, 'An internal server error occurred.')).code(500);
        }
      },
    });
  };
  return {
    get: (config, handler) => register('GET', config, handler),
    post: (config, handler) => register('POST', config, handler),
  };
}

async function answer(
  request: Request,
  toolkit: ResponseToolkit,
  { validate }: RouteConfig,
  handler: RouteHandler,
  asCurrentUser: OpenSearchClient
) {
  const rules = validate || {};
  const body = validatePart('body', rules.body, request.payload);
  const query = validatePart('query', rules.query, request.query);
  const aborted$ = new Subject<void>();
  // As the host does it. From Node 16 on this is not sent any more once the body of a POST has been read, on
  // a real host neither: plugins that want to know watch the connection.
  request.raw.req.once('aborted', () => {
    aborted$.next();
    aborted$.complete();
  });
  const result = (await handler(
    { core: { opensearch: { client: { asCurrentUser } } } },
    {
      body,
      query,
      headers: request.headers,
      params: request.params,
      events: { aborted$ },
      socket: { socket: request.raw.req.socket },
    },
    responseFactory
  )) as Answer;
  const response = toolkit.response(result.body as object).code(result.status);
  for (const [name, value] of Object.entries(result.headers ?? {})) response.header(name, value);
  return response;
}

/** The rule of Dashboards against cross-site requests: whatever changes something carries `osd-xsrf`. */
export function addXsrfRule(hapi: Server): void {
  hapi.ext('onPostAuth', (request, toolkit) => {
    const safe = request.method === 'get';
    if (safe || request.headers['osd-xsrf'] !== undefined || request.path === '/login') {
      return toolkit.continue;
    }
    const refusal = toErrorBody(400, 'Request must contain a osd-xsrf header.');
    return toolkit.response(refusal).code(400).takeover();
  });
}
