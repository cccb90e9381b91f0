/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { KEYWORD_FIELDS, type KubeFields } from './fields';
import { maskJson, maskJsonText, maskUnreadJson, type JsonContext } from './mask_json';
import { isSecretName, MASK, maskText } from '../../secrets/mask_secrets';
import { isObject, readText, type Source } from './read_source';
import { maskRequestUri } from './streaming_request';

/** Bodies above this are cut before they are searched for secrets. No object of Kubernetes is this large (etcd: 1.5 MB). */
const MAX_MASKED_TEXT = 8 * 1024 * 1024;

/** Levels of a record that are looked into; OpenSearch maps no more than 20. */
const MAX_DEPTH = 24;

function maskLoggedText(text: string, context: JsonContext): string {
  if (text.length > MAX_MASKED_TEXT) {
    return `${maskUnreadJson(text.slice(0, MAX_MASKED_TEXT), context)}… (${text.length - MAX_MASKED_TEXT} more characters)`;
  }
  return maskJsonText(text, context) ?? maskUnreadJson(text, context);
}

type Masker = (value: unknown) => unknown;

/** How each field is masked, by its path. */
function maskersOf(source: Source, fields: KubeFields): Map<string, Masker> {
  const context = { ofSecret: readText(source, fields.resource) === 'secrets' };
  const onText =
    (mask: (text: string) => string): Masker =>
    (value) =>
      typeof value === 'string' ? mask(value) : maskJson(value, context);
  const asIs: Masker = (value) => value;
  const identifying = [...KEYWORD_FIELDS, 'time', 'receivedAt', 'groups', 'credentialId'] as const;
  return new Map<string, Masker>([
    // Who, what, when and from where is what the log is for: names are shown as they are.
    ...identifying.map((name): [string, Masker] => [fields[name], asIs]),
    [fields.requestUri, onText(maskRequestUri)],
    [fields.requestObject, onText((text) => maskLoggedText(text, context))],
    [fields.responseObject, onText((text) => maskLoggedText(text, context))],
  ]);
}

/**
 * A record with likely secrets masked wherever the log can hold them: URI, message, bodies, user agent,
 * annotations of webhooks. However its keys are cut, every key that spells the path of a field counts.
 */
export function maskRawDocument(source: Source, fields: KubeFields): Source {
  const maskers = maskersOf(source, fields);
  const walk = (value: unknown, path: string, depth: number): unknown => {
    const masker = maskers.get(path);
    if (masker) return masker(value);
    if (typeof value === 'string') return maskJsonText(value) ?? maskText(value);
    if (depth === 0 && typeof value === 'object' && value !== null) return MASK;
    if (Array.isArray(value)) return value.map((item) => walk(item, path, depth - 1));
    return isObject(value) ? walkObject(value, `${path}.`, depth) : value;
  };
  const walkObject = (object: Source, prefix: string, depth: number): Source =>
    Object.fromEntries(
      Object.entries(object).map(([key, item]) => {
        const path = prefix + key;
        const secret = typeof item === 'string' && item !== '' && isSecretName(key);
        return [key, secret && !maskers.has(path) ? MASK : walk(item, path, depth - 1)];
      })
    );
  return walkObject(source, '', MAX_DEPTH);
}
