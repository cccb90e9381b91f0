/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { StreamingRequest } from '../../../common/api/kube_events';
import { isSecretName, MASK, maskArguments, maskText } from './mask_secrets';

/** Subresources that stream (Kubernetes: "Auditing", long-running requests of pods). */
export const STREAMING_SUBRESOURCES = ['exec', 'attach', 'portforward'] as const;

/** Longest request URI that a list answers; the flyout has the whole one. */
export const MAX_LISTED_TEXT = 16_384;

/** Query string of a request URI as ordered pairs; an undecodable one stays as it is. */
function queryOf(requestUri: string): Array<[string, string]> {
  const mark = requestUri.indexOf('?');
  if (mark < 0) return [];
  return [...new URLSearchParams(requestUri.slice(mark + 1))];
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
  const command = query.filter(([key]) => key === 'command').map(([, value]) => value);
  const flag = (name: string) => query.some(([key, value]) => key === name && TRUE.has(value));
  return {
    command: mask ? maskArguments(command) : command,
    container: query.find(([key]) => key === 'container')?.[1],
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
 * Masks likely secrets in a request URI: arguments of `command`, values of telling query names and
 * telling forms in the path. A URI with nothing to mask comes back to the letter.
 */
export function maskRequestUri(requestUri: string): string {
  const mark = requestUri.indexOf('?');
  const path = maskText(mark < 0 ? requestUri : requestUri.slice(0, mark));
  if (mark < 0) return path;
  const query = queryOf(requestUri);
  const command = query.filter(([key]) => key === 'command').map(([, value]) => value);
  const maskedCommand = maskArguments(command);
  let argument = 0;
  const masked = query.map(([key, value]): [string, string] => {
    if (key === 'command') return [key, maskedCommand[argument++]];
    return [key, isSecretName(key) && value !== '' ? MASK : maskText(value)];
  });
  const changed = masked.some(([, value], index) => value !== query[index][1]);
  if (!changed) return path + requestUri.slice(mark);
  return `${path}?${masked.map(([key, value]) => `${encodeURIComponent(key)}=${encodeValue(value)}`).join('&')}`;
}

/** Cuts a text for a list and says so. */
export function shortenForList(text: string): string {
  if (text.length <= MAX_LISTED_TEXT) return text;
  return `${text.slice(0, MAX_LISTED_TEXT)}… (${text.length - MAX_LISTED_TEXT} more characters)`;
}
