/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { readFileSync } from 'fs';
import { Connection, openSearchRequest } from './http_client';
import { NodeProcess } from './node_process';

/** What to wait for. */
export interface WaitInput {
  readonly node: NodeProcess;
  /** OpenSearch writes its addresses to it. */
  readonly portsFile: string;
  /** How to reach an address such as `127.0.0.1:9200`. */
  readonly connection: (address: string) => Connection;
  readonly timeoutMs: number;
}

/** How often is asked: seldom enough not to slow a start on a busy machine. */
const POLL_MS = 250;

/** Of the log, in the error of a failed start. */
const SHOWN_LOG_LINES = 40;

/**
 * Finds the address to use in a ports file: chosen by OpenSearch itself, a port cannot be taken by
 * another process in between.
 *
 * @param text - one address per line.
 * @returns the one of IPv4 loopback, or undefined while there is none.
 */
export function loopbackAddress(text: string): string | undefined {
  return text.split('\n').find((line) => /^127\.0\.0\.1:\d+$/.test(line));
}

const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

async function isHealthy(connection: Connection): Promise<string | undefined> {
  try {
    const path = '/_cluster/health?wait_for_status=yellow&timeout=5s';
    await openSearchRequest({ ...connection, method: 'GET', path });
    return undefined;
  } catch (error) {
    // Refused while starting; 503 and 401 until the security plugin has loaded its users.
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Waits until OpenSearch answers that its indices can be used.
 *
 * @param input - the process, its ports file, and how long to wait.
 * @returns its URL.
 * @throws Error with the end of the log as soon as the process is gone, or when the time is over.
 */
export async function waitUntilHealthy(input: WaitInput): Promise<string> {
  const deadline = Date.now() + input.timeoutMs;
  let last = 'it has not opened its port';
  const fail = (what: string): never => {
    throw new Error(`${what}. The end of its log:\n${input.node.logTail(SHOWN_LOG_LINES)}`);
  };
  while (Date.now() < deadline) {
    const ended = input.node.ended();
    if (ended !== undefined) fail(`OpenSearch stopped while it started (${ended})`);
    const address = loopbackAddress(readIfThere(input.portsFile));
    if (address !== undefined) {
      const connection = input.connection(address);
      const problem = await isHealthy(connection);
      if (problem === undefined) return connection.url;
      last = problem;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return fail(`OpenSearch did not start within ${input.timeoutMs} ms: ${last}`);
}
