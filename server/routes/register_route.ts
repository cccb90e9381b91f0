/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Readable } from 'stream';
import type { Limit } from 'p-limit';
import type { z } from 'zod';
import { AccessGate, type AccessControl } from '../access_log/access_gate';
import type { LookRule } from '../access_log/look_rules';
import { AuditError, isAuditError } from '../errors/audit_error';
import type {
  Logger,
  RequestHandlerContext,
  ResponseFactory,
  Router,
  RouteRequest,
  RouteResponse,
} from '../host_types';
import { ScopedSearch, type SearchLimits } from '../search/scoped_search';
import { whenGivenUp } from './when_given_up';

/** Largest body of a question: 13 filters of 60 long values fit, nothing larger is a question. */
const MAX_QUESTION_BYTES = 1024 * 1024;

/** What a handler gets besides its request. */
export interface RouteTools {
  search: ScopedSearch;
  /** The instant of the request: date math refers to it once. */
  now: Date;
}

/** What all routes share. */
export interface RouteDeps {
  router: Router;
  logger: Logger;
  limits: SearchLimits;
  /** Lets so many questions that hold a whole log in memory run at once; the others wait their turn. */
  scans: Limit;
  now: () => Date;
  /** Where it is there, nothing is shown before it is recorded who looks. */
  access?: AccessControl;
}

/** A route that answers a question. */
export interface RouteDefinition<Schema extends z.ZodTypeAny> {
  path: string;
  schema: Schema;
  /** Largest body in bytes, where it is more than a question. */
  maxBytes?: number;
  /** Rebuilds its answer from up to a million lines, some 400 bytes of memory each. */
  scans?: boolean;
  /** What it shows of logs and persons, for the access log; absent where it shows none. */
  looks?: LookRule<z.infer<Schema>>;
  handle(request: z.infer<Schema>, tools: RouteTools): Promise<unknown>;
}

/** First complaint of zod, with the key that it is about. */
function toComplaint(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => [...issue.path, key].join('.'));
    return `unknown key: ${keys.join(', ')}`;
  }
  return `${issue.path.join('.') || 'body'}: ${issue.message}`;
}

const searchOf = (deps: RouteDeps, context: RequestHandlerContext): ScopedSearch =>
  new ScopedSearch(context.core.opensearch.client.asCurrentUser, deps.limits);

function gateOf(
  deps: RouteDeps,
  path: string,
  context: RequestHandlerContext,
  { headers }: RouteRequest
): AccessGate | undefined {
  return deps.access && new AccessGate(deps.access, searchOf(deps, context), path, headers);
}

/**
 * Registers a route: validates the body strictly, asks as the current user, cancels when the browser gives
 * up, and is the only place that turns an error into HTTP.
 */
export function registerRoute<Schema extends z.ZodTypeAny>(
  deps: RouteDeps,
  { path, schema, maxBytes = MAX_QUESTION_BYTES, scans, looks, handle }: RouteDefinition<Schema>
): void {
  deps.router.post(
    {
      path,
      // The body is checked in the handler: the host's own complaint has no `attributes.code`.
      validate: { body: (value, { ok }) => ok(value) },
      options: { body: { maxBytes } },
    },
    async (context, request, response) => {
      const search = searchOf(deps, context);
      const giveUp = () => search.cancel();
      const stopWatching = whenGivenUp(request, giveUp);
      let gate: AccessGate | undefined;
      try {
        gate = gateOf(deps, path, context, request);
        const body = request.body ?? {};
        const parsed = schema.safeParse(gate ? gate.translated(body) : body);
        if (!parsed.success) throw new AuditError('invalid_request', toComplaint(parsed.error));
        const question = parsed.data as z.infer<Schema>;
        const ask = () => handle(question, { search, now: deps.now() });
        // Who gives up while waiting is refused by `search` as soon as it is their turn.
        const answer = () => (scans ? deps.scans(ask) : ask());
        const asked = { question, now: deps.now(), answer, giveUp };
        const shown = await (gate && looks ? gate.answer({ ...asked, rule: looks }) : answer());
        return response.ok({ body: shown, headers: NO_STORE });
      } catch (error) {
        return toErrorResponse(gate ? gate.failure(error) : error, response, deps.logger, path);
      } finally {
        stopWatching();
      }
    }
  );
}

/** A file that is made while it is sent. */
export interface Download {
  stream: Readable;
  fileName: string;
  contentType: string;
  /** Gives up what is under way. */
  cancel(): void;
}

/** A route that answers with a file. */
export interface DownloadDefinition<Schema extends z.ZodTypeAny> {
  path: string;
  schema: Schema;
  /** As of {@link RouteDefinition}. */
  looks: LookRule<z.infer<Schema>>;
  start(request: z.infer<Schema>, tools: RouteTools): Promise<Download>;
}

/**
 * Registers a route that sends a file. What fails before the first byte is answered as any error; what fails
 * later breaks the connection off, so that no part can be taken for the whole.
 */
export function registerDownload<Schema extends z.ZodTypeAny>(
  deps: RouteDeps,
  { path, schema, looks, start }: DownloadDefinition<Schema>
): void {
  deps.router.post(
    {
      path,
      validate: { body: (value, { ok }) => ok(value) },
      options: { body: { maxBytes: MAX_QUESTION_BYTES } },
    },
    async (context, request, response) => {
      const search = searchOf(deps, context);
      let download: Download | undefined;
      const giveUp = () => {
        search.cancel();
        download?.cancel();
      };
      const stopWatching = whenGivenUp(request, giveUp);
      let gate: AccessGate | undefined;
      try {
        gate = gateOf(deps, path, context, request);
        const body = request.body ?? {};
        const parsed = schema.safeParse(gate ? gate.translated(body) : body);
        if (!parsed.success) throw new AuditError('invalid_request', toComplaint(parsed.error));
        const question = parsed.data as z.infer<Schema>;
        const answer = async () => {
          download = await start(question, { search, now: deps.now() });
          return download;
        };
        const asked = { question, now: deps.now(), rule: looks, answer, giveUp };
        const { stream, fileName, contentType } = (await (gate?.answer(asked) ??
          answer())) as Download;
        stream.once('close', stopWatching);
        stream.once('error', (error) => {
          if (!isAuditError(error)) deps.logger.error(`${path}: ${error.stack ?? error.message}`);
        });
        return response.ok({
          body: stream,
          headers: {
            ...NO_STORE,
            'content-type': contentType,
            // Made of digits, letters and dashes: it needs no quoting (RFC 6266).
            'content-disposition': `attachment; filename="${fileName}"`,
          },
        });
      } catch (error) {
        stopWatching();
        return toErrorResponse(gate ? gate.failure(error) : error, response, deps.logger, path);
      }
    }
  );
}

/** Registers a route that takes nothing. */
export function registerGet(
  deps: RouteDeps,
  path: string,
  handle: (tools: RouteTools) => Promise<unknown>,
  looks?: LookRule<undefined>
): void {
  deps.router.get({ path, validate: false }, async (context, request, response) => {
    const search = searchOf(deps, context);
    const giveUp = () => search.cancel();
    const stopWatching = whenGivenUp(request, giveUp);
    let gate: AccessGate | undefined;
    try {
      gate = gateOf(deps, path, context, request);
      const now = deps.now();
      const answer = () => handle({ search, now });
      const asked = { question: undefined, now, answer, giveUp };
      const body = await (gate && looks ? gate.answer({ ...asked, rule: looks }) : answer());
      return response.ok({ body, headers: NO_STORE });
    } catch (error) {
      return toErrorResponse(gate ? gate.failure(error) : error, response, deps.logger, path);
    } finally {
      stopWatching();
    }
  });
}

/** Answers hold audit data: no cache keeps them. */
const NO_STORE = { 'cache-control': 'no-store' };

/** The one mapping from errors to HTTP. What is not named is logged and answered without detail. */
export function toErrorResponse(
  error: unknown,
  response: ResponseFactory,
  logger: Logger,
  path: string
): RouteResponse {
  const known = isAuditError(error)
    ? error
    : new AuditError('internal', 'Audit User failed: the Dashboards log has the details');
  if (known.code === 'internal') {
    logger.error(
      `${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    );
  }
  // An expired session is the host's business: it sends the user to the login page on 401.
  const statusCode = known.details.authentication === true ? 401 : known.statusCode;
  return response.customError({
    statusCode,
    body: { message: known.message, attributes: { code: known.code, ...known.details } },
  });
}
