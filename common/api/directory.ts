/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import type { Completeness } from './completeness';

/** What an entry of the directory says something about. */
export const DIRECTORY_KINDS = [
  'ssh_key',
  'ssh_certificate_id',
  'kube_credential',
  'account',
  'source_address',
] as const;

export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];

/** Largest import: some 10,000 keys. */
export const MAX_IMPORT_LENGTH = 900000;

const text = (max: number) => z.string().trim().min(1).max(max);
const instant = z.string().datetime({ offset: true });

/** What a user may file. Keys are filed by fingerprint (`SHA256:…`), never by private material. */
export const directoryEntryInputSchema = z
  .object({
    /** Absent for what is shared or of unknown owner. */
    person: text(320).optional(),
    kind: z.enum(DIRECTORY_KINDS),
    value: text(4096),
    /** Several persons hold it: it names nobody. */
    shared: z.boolean(),
    validFrom: instant.optional(),
    validTo: instant.optional(),
    note: text(2000).optional(),
    source: text(200).optional(),
  })
  .strict();

export type DirectoryEntryInput = z.infer<typeof directoryEntryInputSchema>;

export const directoryRequestSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('add'), entry: directoryEntryInputSchema }).strict(),
  z.object({ action: z.literal('end'), id: text(200), validTo: instant }).strict(),
  z
    .object({
      action: z.literal('import'),
      format: z.enum(['authorized_keys', 'csv']),
      text: z.string().min(1).max(MAX_IMPORT_LENGTH),
      validFrom: instant.optional(),
      /** Say what would be written, and write nothing. */
      dryRun: z.boolean().optional(),
    })
    .strict(),
]);

export type DirectoryRequest = z.infer<typeof directoryRequestSchema>;

/** Which key, certificate id, credential, account or address belongs to which person, from when to when. */
export interface DirectoryEntry extends DirectoryEntryInput {
  id: string;
  recordedBy: string;
  /** ISO 8601. */
  recordedAt: string;
  /** Who ended it and when, where `validTo` was set later. */
  endedBy?: string;
  endedAt?: string;
}

/** Entries that contradict each other: one value, several persons, at one time. */
export interface DirectoryConflict {
  kind: DirectoryKind;
  value: string;
  persons: string[];
  entryIds: string[];
}

export interface DirectoryResponse {
  /** By person, then by kind and value. */
  entries: DirectoryEntry[];
  conflicts: DirectoryConflict[];
  /** Everything ever recorded, newest first, each change an entry of its own. At most 1,000. */
  history: Array<{
    id: string;
    action: 'add' | 'end';
    entry: DirectoryEntry;
    by: string;
    at: string;
  }>;
  /** Older changes beyond those listed, where there are some. */
  historyLeftOut?: number;
  /** `readable`, or why there is nothing to read. */
  state: 'readable' | 'missing' | 'forbidden';
  completeness: Completeness;
}

/** A line of an import, or an entry, that was not written. */
export interface SkippedLine {
  /** 1 is the first line of the text. */
  line: number;
  reason: string;
}

export interface DirectoryWriteResponse {
  written: DirectoryEntry[];
  skipped: SkippedLine[];
  conflicts: DirectoryConflict[];
}
