/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { AuditError } from '../errors/audit_error';
import { PSEUDONYM, type Pseudonyms } from './pseudonyms';

/** A part of a pseudonym, as somebody types it. */
const PART_OF_ONE = /^\s*person-[0-9a-f]{0,7}\s*$/i;

const unknown = (text: string) =>
  new AuditError(
    'invalid_request',
    `The pseudonym ${text.slice(0, 80)} is not known here (any more): pseudonyms last as long as the server that made them. Ask again, or give a purpose to see names`,
    { unknownPseudonym: true }
  );

/** A question with names for pseudonyms. */
export interface Translated {
  body: unknown;
  /** Names that the question did not know: they must not come out in words about it. */
  names: Set<string>;
}

/**
 * Puts names where a question has pseudonyms.
 *
 * @throws AuditError `invalid_request` for one that is not known, or a part of one
 */
export function translateQuestion(body: unknown, pseudonyms: Pseudonyms): Translated {
  const names = new Set<string>();
  /** All spellings of a text that is a pseudonym; one text otherwise. */
  const spellings = (text: string): readonly string[] => {
    const whole = pseudonyms.read(text);
    if (whole && whole.length === text.length) {
      whole.names.forEach((name) => names.add(name));
      return whole.names;
    }
    return [
      text.replace(PSEUDONYM, (match) => {
        const read = pseudonyms.read(match);
        if (!read) throw unknown(match);
        names.add(read.names[0]);
        return read.names[0] + match.slice(read.length);
      }),
    ];
  };
  const translate = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string') {
      // A part of one is in nobody's name: it would find nothing, and say that there is nothing.
      if ((key === 'search' || key === 'person') && PART_OF_ONE.test(value)) throw unknown(value);
      return spellings(value)[0];
    }
    if (Array.isArray(value)) {
      return value.flatMap((item) =>
        typeof item === 'string' ? spellings(item) : translate(item)
      );
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        // Neither free text nor a cursor is a name.
        key === 'purpose' || key === 'cursor' || key === 'text' ? item : translate(item, key),
      ])
    );
  };
  return { body: translate(body), names };
}
