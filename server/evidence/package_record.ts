/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { RawHit } from './raw_hits';

const NEW_LINE = Buffer.from('\n');
const CLOSE = Buffer.from('}\n');

/** A line break can only stand between the values of JSON, where a blank means the same. */
function onOneLine(json: Buffer): Buffer {
  if (!json.includes(NEW_LINE) && !json.includes(13)) return json;
  return Buffer.from(json.toString('utf8').replace(/[\r\n]+/g, ' '), 'utf8');
}

/** One line of a record file. */
export interface RecordLine {
  hit: RawHit;
  /** The document as it leaves where something was redacted; else it leaves to the letter. */
  instead?: object;
}

/** Lines of a record file: where each document is kept, and the document. */
export function toRecordLines(records: readonly RecordLine[]): Buffer {
  const pieces = records.map(({ hit: { index, id, source }, instead }) => ({
    place: `{"_index":${JSON.stringify(index)},"_id":${JSON.stringify(id)},${instead ? '"_redacted":true,' : ''}"_source":`,
    document: instead ? Buffer.from(JSON.stringify(instead), 'utf8') : onOneLine(source),
  }));
  // In one piece, so that a page is not copied twice.
  const lines = Buffer.allocUnsafe(
    pieces.reduce(
      (sum, { place, document }) => sum + Buffer.byteLength(place) + document.length + CLOSE.length,
      0
    )
  );
  let at = 0;
  for (const { place, document } of pieces) {
    at += lines.write(place, at);
    at += document.copy(lines, at);
    at += CLOSE.copy(lines, at);
  }
  return lines;
}
