/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** A name as long as this is hidden within other words too; a shorter one, such as `get`, as a word of its own. */
const WITHIN_WORDS = 6;

interface Node {
  next: Map<number, Node>;
  pseudonym?: string;
}

const newNode = (): Node => ({ next: new Map() });

/** Lower case, unit by unit: places in it are places in the text. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let kept = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i].toLowerCase();
    kept += unit.length === 1 ? unit : text[i];
  }
  return kept;
}

const WORD = /[\p{L}\p{N}]/u;
const isWord = (text: string, at: number) =>
  at >= 0 && at < text.length && WORD.test(text.charAt(at));

/** What ends here is an escape of a URL, of JSON or of a terminal, not a word. */
const ESCAPE = /(?:%[0-9a-f]{2}|\\[a-z]|\\u[0-9a-f]{4}|\[[0-9;]{0,4}m)$/;

const beginsWithin = (text: string, at: number) =>
  isWord(text, at - 1) && !ESCAPE.test(text.slice(Math.max(0, at - 6), at));

function encodedForms(name: string): string[] {
  const json = JSON.stringify(name).slice(1, -1);
  try {
    return [json, encodeURIComponent(name)];
  } catch (error) {
    // Half a character has no place in a URL.
    if (!(error instanceof URIError)) throw error;
    return [json];
  }
}

/** Names to be replaced in texts, all at once: the time does not grow with their number. */
export class NameTrie {
  private readonly root = newNode();

  /** Adds a name, also as JSON and URLs write it. */
  add(name: string, pseudonym: string): void {
    for (const form of [name, ...encodedForms(name)]) {
      let node = this.root;
      const text = folded(form);
      for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i);
        let next = node.next.get(code);
        if (next === undefined) node.next.set(code, (next = newNode()));
        node = next;
      }
      node.pseudonym = pseudonym;
    }
  }

  /** The text with every name in it replaced; of names that begin at one place, the longest. */
  replaceIn(text: string): string {
    const lower = folded(text);
    const parts: string[] = [];
    let copied = 0;
    for (let i = 0; i < lower.length;) {
      const found = this.longestAt(lower, i);
      if (found === undefined) {
        i += 1;
        continue;
      }
      parts.push(text.slice(copied, i), found.pseudonym);
      i = found.end;
      copied = i;
    }
    return parts.length === 0 ? text : parts.join('') + text.slice(copied);
  }

  private longestAt(text: string, at: number): { pseudonym: string; end: number } | undefined {
    let node = this.root.next.get(text.charCodeAt(at));
    let best: { pseudonym: string; end: number } | undefined;
    for (let i = at + 1; node !== undefined; i += 1) {
      const { pseudonym } = node;
      const whole = i - at >= WITHIN_WORDS || (!isWord(text, i) && !beginsWithin(text, at));
      if (pseudonym !== undefined && whole) best = { pseudonym, end: i };
      node = node.next.get(text.charCodeAt(i));
    }
    return best;
  }
}
