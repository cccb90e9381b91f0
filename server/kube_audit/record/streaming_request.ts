/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { StreamingRequest } from '../../../common/api/kube_events';
import { isSecretName, MASK, maskArguments, maskText } from '../../secrets/mask_secrets';

/** Subresources that stream (Kubernetes: "Auditing", long-running requests of pods). */
export const STREAMING_SUBRESOURCES = ['exec', 'attach', 'portforward'] as const;

/** Longest request URI that a list answers; the flyout has the whole one. */
export const MAX_LISTED_TEXT = 16_384;

/** One parameter of a query: decoded, and as it was written. */
interface QueryPart {
  key: string;
  value: string;
  raw: string;
}

/** Form decoding that never fails: what is no valid escape stays as it is. */
function decodeForm(text: string): string {
  return /[%+]/.test(text) ? (new URLSearchParams(`=${text}`).get('') ?? '') : text;
}

/** Parameters of a request URI in order, nothing left out, so that joining them gives the query back. */
function queryOf(requestUri: string): QueryPart[] {
  const mark = requestUri.indexOf('?');
  if (mark < 0) return [];
  return requestUri
    .slice(mark + 1)
    .split('&')
    .map((raw) => {
      const equals = raw.indexOf('=');
      const key = equals < 0 ? raw : raw.slice(0, equals);
      const value = equals < 0 ? '' : raw.slice(equals + 1);
      return { key: decodeForm(key), value: decodeForm(value), raw };
    });
}

/** Kubernetes reads booleans of a query with strconv.ParseBool. */
const TRUE = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);

/**
 * Reads what exec or attach asked for from the request URI (Kubernetes API, PodExecOptions and
 * PodAttachOptions): repeated `command`, form-encoded, also `container stdin stdout stderr tty`.
 *
 * @param subresource `objectRef.subresource`; never the verb, which is `get` or `create` by kubectl's age
 * @param mask whether likely secrets in the arguments are masked
 * @returns undefined for anything but exec and attach
 */
export function readStreamingRequest(
  requestUri: string,
  subresource: string | undefined,
  mask: boolean
): StreamingRequest | undefined {
  if (subresource !== 'exec' && subresource !== 'attach') return undefined;
  const query = queryOf(requestUri);
  const command = query.filter(({ key }) => key === 'command').map(({ value }) => value);
  const flag = (name: string) => query.some(({ key, value }) => key === name && TRUE.has(value));
  return {
    command: mask ? maskArguments(command) : command,
    container: query.find(({ key }) => key === 'container')?.value,
    stdin: flag('stdin'),
    stdout: flag('stdout'),
    stderr: flag('stderr'),
    tty: flag('tty'),
  };
}

/** Encodes one value for a query and leaves the mask readable. */
function encodeValue(value: string): string {
  return value
    .split(MASK)
    .map((part) => encodeURIComponent(part).replace(/%20/g, '+').replace(/%2F/g, '/'))
    .join(MASK);
}

/**
 * Masks likely secrets in a request URI: arguments of `command`, values of telling query names and telling
 * forms in the path. Only the values that hold a secret are written anew; all else stays to the letter.
 */
export function maskRequestUri(requestUri: string): string {
  const mark = requestUri.indexOf('?');
  const path = maskText(mark < 0 ? requestUri : requestUri.slice(0, mark));
  if (mark < 0) return path;
  const query = queryOf(requestUri);
  const command = query.filter(({ key }) => key === 'command').map(({ value }) => value);
  const maskedCommand = maskArguments(command);
  let argument = 0;
  const parts = query.map(({ key, value, raw }) => {
    const masked = key === 'command' ? maskedCommand[argument++] : maskParameter(key, value);
    return masked === value ? raw : `${raw.slice(0, raw.indexOf('=') + 1)}${encodeValue(masked)}`;
  });
  return `${path}?${parts.join('&')}`;
}

function maskParameter(key: string, value: string): string {
  if (value === '') return value;
  return isSecretName(key) ? MASK : maskText(value);
}

/** Cuts a text for a list and says so. */
export function shortenForList(text: string): string {
  if (text.length <= MAX_LISTED_TEXT) return text;
  return `${text.slice(0, MAX_LISTED_TEXT)}… (${text.length - MAX_LISTED_TEXT} more characters)`;
}
