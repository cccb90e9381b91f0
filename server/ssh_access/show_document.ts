/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { maskJsonText } from '../kube_audit/record/mask_json';
import { isSecretName, MASK, maskArguments, maskText } from '../secrets/mask_secrets';

/** Longest text of one field, in characters: hostile lines may be megabytes. */
const MAX_TEXT = 65_536;

/** Longest name of a field: names are made from log content too. */
const MAX_NAME = 512;

/** Levels of a document that are shown; OpenSearch maps no more than 20. */
const MAX_DEPTH = 24;

/** What every value costs besides its text, so that millions of empty ones are bounded too. */
const COST_OF_VALUE = 8;

/** A document as it is shown. */
export interface ShownDocument {
  source: Record<string, unknown>;
  /** Something in it is masked. */
  masked: boolean;
  /** Something in it was too long or too much: each place says how much. */
  cut: boolean;
  /** Characters that it takes. */
  cost: number;
}

/**
 * A document of a log with likely secrets masked in every text of it, at whatever depth, and cut to a size that
 * a browser can take. What is left out is said where it was.
 *
 * @param mask whether likely secrets are masked
 * @param maxCost characters that it may take, about
 */
export function showDocument(
  source: Record<string, unknown>,
  mask: boolean,
  maxCost: number
): ShownDocument {
  const walk = new DocumentWalk(mask, maxCost);
  const shown = walk.object(source, MAX_DEPTH);
  const { masked, cut, cost } = walk;
  return { source: shown, masked, cut, cost };
}

class DocumentWalk {
  masked = false;
  cut = false;
  cost = 0;

  constructor(
    private readonly mask: boolean,
    private readonly maxCost: number
  ) {}

  object(source: Record<string, unknown>, depth: number): Record<string, unknown> {
    const entries = Object.entries(source);
    const shown: Array<[string, unknown]> = [];
    for (const [name, value] of entries) {
      if (this.isFull()) {
        shown.push(['…', this.said(entries.length - shown.length, 'more fields')]);
        break;
      }
      const title = this.text(name, MAX_NAME);
      shown.push([title, this.isSecret(name, value) ? this.hidden() : this.value(value, depth)]);
    }
    return Object.fromEntries(shown);
  }

  private value(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return this.text(value, MAX_TEXT);
    if (typeof value !== 'object' || value === null) {
      this.cost += COST_OF_VALUE;
      return value;
    }
    if (depth === 0) return this.said(1, 'more level');
    return Array.isArray(value)
      ? this.list(value, depth - 1)
      : this.object(value as Record<string, unknown>, depth - 1);
  }

  private list(values: readonly unknown[], depth: number): unknown[] {
    // A list of words is a command line: what one says is a secret, the next may be.
    const words = this.mask && values.every((value) => typeof value === 'string');
    const shown: unknown[] = [];
    const kept: string[] = [];
    for (const value of values) {
      if (this.isFull()) {
        shown.push(this.said(values.length - shown.length, 'more values'));
        break;
      }
      if (words) kept.push(shorten(value as string, this.roomFor(MAX_TEXT)));
      shown.push(this.value(value, depth));
    }
    if (words) {
      maskArguments(kept).forEach((argument, i) => {
        if (argument !== kept[i] && shown[i] === kept[i]) shown[i] = this.hide(argument);
      });
    }
    return shown;
  }

  /** A text, cut first: its end may be in the middle of a secret, so that the last word goes with what is cut. */
  private text(text: string, max: number): string {
    const kept = shorten(text, this.roomFor(max));
    const shown = this.mask ? (maskJsonText(kept) ?? maskText(kept)) : kept;
    if (shown !== kept) this.masked = true;
    this.cost += shown.length + COST_OF_VALUE;
    if (kept.length === text.length) return shown;
    return `${shown}${this.said(text.length - kept.length, 'more characters')}`;
  }

  private isSecret(name: string, value: unknown): boolean {
    if (!this.mask || !isSecretName(name)) return false;
    if (Array.isArray(value)) return value.some((item) => typeof item === 'string');
    return typeof value === 'number' || (typeof value === 'string' && value !== '');
  }

  private hidden(): string {
    this.cost += MASK.length + COST_OF_VALUE;
    return this.hide(MASK);
  }

  private hide(text: string): string {
    this.masked = true;
    return text;
  }

  private said(count: number, what: string): string {
    this.cut = true;
    return `… (${count} ${what})`;
  }

  private isFull(): boolean {
    return this.cost >= this.maxCost;
  }

  private roomFor(max: number): number {
    return Math.min(max, Math.max(0, this.maxCost - this.cost));
  }
}

/** Longest word that is dropped as a whole when a text is cut within it. */
const MAX_LAST_WORD = 512;

function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const from = Math.max(0, max - MAX_LAST_WORD);
  return text.slice(0, from) + text.slice(from, max).replace(/\S+$/, '');
}
