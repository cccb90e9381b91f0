/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { EventEmitter } from 'events';
import { Subject } from 'rxjs';
import type { RouteRequest } from '../host_types';
import { whenGivenUp } from './when_given_up';

function request(socket: unknown) {
  const aborted$ = new Subject<void>();
  const made: RouteRequest = { body: {}, params: {}, query: {}, events: { aborted$ }, socket };
  return { made, aborted$ };
}

it('is told by the connection that closes', () => {
  const connection = new EventEmitter();
  const callback = jest.fn();
  whenGivenUp(request({ socket: connection }).made, callback);
  connection.emit('close');
  expect(callback).toHaveBeenCalledTimes(1);
});

it('is told by the host', () => {
  const { made, aborted$ } = request(undefined);
  const callback = jest.fn();
  whenGivenUp(made, callback);
  aborted$.next();
  expect(callback).toHaveBeenCalledTimes(1);
});

it('no longer listens once the answer is there: a connection serves many requests', () => {
  const connection = new EventEmitter();
  const { made, aborted$ } = request({ socket: connection });
  const callback = jest.fn();
  whenGivenUp(made, callback)();
  connection.emit('close');
  aborted$.next();
  expect(callback).not.toHaveBeenCalled();
  expect(connection.listenerCount('close')).toBe(0);
});

it.each([undefined, null, {}, { socket: null }, { socket: {} }, 'socket'])(
  'gets along with a host that hides the connection: %j',
  (socket) => {
    expect(() => whenGivenUp(request(socket).made, () => undefined)()).not.toThrow();
  }
);
