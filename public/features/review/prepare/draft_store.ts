/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { seedSchema, type ReviewPattern } from '../../../../common/api/review_record';
import type { TimeRange } from '../../../../common/api/time_range';
import { draftSchema, EMPTY_DRAFT, type Draft } from './draft';

/** Drafts of one review. By signer: who logs in next in the same tab must not sign what somebody else wrote. */
const storedSchema = z.object({ seed: seedSchema, bySigner: z.record(draftSchema) });

type Stored = z.infer<typeof storedSchema>;

/** Where the draft of a review lies in the session storage of the tab: it ends with it. */
export function draftKey(pattern: ReviewPattern, { from, to }: TimeRange): string {
  return `auditUser.review ${pattern} ${from} ${to}`;
}

function read(key: string): Stored | undefined {
  try {
    const text = window.sessionStorage.getItem(key);
    if (text === null) return undefined;
    const parsed = storedSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // No storage here, or what is there is not ours.
    return undefined;
  }
}

/** Seed of the sample that was read; undefined before the first answer. */
export function readSeed(key: string): number | undefined {
  return read(key)?.seed;
}

/** What this signer wrote of the review so far. */
export function readDraft(key: string, signer: string): Draft {
  return read(key)?.bySigner[signer] ?? EMPTY_DRAFT;
}

/**
 * Keeps what this signer wrote.
 *
 * @returns false where the browser does not keep it: then a reload loses it
 */
export function writeDraft(key: string, signer: string, seed: number, draft: Draft): boolean {
  const stored: Stored = { seed, bySigner: { ...read(key)?.bySigner, [signer]: draft } };
  try {
    window.sessionStorage.setItem(key, JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the drafts of a review, after it was signed. */
export function clearDrafts(key: string): void {
  try {
    window.sessionStorage.removeItem(key);
  } catch {
    // Where nothing can be kept, there is nothing to forget.
  }
}
