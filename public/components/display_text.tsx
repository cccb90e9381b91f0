/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React from 'react';
import { i18n } from '@osd/i18n';

/** Longest text that is shown at once: a line of a log can be megabytes. */
const MAX_SHOWN = 2000;

/**
 * Characters that change how text around them looks or that cannot be seen: C0 and C1 controls, zero-width
 * and bidirectional controls (Unicode, UAX #9), line and paragraph separators, lone surrogates.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Makes every character of a log visible: a control becomes its picture or its code point, so that nobody's
 * name can turn the line around, hide a part of it, or forge another.
 */
export function toVisibleText(text: string): string {
  return text.replace(INVISIBLE, (char) => {
    const code = char.charCodeAt(0);
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
