/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { ReviewRecord } from '../../common/api/review_record';
import { hashOf } from './canonical_json';

const keyword = { type: 'keyword', ignore_above: 8191 };
/** Kept as it is, and never searched: what is signed may hold anything. */
const opaque = { type: 'object', enabled: false };

/**
 * The index of signed reviews, one document a record. Strict: what the plugin does not know is not written.
 * Its id is its place in the chain, so that of two who sign at once only one can.
 */
export const REVIEW_INDEX = {
  settings: { number_of_shards: 1, refresh_interval: '1s' },
  mappings: {
    dynamic: 'strict',
    properties: {
      recordVersion: { type: 'integer' },
      sequence: { type: 'long' },
      pattern: keyword,
      indexPattern: keyword,
      period: { properties: { from: { type: 'date' }, to: { type: 'date' } } },
      seed: { type: 'long' },
      findings: opaque,
      conclusion: { type: 'text' },
      signer: { properties: { name: keyword, authenticated: { type: 'boolean' } } },
      ownActivity: opaque,
      signedAt: { type: 'date' },
      versions: opaque,
      completeness: opaque,
      chainBefore: opaque,
      draftHash: keyword,
      previousHash: keyword,
      hash: keyword,
    },
  },
} as const;

/** Id of the document that holds the record of this place. */
export function documentId(sequence: number): string {
  return String(sequence).padStart(8, '0');
}

/** The record with its hash: over everything else that it holds. */
export function sealed(record: Omit<ReviewRecord, 'hash'>): ReviewRecord {
  // What travels is JSON: what is `undefined` is not there, neither now nor when it is verified.
  const kept = JSON.parse(JSON.stringify({ ...record, hash: undefined })) as typeof record;
  return { ...kept, hash: hashOf(kept) };
}

/** Whether a record is what was signed. */
export function holds({ hash, ...record }: ReviewRecord): boolean {
  return hashOf(record) === hash;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const areTexts = (source: Record<string, unknown>, names: readonly string[]) =>
  names.every((name) => typeof source[name] === 'string');

/**
 * A document as a record, as far as it is read anywhere: whoever may write to the index may write anything.
 *
 * @returns undefined for what is no record
 */
export function readRecordDocument(source: unknown): ReviewRecord | undefined {
  if (!isObject(source)) return undefined;
  const { sequence, pattern, period, signer, ownActivity, completeness, findings } = source;
  const whole =
    source.recordVersion === 1 &&
    Number.isSafeInteger(sequence) &&
    (sequence as number) >= 1 &&
    (pattern === 'kubeaudit' || pattern === 'authlog') &&
    isObject(period) &&
    areTexts(period, ['from', 'to']) &&
    !Number.isNaN(Date.parse(String(period.from))) &&
    !Number.isNaN(Date.parse(String(period.to))) &&
    isObject(signer) &&
    typeof signer.name === 'string' &&
    typeof signer.authenticated === 'boolean' &&
    isObject(ownActivity) &&
    typeof ownActivity.state === 'string' &&
    isObject(completeness) &&
    Array.isArray(findings) &&
    findings.every(
      (finding) =>
        isObject(finding) &&
        areTexts(finding, ['id', 'title', 'verdict']) &&
        isObject(finding.figures)
    ) &&
    areTexts(source, ['conclusion', 'signedAt', 'draftHash', 'previousHash', 'hash']);
  return whole ? (source as unknown as ReviewRecord) : undefined;
}
