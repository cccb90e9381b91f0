/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RouteRequest } from '../host_types';

/** What is needed of a connection. */
interface Connection {
  once(event: 'close', listener: () => void): unknown;
  removeListener(event: 'close', listener: () => void): unknown;
}

/**
 * The connection of a request. The host's own wrapper keeps it in a field that its types hide; where there is
 * none (a host that changed, a made-up request) cancelling is left to `aborted$` alone.
 */
function connectionOf({ socket }: RouteRequest): Connection | undefined {
  const raw = (socket as { socket?: Partial<Connection> } | undefined)?.socket;
  const usable = typeof raw?.once === 'function' && typeof raw.removeListener === 'function';
  return usable ? (raw as Connection) : undefined;
}

/**
 * Calls back when the browser gives a request up. The host's `aborted$` is not enough: it listens to an event
 * that Node, from 16 on, no longer sends once the body of a POST has been read. The browser closes the
 * connection then, so that is what is watched.
 *
 * @returns stops watching; to be called when the answer is there
 */
export function whenGivenUp(request: RouteRequest, callback: () => void): () => void {
  const connection = connectionOf(request);
  const subscription = request.events.aborted$.subscribe(callback);
  connection?.once('close', callback);
  return () => {
    subscription.unsubscribe();
    connection?.removeListener('close', callback);
  };
}
