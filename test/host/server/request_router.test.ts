/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { server, type Server } from '@hapi/hapi';
import type { OpenSearchClient, RouteHandler } from '../../../server/host_types';
import { whenGivenUp } from '../../../server/routes/when_given_up';
import { addXsrfRule, createRouter } from './request_router';

let hapi: Server;
const logged: string[] = [];
const client = {} as OpenSearchClient;

function serve(handler: RouteHandler, maxBytes?: number): void {
  hapi = server({ host: '127.0.0.1', port: 0 });
  addXsrfRule(hapi);
  const router = createRouter({ hapi, clientFor: () => client, log: (line) => logged.push(line) });
  const body = (value: unknown, { ok, badRequest }: Parameters<NonNullable<Validate>>[1]) =>
    value === null ? badRequest('must not be null') : ok(value);
  router.post(
    { path: '/ask', validate: { body }, options: maxBytes ? { body: { maxBytes } } : undefined },
    handler
  );
}
type Validate = Exclude<
  Parameters<ReturnType<typeof createRouter>['post']>[0]['validate'],
  false
>['body'];

const post = (payload: string, headers: Record<string, string> = { 'osd-xsrf': 'true' }) =>
  hapi.inject({
    method: 'POST',
    url: '/ask',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });

afterEach(() => hapi.stop());

const echo: RouteHandler = async (_context, { body }, response) => response.ok({ body: { body } });

it('a request without osd-xsrf is refused', async () => {
  serve(echo);
  const { statusCode, result } = await post('{}', {});
  expect(statusCode).toBe(400);
  expect(result).toMatchObject({ message: 'Request must contain a osd-xsrf header.' });
});

it('a body is validated and handed on', async () => {
  serve(echo);
  expect((await post('{"a":1}')).result).toEqual({ body: { a: 1 } });
  const refused = await post('null');
  expect(refused.statusCode).toBe(400);
  expect(refused.result).toMatchObject({ message: '[request body]: must not be null' });
});

it('a body over the limit of the route is refused', async () => {
  serve(echo, 10);
  expect((await post(JSON.stringify({ a: 'x'.repeat(20) }))).statusCode).toBe(413);
});

it('an error of a route is a 500 without detail, and logged', async () => {
  serve(async () => {
    throw new Error('the secret detail');
  });
  const { statusCode, payload } = await post('{}');
  expect(statusCode).toBe(500);
  expect(payload).toContain('An internal server error occurred.');
  expect(payload).not.toContain('secret');
  expect(logged.join()).toContain('the secret detail');
});

it('attributes of an error arrive', async () => {
  serve(async (_context, _request, response) =>
    response.customError({
      statusCode: 403,
      body: { message: 'no', attributes: { code: 'forbidden' } },
    })
  );
  expect((await post('{}')).result).toEqual({
    statusCode: 403,
    error: 'Forbidden',
    message: 'no',
    attributes: { code: 'forbidden' },
  });
});

it('a route can see that the browser gives up a POST', async () => {
  let told: (() => void) | undefined;
  const gaveUp = new Promise<void>((resolve) => (told = resolve));
  serve(async (_context, request, response) => {
    await new Promise<void>((resolve) => whenGivenUp(request, resolve));
    told?.();
    return response.ok({ body: {} });
  });
  await hapi.start();
  const controller = new AbortController();
  const request = fetch(`${hapi.info.uri}/ask`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', 'osd-xsrf': 'true' },
    signal: controller.signal,
  });
  setTimeout(() => controller.abort(), 200);
  await expect(request).rejects.toThrow();
  await gaveUp;
});
