/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** The part of `@osd/config-schema` that the configuration uses; the host brings the real one. */
declare module '@osd/config-schema' {
  export interface Type<V> {
    validate(value: unknown, context?: Record<string, unknown>, namespace?: string): V;
    /** Only for `TypeOf`. */
    readonly type?: V;
  }
  export type TypeOf<T extends Type<unknown>> = T extends Type<infer V> ? V : never;
  interface Options<V> {
    defaultValue?: V;
    validate?: (value: V) => string | undefined;
  }
  export const schema: {
    object<P extends Record<string, Type<unknown>>>(
      properties: P
    ): Type<{ [K in keyof P]: TypeOf<P[K]> }>;
    string(options?: Options<string> & { minLength?: number; maxLength?: number }): Type<string>;
    number(options?: Options<number> & { min?: number; max?: number }): Type<number>;
    maybe<V>(type: Type<V>): Type<V | undefined>;
    boolean(options?: Options<boolean>): Type<boolean>;
    arrayOf<V>(
      item: Type<V>,
      options?: Options<V[]> & { minSize?: number; maxSize?: number }
    ): Type<V[]>;
  };
}
