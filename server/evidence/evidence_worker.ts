/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { parentPort, workerData } from 'worker_threads';
import { readKube, type KubeOutput } from './read_kube';
import type { EvidenceSearch } from './record_reader';
import {
  fromThreadFailure,
  toThreadFailure,
  transferOf,
  type ThreadAnswer,
  type ThreadHost,
  type ThreadJob,
  type ThreadMessage,
} from './thread_messages';

// A thread of its own for records of a package: the server answers others meanwhile. It has no connection:
// the server searches for it, as the user who asked.

/** Writes, of some 100 kB each, that wait for room while more is taken apart. */
const WRITES_AHEAD = 8;

if (parentPort) {
  const port = parentPort;
  const say = (message: ThreadMessage, transfer: ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  const waiting = new Map<number, (answer: ThreadAnswer) => void>();
  let calls = 0;
  const call = <Value>(method: keyof ThreadHost, ...args: unknown[]): Promise<Value> =>
    new Promise((resolve, reject) => {
      const id = (calls += 1);
      waiting.set(id, (answer) =>
        'failure' in answer
          ? reject(fromThreadFailure(answer.failure))
          : resolve(answer.value as Value)
      );
      say({ id, method, args }, transferOf(args));
    });
  port.on('message', (answer: ThreadAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  const search: EvidenceSearch = {
    openPointInTime: (...args) => call('openPointInTime', ...args),
    closePointInTime: (...args) => call('closePointInTime', ...args),
    searchAll: (...args) => call('searchAll', ...args),
    searchRaw: async (...args) => {
      const { buffer, byteOffset, byteLength } = await call<Uint8Array>('searchRaw', ...args);
      return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    },
  };
  const writes: Array<Promise<void>> = [];
  const write = async (method: 'records' | 'rows', ...args: unknown[]) => {
    const written = call<void>(method, ...args);
    // A failure is thrown where the write is waited for.
    written.catch(() => undefined);
    writes.push(written);
    if (writes.length > WRITES_AHEAD) await writes.shift();
  };
  const output: KubeOutput = {
    records: (lines, count) => write('records', lines, count),
    rows: (text) => write('rows', text),
    wrote: (records) => void call('wrote', records),
  };
  const read = async () => {
    const reading = await readKube(workerData as ThreadJob, search, output);
    await Promise.all(writes);
    return reading;
  };
  read().then(
    (reading) => say({ reading }),
    (error: unknown) => say({ failure: toThreadFailure(error) })
  );
}
