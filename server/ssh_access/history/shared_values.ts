/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import type { LoggedKey } from '../../authlog/authlog_record';

/** Different values that are kept once. */
const MAX_SHARED = 50_000;

/** Addresses, accounts and keys of one host, each kept once: most sessions have those of others. */
export class SharedValues {
  private readonly texts = new Map<string, string>();
  private readonly keys = new Map<string, LoggedKey>();

  /** One string for each value, cut free from the line that it was a part of. */
  text(value: string): string {
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    const copy = Buffer.from(value, 'utf16le').toString('utf16le');
    if (this.texts.size < MAX_SHARED) this.texts.set(copy, copy);
    return copy;
  }

  /** One object for each key. */
  key(key: LoggedKey): LoggedKey {
    const name = `${key.type} ${key.fingerprint}`;
    let known = this.keys.get(name);
    if (!known) {
      known = { type: this.text(key.type), fingerprint: this.text(key.fingerprint) };
      if (this.keys.size < MAX_SHARED) this.keys.set(name, known);
    }
    return known;
  }
}
