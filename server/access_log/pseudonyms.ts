/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHmac, randomBytes } from 'crypto';

/** Names that are held, to be translated back; the oldest are forgotten. Some 200 bytes each. */
const MAX_NAMES = 100_000;

/** Spellings of one name, such as `Alice` and `alice`. */
const MAX_SPELLINGS = 20;

/** Digits of a pseudonym; more where two names would have the same. */
const LENGTHS = [8, 16, 32, 64] as const;

/** What a pseudonym looks like, in a text. */
export const PSEUDONYM = /person-[0-9a-f]{8,64}/g;

interface Held {
  key: string;
  spellings: string[];
}

/**
 * Pseudonyms of names: the same name has the same one for as long as this process lives, however it is spelled; two
 * names never have the same one. The key is in memory only, so that nobody can work out what a name would be.
 */
export class Pseudonyms {
  private readonly byPseudonym = new Map<string, Held>();

  constructor(
    private readonly key: Buffer = randomBytes(32),
    private readonly max = MAX_NAMES
  ) {}

  /** The pseudonym of a name; from now on it can be translated back. */
  of(name: string): string {
    const key = name.trim().toLowerCase();
    const digest = createHmac('sha256', this.key).update(key).digest('hex');
    for (const length of LENGTHS) {
      const pseudonym = `person-${digest.slice(0, length)}`;
      const held = this.byPseudonym.get(pseudonym);
      if (held === undefined) {
        this.hold(pseudonym, { key, spellings: [name] });
        return pseudonym;
      }
      if (held.key === key) {
        addSpelling(held, name);
        return pseudonym;
      }
    }
    throw new Error('Two names have the same SHA-256');
  }

  /** Names of a pseudonym that begins a text, by spelling, and its length; undefined where it is not known. */
  read(text: string): { names: readonly string[]; length: number } | undefined {
    const prefix = 'person-'.length;
    for (const digits of [...LENGTHS].reverse()) {
      const length = prefix + digits;
      const held = text.length < length ? undefined : this.byPseudonym.get(text.slice(0, length));
      if (held) return { names: held.spellings, length };
    }
    return undefined;
  }

  private hold(pseudonym: string, held: Held): void {
    if (this.byPseudonym.size >= this.max) {
      const [oldest] = this.byPseudonym.keys();
      this.byPseudonym.delete(oldest);
    }
    this.byPseudonym.set(pseudonym, held);
  }
}

function addSpelling({ spellings }: Held, name: string): void {
  if (spellings.length < MAX_SPELLINGS && !spellings.includes(name)) spellings.push(name);
}
