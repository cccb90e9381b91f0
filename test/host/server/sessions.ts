/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { randomBytes } from 'crypto';

const COOKIE = 'audit_user_test_host';

/** Who is logged in. */
export interface Session {
  name: string;
  /** `Authorization` header that OpenSearch gets. */
  authorization: string;
}

/** Log-in by a form, as the security plugin of Dashboards has it; credentials stay in memory. */
export interface Sessions {
  of(request: Request): Session | undefined;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const form = (basePath: string, message: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Log in</title><link rel="icon" href="data:,"></head>
<body><main><h1>Development host of Audit User</h1>
<p role="alert">${escapeHtml(message)}</p>
<form method="post" action="${basePath}/login">
<p><label>User <input name="name" autocomplete="username" required autofocus></label></p>
<p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
<p><button type="submit">Log in</button></p>
</form></main></body></html>`;

/**
 * Adds the log-in page and sends whoever is not logged in to it: pages are redirected, requests of the API
 * get 401.
 *
 * @param check whether OpenSearch accepts these credentials
 */
export function addSessions(
  hapi: Server,
  basePath: string,
  check: (authorization: string) => Promise<boolean>
): Sessions {
  const sessions = new Map<string, Session>();
  const of = (request: Request): Session | undefined => {
    const basic = request.headers.authorization;
    if (basic?.startsWith('Basic ')) {
      const [name] = Buffer.from(basic.slice(6), 'base64').toString('utf8').split(':');
      return { name, authorization: basic };
    }
    return sessions.get((request.state as Record<string, string>)[COOKIE] ?? '');
  };
  hapi.state(COOKIE, { isHttpOnly: true, isSecure: false, isSameSite: 'Lax', path: '/' });
  hapi.route({ method: 'GET', path: '/login', handler: () => form(basePath, '') });
  hapi.route({
    method: 'POST',
    path: '/login',
    handler: async (request: Request, toolkit: ResponseToolkit) => {
      const { name = '', password = '' } = (request.payload ?? {}) as Record<string, string>;
      const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
      if (!(await check(authorization))) {
        return toolkit
          .response(form(basePath, 'Wrong user or password'))
          .type('text/html')
          .code(401);
      }
      const id = randomBytes(24).toString('hex');
      sessions.set(id, { name, authorization });
      return toolkit.redirect(`${basePath}/`).state(COOKIE, id);
    },
  });
  hapi.route({
    method: 'GET',
    path: '/logout',
    handler: (request: Request, toolkit: ResponseToolkit) => {
      sessions.delete((request.state as Record<string, string>)[COOKIE] ?? '');
      return toolkit.redirect(`${basePath}/login`).unstate(COOKIE);
    },
  });
  hapi.ext('onPreAuth', (request, toolkit) => {
    if (request.path === '/login' || request.path.startsWith('/bundles/') || of(request)) {
      return toolkit.continue;
    }
    if (request.path.startsWith('/api/')) {
      const body = { statusCode: 401, error: 'Unauthorized', message: 'Authentication required' };
      return toolkit.response(body).code(401).takeover();
    }
    return toolkit.redirect(`${basePath}/login`).takeover();
  });
  return { of };
}
