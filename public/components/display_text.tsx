/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';

/** Longest text that is shown at once: a line of a log can be megabytes. */
const MAX_SHOWN = 2000;

/**
 * Characters that change how text around them looks or that cannot be seen: controls, format characters
 * (zero-width and bidirectional ones, tags: Unicode, UAX #9), line and paragraph separators, lone
 * surrogates, private use, unassigned ones, and the fillers that Unicode counts as letters.
 */
const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f]/gu;

/**
 * Makes every character of a log visible: a control becomes its picture or its code point, so that nobody's
 * name can turn the line around, hide a part of it, or forge another.
 */
export function toVisibleText(text: string): string {
  return text.replace(INVISIBLE, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
  });
}

/** What is shown of a text, and how much is not. */
export function shorten(text: string, max = MAX_SHOWN): { shown: string; hidden: number } {
  if (text.length <= max) return { shown: text, hidden: 0 };
  return { shown: text.slice(0, max), hidden: text.length - max };
}

/** Text of a log: never markup, isolated in its direction, with hidden characters made visible. */
export function DisplayText({ text, max }: { text: string; max?: number }) {
  const { shown, hidden } = shorten(text, max);
  return (
    <bdi style={{ overflowWrap: 'anywhere' }}>
      {toVisibleText(shown)}
      {hidden > 0 &&
        i18n.translate('auditUser.displayText.more', {
          defaultMessage: '… ({hidden} more characters)',
          values: { hidden },
        })}
    </bdi>
  );
}
