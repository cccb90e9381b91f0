/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { AuditDocument } from './audit_document';
import type { AuthlogDocument } from './authlog_document';
import { generateSampleData, type SampleDocument } from './generate_sample_data';
import type { SampleOptions } from './sample_period';

/** A whole sample in memory, for tests of small ones. */
export interface CollectedSample {
  documents: SampleDocument[];
  audit: AuditDocument[];
  authlog: AuthlogDocument[];
}

function isAudit(source: object): source is AuditDocument {
  return 'auditID' in source;
}

function isAuthlog(source: object): source is AuthlogDocument {
  return 'ident' in source;
}

/** Collects what {@link generateSampleData} gives. */
export function collectSample(options: SampleOptions): CollectedSample {
  const documents = [...generateSampleData(options)];
  const sources = documents.map(({ source }) => source);
  return { documents, audit: sources.filter(isAudit), authlog: sources.filter(isAuthlog) };
}
