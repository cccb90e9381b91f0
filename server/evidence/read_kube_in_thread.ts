/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { existsSync } from 'fs';
import { join } from 'path';
import { Worker } from 'worker_threads';
import type { KubeJob, KubeOutput, KubeReading } from './read_kube';
import type { EvidenceSearch } from './record_reader';
import {
  fromThreadFailure,
  toThreadFailure,
  transferOf,
  type ThreadAnswer,
  type ThreadCall,
  type ThreadHost,
  type ThreadMessage,
} from './thread_messages';

/** Young objects of a page live until it is written: with room for them they are not copied about. */
const YOUNG_MB = 48;

/** A log that is made to fill memory ends the package, not the server. */
const OLD_MB = 1024;

/** The built plugin has the thread beside its one file. Run from source there is none, and none is used. */
export function builtWorker(): string | undefined {
  const file = join(__dirname, 'evidence_worker.js');
  return existsSync(file) ? file : undefined;
}

/**
 * As `readKube`, in a thread of its own.
 *
 * @param file of the thread
 * @throws what the reading throws, also where the thread ends by itself
 */
export async function readKubeInThread(
  file: string,
  job: KubeJob,
  search: EvidenceSearch,
  to: KubeOutput
): Promise<KubeReading> {
  const host: ThreadHost = {
    openPointInTime: (...args) => search.openPointInTime(...args),
    closePointInTime: (...args) => search.closePointInTime(...args),
    searchRaw: (...args) => search.searchRaw(...args),
    searchAll: (...args) => search.searchAll(...args),
    records: (lines, count) => to.records(bytesOf(lines), count),
    rows: (text) => to.rows(bytesOf(text)),
    wrote: (records) => to.wrote(records),
  };
  const worker = new Worker(file, {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
  });
  try {
    return await new Promise<KubeReading>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread of a package ended early')));
      worker.on('message', (message: ThreadMessage) => {
        if ('reading' in message) resolve(message.reading);
        else if ('failure' in message) reject(fromThreadFailure(message.failure));
        else void answer(host, message).then((said) => worker.postMessage(said, sent(said)));
      });
    });
  } finally {
    await worker.terminate();
  }
}

/** Bytes that crossed threads are a plain array. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

const sent = (said: ThreadAnswer) => ('value' in said ? transferOf([said.value]) : []);

async function answer(host: ThreadHost, { id, method, args }: ThreadCall): Promise<ThreadAnswer> {
  try {
    const run = host[method] as (...args: unknown[]) => unknown;
    return { id, value: await run(...args) };
  } catch (error) {
    return { id, failure: toThreadFailure(error) };
  }
}
