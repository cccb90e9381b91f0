/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createServer, request as ask, type IncomingMessage, type Server } from 'http';
import type { AddressInfo } from 'net';

/**
 * What happens to a request on its way: `lose_answer` lets OpenSearch do it and closes the connection then,
 * `break` closes it before, `too_many` answers 429.
 */
export type Fault = 'pass' | 'lose_answer' | 'break' | 'too_many';

const TOO_MANY = JSON.stringify({
  error: { type: 'rejected_execution_exception', reason: 'queue is full' },
  status: 429,
});

function read(stream: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
  });
}

/**
 * Stands between the plugin and OpenSearch, and fails where a test says.
 *
 * @param target address of OpenSearch
 * @param faultOf asked for each request, with its path and its number from 1 among those of this path;
 *   the request waits for the answer
 */
export async function faultyProxy(
  target: string,
  faultOf: (path: string, nth: number) => Fault | Promise<Fault>
): Promise<{ url: string; close(): Promise<void> }> {
  const seen = new Map<string, number>();
  const server: Server = createServer((request, response) => {
    const { method, url = '/', headers } = request;
    const path = url.replace(/\?.*/, '');
    const nth = (seen.get(path) ?? 0) + 1;
    seen.set(path, nth);
    void read(request).then(async (body) => {
      const fault = await faultOf(path, nth);
      if (fault === 'break') return void request.socket.destroy();
      if (fault === 'too_many') {
        response.writeHead(429, { 'content-type': 'application/json' });
        return void response.end(TOO_MANY);
      }
      const { hostname, port } = new URL(target);
      const forwarded = ask({ hostname, port, method, path: url, headers }, (answer) => {
        void read(answer).then((bytes) => {
          if (fault === 'lose_answer') return void request.socket.destroy();
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          return void response.end(bytes);
        });
      });
      forwarded.on('error', () => request.socket.destroy());
      forwarded.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
