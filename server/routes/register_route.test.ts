/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import pLimit from 'p-limit';
import { Subject } from 'rxjs';
import type { z } from 'zod';
import { kubeEventsRequestSchema } from '../../common/api/kube_events';
import { AuditError } from '../errors/audit_error';
import type { RouteHandler, RouteRequest, Router, TransportRequest } from '../host_types';
import { registerGet, registerRoute, type RouteTools } from './register_route';

const NOW = new Date('2026-01-27T10:00:00Z');
const QUESTION = { timeRange: { from: 'now-1d', to: 'now' } };

interface Answer {
  statusCode: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A route with the least of a host around it. */
function routeWith(
  handle: (request: unknown, tools: RouteTools) => Promise<unknown>,
  get = false,
  scans = false
) {
  const handlers: RouteHandler[] = [];
  const logged: string[] = [];
  const add = (_config: unknown, handler: RouteHandler) => void handlers.push(handler);
  const router: Router = { get: add, post: add };
  const log = (message: string | Error) => void logged.push(String(message));
  const logger = { debug: log, info: log, warn: log, error: log };
  const deps = { router, logger, limits: { timeoutMs: 1000 }, scans: pLimit(1), now: () => NOW };
  const schema: z.ZodTypeAny = kubeEventsRequestSchema;
  if (get) registerGet(deps, '/x', (tools) => handle(undefined, tools));
  else registerRoute(deps, { path: '/x', schema, scans, handle });
  const aborted$ = new Subject<void>();
  const aborts: string[] = [];
  const request = <Body>(): TransportRequest<Body> =>
    Object.assign(new Promise<never>(() => undefined), { abort: () => void aborts.push('abort') });
  const context = {
    core: { opensearch: { client: { asCurrentUser: { transport: { request } } } } },
  };
  const respond = {
    ok: (options: object) => ({ statusCode: 200, ...options }),
    customError: (options: object) => ({ ...options }),
  };
  const call = async (body: unknown): Promise<Answer> => {
    const asked: RouteRequest = { body, params: {}, query: {}, events: { aborted$ } };
    return (await handlers[0](context, asked, respond as never)) as Answer;
  };
  return { call, logged, aborted$, aborts };
}

const complaint = async (body: unknown) => {
  const { statusCode, body: answer } = await routeWith(async () => 'x').call(body);
  return [statusCode, answer];
};
const invalid = (message: string) => [400, { message, attributes: { code: 'invalid_request' } }];

describe('a route', () => {
  it('answers what its handler does, for no cache to keep', async () => {
    const answer = await routeWith(async (request, { now }) => ({ request, now })).call(QUESTION);
    expect(answer).toEqual({
      statusCode: 200,
      body: { request: QUESTION, now: NOW },
      headers: { 'cache-control': 'no-store' },
    });
  });

  it.each([
    [true, ['a begins', 'a ends', 'b begins', 'b ends']],
    [false, ['a begins', 'b begins', 'a ends', 'b ends']],
  ])('lets questions that read a whole log wait for each other: %p', async (scans, expected) => {
    const seen: string[] = [];
    const names = ['a', 'b'];
    const { call } = routeWith(
      async () => {
        const name = names.shift() ?? '';
        seen.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, name === 'a' ? 10 : 20));
        seen.push(`${name} ends`);
        if (name === 'a') throw new AuditError('index_missing', 'gone');
      },
      false,
      scans
    );
    const answers = await Promise.all([call(QUESTION), call(QUESTION)]);
    expect(seen).toEqual(expected);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 200]);
  });

  it('names what is wrong with a question', async () => {
    expect(await complaint({ ...QUESTION, index: 'x' })).toEqual(invalid('unknown key: index'));
    expect(await complaint({ ...QUESTION, filters: { user: [], verb: [] } })).toEqual(
      invalid('unknown key: filters.user, filters.verb')
    );
    expect(await complaint({})).toEqual(invalid('timeRange: Required'));
    expect(await complaint(undefined)).toEqual(invalid('timeRange: Required'));
    expect(await complaint([])).toEqual(invalid('body: Expected object, received array'));
    expect(await complaint({ ...QUESTION, filters: { users: [] } })).toEqual(
      invalid('filters.users: leave the filter out to mean all')
    );
  });

  it('tells a named failure with its code and status', async () => {
    const { call, logged } = routeWith(async () => {
      throw new AuditError('index_missing', 'gone', { index: 'a*' });
    });
    expect(await call(QUESTION)).toEqual({
      statusCode: 404,
      body: { message: 'gone', attributes: { code: 'index_missing', index: 'a*' } },
    });
    expect(logged).toEqual([]);
  });

  it('answers 401 where the session has ended, so that the host asks to log in', async () => {
    const { call } = routeWith(async () => {
      throw new AuditError('forbidden', 'log in', { authentication: true });
    });
    expect((await call(QUESTION)).statusCode).toBe(401);
  });

  it.each([false, true])('keeps an unknown failure to the log (GET: %p)', async (get) => {
    for (const thrown of [new TypeError('secret detail'), 'secret detail', undefined]) {
      const { call, logged } = routeWith(async () => {
        throw thrown;
      }, get);
      const answer = await call(QUESTION);
      expect(answer).toMatchObject({ statusCode: 500, body: { attributes: { code: 'internal' } } });
      expect(JSON.stringify(answer)).not.toContain('secret detail');
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain(thrown === undefined ? 'undefined' : 'secret detail');
    }
  });

  it.each([false, true])('aborts its searches when the browser gives up (GET: %p)', async (get) => {
    let tools: RouteTools | undefined;
    const { call, aborted$, aborts } = routeWith(async (_request, given) => {
      tools = given;
      await given.search.get('/');
    }, get);
    void call(QUESTION);
    await Promise.resolve();
    aborted$.next();
    expect(aborts).toEqual(['abort']);
    await expect(tools?.search.get('/')).rejects.toMatchObject({ details: { cancelled: true } });
  });

  it('does not listen any longer once it has answered', async () => {
    const { call, aborted$ } = routeWith(async () => 'x');
    await call(QUESTION);
    expect(aborted$.observers).toHaveLength(0);
  });
});
