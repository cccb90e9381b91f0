/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A small seeded source of chance: the same seed and stream name give the same numbers everywhere. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [min, max]. */
  int(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of the list. */
  pick<T>(list: readonly T[]): T;
  /** `mean` on average: its whole part, and one more with the probability of its fraction. */
  about(mean: number): number;
  /** `digits` lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** A version 4 UUID. */
  uuid(): string;
}

const WORD_HEX = Array.from({ length: 0x10000 }, (_, word) => word.toString(16).padStart(4, '0'));

/** Four 32-bit words from a text (xmur3), to start the generator with. */
function toWords(text: string): [number, number, number, number] {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  const word = () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
  return [word(), word(), word(), word()];
}

/**
 * Creates the generator (sfc32) of one stream. Every part of the sample data has a stream of its own, so
 * that a change in one part leaves the others as they were.
 */
export function createRandom(seed: number, stream: string): Random {
  let [a, b, c, d] = toWords(`${seed}/${stream}`);
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i += 1) word();
  const next = () => word() / 0x100000000;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (list) => list[Math.floor(next() * list.length)],
    about: (mean) => Math.floor(mean) + (next() < mean - Math.floor(mean) ? 1 : 0),
    hex(digits) {
      let text = '';
      while (text.length < digits) text += WORD_HEX[word() & 0xffff];
      return text.slice(0, digits);
    },
    uuid() {
      const [w0, w1, w2, w3] = [word(), word(), word(), word()];
      const version = WORD_HEX[0x4000 | (w1 & 0x0fff)];
      const variant = WORD_HEX[0x8000 | (w2 & 0x3fff)];
      const head = WORD_HEX[w0 >>> 16] + WORD_HEX[w0 & 0xffff];
      const tail = WORD_HEX[w2 >>> 16] + WORD_HEX[w3 >>> 16] + WORD_HEX[w3 & 0xffff];
      return `${head}-${WORD_HEX[w1 >>> 16]}-${version}-${variant}-${tail}`;
    },
  };
}
