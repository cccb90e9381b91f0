/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { KubeFields } from './fields';
import { MAX_BODY_TEXT } from './logged_body';
import { maskJson, maskText } from './mask_secrets';
import { isObject, readPath, type Source } from './read_source';
import { maskRequestUri } from './streaming_request';

/** Bodies above this are cut before they are searched for secrets: 1 MB takes milliseconds. */
const MAX_MASKED_TEXT = 4 * MAX_BODY_TEXT;

function maskLoggedText(text: string): string {
  if (text.length > MAX_MASKED_TEXT) {
    return `${maskText(text.slice(0, MAX_MASKED_TEXT))}… (${text.length - MAX_MASKED_TEXT} more characters)`;
  }
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) return maskText(text);
  try {
    const parsed: unknown = JSON.parse(text);
    const masked = JSON.stringify(maskJson(parsed));
    // Only what was masked is written anew; all else stays to the letter.
    return masked === JSON.stringify(parsed) ? text : masked;
  } catch (error) {
    if (error instanceof SyntaxError) return maskText(text);
    throw error;
  }
}

/** Replaces the value at a dotted path, however its keys are cut. Returns a copy along the path. */
function replaceAt(source: Source, path: string, change: (value: unknown) => unknown): Source {
  if (Object.prototype.hasOwnProperty.call(source, path)) {
    return { ...source, [path]: change(source[path]) };
  }
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const key = path.slice(0, dot);
    const child = Object.prototype.hasOwnProperty.call(source, key) ? source[key] : undefined;
    if (isObject(child) && readPath(child, path.slice(dot + 1)) !== undefined) {
      return { ...source, [key]: replaceAt(child, path.slice(dot + 1), change) };
    }
  }
  return source;
}

/** A record with likely secrets masked where the log can hold them: URI, message, bodies, user agent. */
export function maskRawDocument(source: Source, fields: KubeFields): Source {
  const onText = (mask: (text: string) => string) => (value: unknown) =>
    typeof value === 'string' ? mask(value) : maskJson(value);
  let masked = replaceAt(source, fields.requestUri, onText(maskRequestUri));
  masked = replaceAt(masked, fields.message, onText(maskText));
  masked = replaceAt(masked, fields.userAgent, onText(maskText));
  masked = replaceAt(masked, fields.requestObject, onText(maskLoggedText));
  return replaceAt(masked, fields.responseObject, onText(maskLoggedText));
}
