/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { DIRECTORY_KINDS } from '../../common/api/directory';
import type { DirectoryDocument } from './directory_documents';
import { isInstant } from './instant';

/** Dates as OpenSearch takes them for a field of dates, which are UTC where they name no zone. */
const instant = z.union([
  z.string().datetime({ offset: true }).refine(isInstant),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?$/)
    .transform((text) => (text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`))
    .refine(isInstant),
  z
    .number()
    .int()
    .min(-8.64e15)
    .max(8.64e15)
    .transform((ms) => new Date(ms).toISOString()),
]);

const value = z.string().min(1);

const entry = z.object({
  person: z.string().optional(),
  kind: z.enum(DIRECTORY_KINDS),
  value,
  shared: z.boolean(),
  validFrom: instant.optional(),
  validTo: instant.optional(),
  note: z.string().optional(),
  source: z.string().optional(),
});

/** Ids of entries that the configuration gives; a document can never pass for one. */
export const SEED_ID = /^configuration-/;

const common = {
  entryId: value.refine((id) => !SEED_ID.test(id)),
  at: instant,
  by: z.string(),
};

const stored = z.discriminatedUnion('action', [
  z.object({ action: z.literal('add'), ...common, entry }),
  z.object({ action: z.literal('end'), ...common, validTo: instant }),
]);

/** The least that has to be readable for a broken document to be about something. */
const broken = z.object({ entry: entry.pick({ kind: true, value: true }) });

/** What a document of the index says, or that it could not be read. */
export type StoredChange =
  | { change: DirectoryDocument; damaged: false }
  /** With a change that names nobody, where it can be told what it is about. */
  | { change?: DirectoryDocument; damaged: true };

/**
 * Reads a document of the directory's index, into which others than this plugin may have written. A broken
 * entry names nobody, and lets nobody else be named by its value: it might have said that several hold it.
 *
 * @param id of the document, by which a broken entry goes
 */
export function readStoredChange(id: string, source: unknown): StoredChange {
  const parsed = stored.safeParse(source);
  if (parsed.success) return { change: parsed.data, damaged: false };
  const about = broken.safeParse(source);
  if (!about.success) return { damaged: true };
  return {
    damaged: true,
    change: {
      action: 'add',
      entryId: `damaged-${id}`,
      at: new Date(0).toISOString(),
      by: 'unknown (the document could not be read)',
      entry: {
        kind: about.data.entry.kind,
        value: about.data.entry.value,
        shared: true,
        note: 'This entry could not be read as it is kept: it names nobody.',
      },
    },
  };
}
