/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { LoggedBody } from '../../../common/api/kube_event';
import { maskJson, maskText } from './mask_secrets';

/** Longest body that an answer carries, in characters: what a browser can show without stalling. */
export const MAX_BODY_TEXT = 256 * 1024;

/** Text that the shipper writes where the audit policy logged no body. */
const NO_BODY = 'none';

/** A body larger than this is not parsed for pretty printing: a few megabytes parse in a blink, more do not. */
const MAX_PARSED_TEXT = 8 * 1024 * 1024;

/**
 * Makes a logged body readable. It is JSON text or the word `none`; another shipper may nest the object.
 *
 * @param value `requestObject` or `responseObject` of a record
 * @param mask whether likely secrets are masked
 * @returns undefined where no body was logged
 */
export function toLoggedBody(value: unknown, mask: boolean): LoggedBody | undefined {
  if (value === undefined || value === null || value === NO_BODY || value === '') return undefined;
  const logged = typeof value === 'string' ? value : JSON.stringify(value);
  const parsed = logged.length <= MAX_PARSED_TEXT ? parseJson(logged) : undefined;
  const json = parsed !== undefined;
  const pretty = json
    ? JSON.stringify(mask ? maskJson(parsed) : parsed, undefined, 2)
    : logged.slice(0, MAX_BODY_TEXT);
  const text = json || !mask ? pretty : maskText(pretty);
  const truncated = text.length > MAX_BODY_TEXT || (!json && logged.length > MAX_BODY_TEXT);
  return { text: text.slice(0, MAX_BODY_TEXT), json, length: logged.length, truncated };
}

/** Parsed JSON, or undefined where the text is none: a body may be cut by the API server or be YAML. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
