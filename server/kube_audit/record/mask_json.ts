/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { isSecretName, MASK, maskArguments, maskText } from '../../secrets/mask_secrets';

/** Nesting that is looked into. Kubernetes objects have some 20 levels; deeper content is replaced by the mask. */
const MAX_DEPTH = 64;

/** Values of `type` of a Secret (Kubernetes: "Secrets", types): items of a list do not repeat their kind. */
const SECRET_TYPE =
  /^(?:Opaque|kubernetes\.io\/.+|bootstrap\.kubernetes\.io\/token|helm\.sh\/release\.v1)$/;

/** What is known about JSON besides its content. */
export interface JsonContext {
  /** It is of a Secret, whether it says so (a patch of one does not). */
  ofSecret?: boolean;
}

/**
 * Masks likely secrets in parsed JSON: values of telling names, `data` and `stringData` of a Secret,
 * `env` entries (`{ name, value }`) and JSON patches (`{ path, value }`) with a telling name, command lines,
 * JSON within texts (`last-applied-configuration`), and telling forms anywhere. Returns a copy.
 */
export function maskJson(value: unknown, { ofSecret = false }: JsonContext = {}): unknown {
  return maskValue(value, ofSecret, MAX_DEPTH);
}

/**
 * Masks a text that may be JSON. It comes back to the letter where nothing is masked.
 *
 * @returns undefined where the text is no JSON
 */
export function maskJsonText(text: string, context: JsonContext = {}): string | undefined {
  const parsed = parseContainer(text);
  if (parsed === undefined) return undefined;
  return rewritten(text, parsed, maskJson(parsed, context));
}

/** The text anew if something was masked in it. JSON too deep to be written is hidden as a whole. */
function rewritten(text: string, parsed: unknown, masked: unknown): string {
  try {
    const anew = JSON.stringify(masked);
    return anew === JSON.stringify(parsed) ? text : anew;
  } catch (error) {
    if (error instanceof RangeError) return JSON.stringify(MASK);
    throw error;
  }
}

/** An object or array in a text; undefined for anything else, also for a lone number or word. */
export function parseContainer(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Masks likely secrets in a text that should be JSON and cannot be read as such, since it was cut or is too
 * large: everything in `data` of a Secret, besides the telling names and forms.
 */
export function maskUnreadJson(text: string, { ofSecret = false }: JsonContext = {}): string {
  const secret = ofSecret || /\\?"kind\\?"\s{0,5}:\s{0,5}\\?"Secret/.test(text);
  return maskText(secret ? hideSecretData(text) : text);
}

/**
 * Hides `data` and `stringData` of a Secret, which have one level of names. Searched step by step: one
 * expression over megabytes can use up the stack of the engine.
 */
function hideSecretData(text: string): string {
  const begins = /"(?:data|stringData)\\?"\s{0,5}:\s{0,5}\{/g;
  const brace = /[{}]/g;
  let hidden = '';
  let from = 0;
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const start = begins.lastIndex;
    brace.lastIndex = start;
    const end = brace.exec(text);
    if (end?.[0] === '{' || end?.index === start || (!end && start === text.length)) continue;
    hidden += `${text.slice(from, start)}"${MASK}"`;
    from = end ? end.index : text.length;
    begins.lastIndex = from;
  }
  return hidden + text.slice(from);
}

function maskValue(value: unknown, ofSecret: boolean, depth: number): unknown {
  if (typeof value === 'string') return maskString(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return MASK;
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((item) => typeof item === 'string')
      ? maskArguments(value)
      : value.map((item) => maskValue(item, ofSecret, depth - 1));
  }
  const object = value as Record<string, unknown>;
  const secret = ofSecret || isSecretObject(object);
  const named = isSecretEntry(object, secret);
  const entries = Object.entries(object).map(([key, item]): [string, unknown] => {
    const hidden =
      (secret && (key === 'data' || key === 'stringData')) ||
      (named && key === 'value') ||
      (isSecretName(key) && isLeaf(item));
    // What `data` of a list's item is, its kind or type says, not that of the list.
    return [key, hidden ? hideLeaves(item, depth - 1) : maskValue(item, ofSecret, depth - 1)];
  });
  return Object.fromEntries(entries);
}

function maskString(text: string, depth: number): string {
  const parsed = depth > 1 ? parseContainer(text) : undefined;
  return parsed === undefined
    ? maskText(text)
    : rewritten(text, parsed, maskValue(parsed, false, depth - 1));
}

function isSecretObject({ kind, type, data }: Record<string, unknown>): boolean {
  if (kind === 'Secret') return true;
  return typeof type === 'string' && data !== undefined && SECRET_TYPE.test(type);
}

/** `{ name: "DB_PASSWORD", value }` of a container, `{ op, path: "/data/token", value }` of a JSON patch. */
function isSecretEntry({ name, path }: Record<string, unknown>, secret: boolean): boolean {
  if (typeof name === 'string' && isSecretName(name)) return true;
  if (typeof path !== 'string') return false;
  if (secret && /^\/(?:data|stringData)(?:\/|$)/.test(path)) return true;
  return isSecretName(path.slice(path.lastIndexOf('/') + 1));
}

/** A text or number, or a list of them: what a secret can be. */
function isLeaf(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'string');
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** Replaces every leaf by the mask and keeps the names, so that a reader sees what was there. */
function hideLeaves(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth <= 0)
    return MASK;
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, item]) => [key, hideLeaves(item, depth - 1)]));
}
