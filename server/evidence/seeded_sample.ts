/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { createHash } from 'crypto';

interface Drawn<Value> {
  rank: string;
  value: Value;
}

/**
 * Draws a sample that anybody can draw again: the values whose key, hashed with the seed, comes first. It does
 * not depend on the order in which they come, and every value has the same chance.
 */
export class SeededSample<Value> {
  private drawn: Array<Drawn<Value>> = [];
  private last = '';
  /** Values of which was drawn. */
  population = 0;

  constructor(
    private readonly size: number,
    private readonly seed: number
  ) {}

  /** @param key what identifies the value, the same each time */
  offer(key: string, value: Value): void {
    this.population += 1;
    const rank = createHash('sha256').update(`${this.seed} ${key}`).digest('hex');
    if (this.drawn.length >= this.size && rank >= this.last) return;
    this.drawn.push({ rank, value });
    if (this.drawn.length < this.size) return;
    this.drawn.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    this.drawn.length = this.size;
    this.last = this.drawn[this.size - 1].rank;
  }

  /** What was drawn, in the order of the draw. */
  values(): Value[] {
    return [...this.drawn].sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ value }) => value);
  }
}
