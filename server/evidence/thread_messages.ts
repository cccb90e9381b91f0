/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ErrorCode } from '../../common/api/error_codes';
import { AuditError, isAuditError } from '../errors/audit_error';
import type { KubeJob, KubeOutput, KubeReading } from './read_kube';
import type { EvidenceSearch } from './record_reader';

/** What a thread asks the server for: searches and room for what it made. */
export type ThreadHost = EvidenceSearch & KubeOutput;

/** One question of a thread. */
export interface ThreadCall {
  id: number;
  method: keyof ThreadHost;
  args: unknown[];
}

/** A failure as it crosses threads: of an error, only its words would. */
export interface ThreadFailure {
  code?: ErrorCode;
  message: string;
  details?: Record<string, unknown>;
}

/** The answer to a question of a thread. */
export type ThreadAnswer = { id: number } & ({ value: unknown } | { failure: ThreadFailure });

/** What a thread says: a question, or its end. */
export type ThreadMessage = ThreadCall | { reading: KubeReading } | { failure: ThreadFailure };

/** What a thread is given. */
export type ThreadJob = KubeJob;

/** A failure to be sent. */
export function toThreadFailure(error: unknown): ThreadFailure {
  const message = error instanceof Error ? error.message : String(error);
  return isAuditError(error) ? { code: error.code, message, details: error.details } : { message };
}

/** The failure that was sent. */
export function fromThreadFailure({ code, message, details }: ThreadFailure): Error {
  return code ? new AuditError(code, message, details) : new Error(message);
}

/** Bytes that are handed over and not copied, where they are all of their memory. */
export function transferOf(values: readonly unknown[]): ArrayBuffer[] {
  return values.flatMap((value) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : []
  );
}
