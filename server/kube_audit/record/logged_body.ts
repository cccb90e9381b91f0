/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { LoggedBody } from '../../../common/api/kube_event';
import { maskJson, maskUnreadJson, type JsonContext } from './mask_json';

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
 * @param context whether the body is of a Secret, which a patch does not say by itself
 * @returns undefined where no body was logged
 */
export function toLoggedBody(
  value: unknown,
  mask: boolean,
  context: JsonContext = {}
): LoggedBody | undefined {
  if (value === undefined || value === null || value === NO_BODY || value === '') return undefined;
  const logged = typeof value === 'string' ? value : (stringify(value, 0) ?? '');
  const parsed = logged.length <= MAX_PARSED_TEXT ? parseJson(logged) : undefined;
  const pretty =
    parsed === undefined ? undefined : stringify(mask ? maskJson(parsed, context) : parsed, 2);
  const plain = pretty ?? logged.slice(0, MAX_BODY_TEXT);
  const text = pretty !== undefined || !mask ? plain : maskUnreadJson(plain, context);
  return {
    text: text.slice(0, MAX_BODY_TEXT),
    json: pretty !== undefined,
    length: logged.length,
    truncated:
      text.length > MAX_BODY_TEXT || (pretty === undefined && logged.length > MAX_BODY_TEXT),
  };
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

/** Written JSON, or undefined where it is nested too deep or grows too long: log content is hostile. */
function stringify(value: unknown, indent: number): string | undefined {
  try {
    return JSON.stringify(value, undefined, indent);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
