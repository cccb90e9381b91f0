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

/**
 * One line of a record file: where the document is kept, and the document.
 *
 * @param instead the document as it leaves where something was redacted; else it leaves to the letter
 */
export function toRecordLine({ index, id, source }: RawHit, instead?: object): Buffer[] {
  const place = `{"_index":${JSON.stringify(index)},"_id":${JSON.stringify(id)},`;
  const document = instead ? Buffer.from(JSON.stringify(instead), 'utf8') : onOneLine(source);
  return [
    Buffer.from(`${place}${instead ? '"_redacted":true,' : ''}"_source":`, 'utf8'),
    document,
    CLOSE,
  ];
}
