/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createServer, type Server } from 'net';
import type { AddressInfo } from 'net';
import { ENDPOINTS } from '../../common/api/endpoints';
import { EVER, routesAs } from './support/plugin_routes';

/** Takes connections like an OpenSearch that searches for long, and counts those that are closed on it. */
function slowUpstream(): Promise<{
  server: Server;
  url: string;
  open: () => number;
  asked: Promise<void>;
}> {
  let open = 0;
  let told: () => void;
  const asked = new Promise<void>((resolve) => (told = resolve));
  const server = createServer((socket) => {
    open += 1;
    socket.on('data', () => told());
    socket.on('error', () => undefined);
    socket.on('close', () => (open -= 1));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ server, url: `http://127.0.0.1:${port}`, open: () => open, asked });
    });
  });
}

it.each(['1', '2'] as const)(
  'what the browser gives up is closed on OpenSearch, which cancels its search (opensearch-js %s)',
  async (library) => {
    const upstream = await slowUpstream();
    const routes = routesAs({ indexPattern: 'kubeaudit-*', url: upstream.url, library });
    const { answer, abort } = routes.abortable(ENDPOINTS.kubeEvents, { timeRange: EVER });
    await upstream.asked;
    expect(upstream.open()).toBeGreaterThan(0);
    abort();
    const { status, body } = await answer;
    expect(status).toBe(504);
    expect(body).toMatchObject({ attributes: { code: 'timeout', cancelled: true } });
    for (let i = 0; i < 100 && upstream.open() > 0; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(upstream.open()).toBe(0);
    await routes.close();
    await new Promise((resolve) => upstream.server.close(resolve));
  }
);
