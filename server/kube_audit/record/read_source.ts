/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A JSON object, such as `_source` of a hit. */
export type Source = Record<string, unknown>;

/** True for an object that is no array: what a path can go through. */
export function isObject(value: unknown): value is Source {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a field of a record by its dotted path, however its keys are cut: `cluster.name` is one flat key
 * in `_source`, `annotations["authorization.k8s.io/decision"]` mixes both, and another shipper may nest
 * all of it. The longest own key wins. Inherited properties never count, since keys come from the log.
 *
 * @returns undefined where the path leads nowhere
 */
export function readPath(source: unknown, path: string): unknown {
  if (!isObject(source)) return undefined;
  if (hasOwn.call(source, path)) return source[path];
  for (const [key, rest] of cutsOf(path)) {
    if (!hasOwn.call(source, key)) continue;
    const found = readPath(source[key], rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

const hasOwn = Object.prototype.hasOwnProperty;

/** Cuts of the paths of fields, which are few: a million records are read by the same ones. */
const cuts = new Map<string, Array<[key: string, rest: string]>>();

/** Paths whose cuts are kept. */
const MAX_PATHS = 1_000;

/** Every way to cut a dotted path in two, the longest key first. */
function cutsOf(path: string): Array<[key: string, rest: string]> {
  const known = cuts.get(path);
  if (known) return known;
  const found: Array<[string, string]> = [];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    found.push([path.slice(0, dot), path.slice(dot + 1)]);
  }
  if (cuts.size < MAX_PATHS) cuts.set(path, found);
  return found;
}

/** Reads a text; a number or boolean is written out, the first element of an array counts. */
export function readText(source: unknown, path: string): string | undefined {
  const value = readPath(source, path);
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first;
  return typeof first === 'number' || typeof first === 'boolean' ? String(first) : undefined;
}

/** Reads a list of texts; a single text is a list of one. */
export function readTexts(source: unknown, path: string): string[] {
  const value = readPath(source, path);
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string');
}

/** Reads a whole number, also one written as text. */
export function readInteger(source: unknown, path: string): number | undefined {
  const text = readText(source, path);
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}
