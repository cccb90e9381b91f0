/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Stand-in for `@osd/config-schema`, which npm does not have: the types that the configuration uses, with the
 * host's rules (defaults, bounds, unknown keys refused) and its wording of errors.
 */

/** A validation error with the path to what is wrong. */
export class SchemaError extends Error {}

/** A type of the schema. */
export interface Type<V> {
  validate(value: unknown, context?: Record<string, unknown>, namespace?: string): V;
}

interface Options<V> {
  defaultValue?: V;
  validate?: (value: V) => string | undefined;
}

function fail(path: string, message: string): never {
  throw new SchemaError(path ? `[${path}]: ${message}` : message);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'Array' : typeof value;
}

function makeType<V>(options: Options<V>, check: (value: unknown, path: string) => V): Type<V> {
  return {
    validate(value, _context, namespace = '') {
      const given = value === undefined ? options.defaultValue : value;
      const checked = check(given, namespace);
      const complaint = options.validate?.(checked);
      if (complaint) fail(namespace, complaint);
      return checked;
    },
  };
}

function expectType(value: unknown, type: string, path: string): void {
  if (typeName(value) !== type) {
    fail(
      path,
      `expected value of type [${type}] but got [${value === undefined ? 'undefined' : typeName(value)}]`
    );
  }
}

/** The part of the schema builder that plugins here use. */
export const schema = {
  string(options: Options<string> & { minLength?: number; maxLength?: number } = {}): Type<string> {
    const { minLength = 0, maxLength = Infinity } = options;
    return makeType(options, (value, path) => {
      expectType(value, 'string', path);
      const text = value as string;
      if (text.length < minLength) {
        fail(
          path,
          `value has length [${text.length}] but it must have a minimum length of [${minLength}].`
        );
      }
      if (text.length > maxLength) {
        fail(
          path,
          `value has length [${text.length}] but it must have a maximum length of [${maxLength}].`
        );
      }
      return text;
    });
  },
  number(options: Options<number> & { min?: number; max?: number } = {}): Type<number> {
    const { min = -Infinity, max = Infinity } = options;
    return makeType(options, (value, path) => {
      const number = typeof value === 'string' && value !== '' ? Number(value) : value;
      if (Number.isNaN(number)) fail(path, 'expected value of type [number] but got [string]');
      expectType(number, 'number', path);
      if ((number as number) < min) fail(path, `Value must be equal to or greater than [${min}].`);
      if ((number as number) > max) fail(path, `Value must be equal to or lower than [${max}].`);
      return number as number;
    });
  },
  boolean(options: Options<boolean> = {}): Type<boolean> {
    return makeType(options, (value, path) => {
      expectType(value, 'boolean', path);
      return value as boolean;
    });
  },
  maybe<V>(type: Type<V>): Type<V | undefined> {
    return {
      validate: (value, context, namespace) =>
        value === undefined ? undefined : type.validate(value, context, namespace),
    };
  },
  arrayOf<V>(
    item: Type<V>,
    options: Options<V[]> & { minSize?: number; maxSize?: number } = {}
  ): Type<V[]> {
    const { minSize = 0, maxSize = Infinity } = options;
    // As the host's own: a list without a default must be there.
    return makeType<V[]>(options, (value, path) => {
      expectType(value, 'Array', path);
      const list = value as unknown[];
      if (list.length < minSize)
        fail(path, `array size is [${list.length}], but cannot be smaller than [${minSize}]`);
      if (list.length > maxSize)
        fail(path, `array size is [${list.length}], but cannot be greater than [${maxSize}]`);
      return list.map((element, index) => item.validate(element, undefined, `${path}.${index}`));
    });
  },
  object<P extends Record<string, Type<unknown>>>(properties: P) {
    type Value = { [K in keyof P]: P[K] extends Type<infer V> ? V : never };
    return makeType<Value>({}, (value, path) => {
      const given = value === undefined ? {} : value;
      expectType(given, 'object', path);
      const at = (key: string) => (path ? `${path}.${key}` : key);
      for (const key of Object.keys(given as object)) {
        if (!Object.prototype.hasOwnProperty.call(properties, key)) {
          fail(at(key), 'definition for this key is missing');
        }
      }
      const source = given as Record<string, unknown>;
      const entries = Object.entries(properties).map(([key, type]) => [
        key,
        type.validate(source[key], undefined, at(key)),
      ]);
      return Object.fromEntries(entries) as Value;
    });
  },
};
