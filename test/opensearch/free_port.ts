/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createServer } from 'net';

/**
 * Checks a chosen port before everything else, since OpenSearch needs seconds to find it taken, and
 * says so in the middle of a stack trace.
 *
 * @param port - on IPv4 loopback; 0 is always free.
 * @throws Error naming the port when it cannot be listened on.
 */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(`OpenSearch cannot use port ${port} of 127.0.0.1: ${error.code}.`));
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
