/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { z } from 'zod';
import { kubeFiltersSchema } from './kube_filters';
import { timeRangeSchema } from './time_range';

/** How likely secrets leave: as they are, masked, or masked and without request and response bodies. */
export const REDACTIONS = ['none', 'secrets', 'secrets_and_bodies'] as const;

export type Redaction = (typeof REDACTIONS)[number];

/** Events of a sample at most: it is for reading. */
export const MAX_SAMPLE = 1000;

export const evidenceRequestSchema = z
  .object({
    /** Chosen by the caller, to ask for progress: nobody else can guess it. */
    exportId: z.string().uuid(),
    timeRange: timeRangeSchema,
    /** Id in ISO/IEC 27002:2022; the manifest names it. */
    control: z.string().min(1).max(20).optional(),
    /** What the package is for, in the words of who takes it. */
    purpose: z.string().max(500).optional(),
    parts: z
      .object({
        kube: kubeFiltersSchema.optional(),
        ssh: z.boolean().optional(),
        reviews: z.boolean().optional(),
      })
      .strict(),
    redaction: z.enum(REDACTIONS).optional(),
    sample: z
      .object({
        size: z.number().int().min(1).max(MAX_SAMPLE),
        seed: z
          .number()
          .int()
          .min(0)
          .max(2 ** 31),
      })
      .strict()
      .optional(),
    /** IANA zone of the columns with local time; UTC where absent. */
    timeZone: z.string().max(64).optional(),
  })
  .strict();

export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>;

export const evidenceProgressRequestSchema = z.object({ exportId: z.string().uuid() }).strict();

export type EvidenceProgressRequest = z.infer<typeof evidenceProgressRequestSchema>;

/**
 * How far an export is. `unknown`: this server does not know it (it ended a while ago, or another server
 * behind the same address makes it).
 */
export interface EvidenceProgress {
  state: 'unknown' | 'counting' | 'reading' | 'finishing' | 'done' | 'failed';
  /** Records written so far. */
  records: number;
  /** Records that were counted before. */
  expected: number;
  /** Limits that the manifest of a finished package names; absent before. */
  limits?: number;
  /** Why it failed, in words. */
  message?: string;
}
