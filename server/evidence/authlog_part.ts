/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { Redaction } from '../../common/api/evidence';
import { maskText } from '../secrets/mask_secrets';
import type { EvidenceFile } from './evidence_zip';
import { toRecordLines, type RecordLine } from './package_record';
import { readDocument, type RawHit } from './raw_hits';
import type { WrittenFigures } from './source_totals';

/** Writes lines of authlog, page by page. */
export class AuthlogPart {
  readonly figures = {
    read: 0,
    written: 0,
    setAside: 0,
    unreadable: 0,
    redacted: 0,
    perDay: new Map<string, number>(),
    perCluster: new Map<string, number>(),
  } satisfies WrittenFigures;

  constructor(
    private readonly redaction: Redaction,
    private readonly file: EvidenceFile
  ) {}

  /** Takes the next page. */
  async page(hits: RawHit[]): Promise<void> {
    const { figures } = this;
    const lines: RecordLine[] = [];
    for (const hit of hits) {
      const document = readDocument(hit);
      const { message } = document;
      let instead: object | undefined;
      if (typeof message !== 'string') figures.unreadable += 1;
      else if (this.redaction !== 'none') {
        const masked = maskText(message);
        if (masked !== message) instead = { ...document, message: masked };
      }
      if (instead) figures.redacted += 1;
      lines.push({ hit, instead });
      const day = new Date(Number(hit.sort[0])).toISOString().slice(0, 10);
      figures.perDay.set(day, (figures.perDay.get(day) ?? 0) + 1);
      const cluster = document['cluster.name'];
      const name = typeof cluster === 'string' ? cluster : '';
      figures.perCluster.set(name, (figures.perCluster.get(name) ?? 0) + 1);
    }
    figures.read += hits.length;
    figures.written += hits.length;
    await this.file.write(toRecordLines(lines), hits.length);
  }
}
