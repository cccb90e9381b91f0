/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import IntlMessageFormat from 'intl-messageformat';

/** Stand-in for `@osd/i18n`, which npm does not have: default messages, formatted as the host does. */
export interface TranslateArguments {
  values?: Record<string, unknown>;
  defaultMessage?: string;
  description?: string;
}

const formats = new Map<string, IntlMessageFormat>();

function translate(id: string, { values = {}, defaultMessage }: TranslateArguments): string {
  if (!id || typeof id !== 'string') {
    throw new Error('[I18n] An `id` must be a non-empty string to translate a message.');
  }
  if (!defaultMessage) {
    throw new Error(`[I18n] Cannot format message: "${id}". Default message must be provided.`);
  }
  let format = formats.get(defaultMessage);
  if (!format) {
    format = new IntlMessageFormat(defaultMessage, 'en');
    formats.set(defaultMessage, format);
  }
  return String(format.format(values as Record<string, string>));
}

/** The part of `@osd/i18n` that plugins use. */
export const i18n = {
  translate,
  getLocale: (): string => 'en',
};
