/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { allOf, anyOf, exists, noneOf, type Query } from '../search/query_dsl';
import { FIRST_WORDS } from '../authlog/lost_words';
import { isOneOf } from '../authlog/read/authlog_queries';

const pad = (value: number) => String(value).padStart(2, '0');
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

/** Days of two digits, as the collector leaves them in `host` with the hour in `ident`. */
export const MISREAD_DAYS = numbers(10, 31);
/** Days of one digit, left in `ident`; the hour is lost. */
export const MISREAD_SHORT_DAYS = numbers(1, 9);
const HOURS = Array.from({ length: 24 }, (_, hour) => pad(hour));

/** Of a day of two digits: day and hour are left. */
export const MISREAD_WITH_HOUR: Query = allOf([
  isOneOf('host', MISREAD_DAYS),
  isOneOf('ident', HOURS),
]);

/** Of a day of one digit. */
export const MISREAD_WITHOUT_HOUR: Query = allOf([
  isOneOf('host', ['']),
  isOneOf('ident', MISREAD_SHORT_DAYS),
]);

/**
 * Documents of which the collector misread a traditional time stamp: their `host` is no host and their
 * `@timestamp` is the first of the month, so they are no node and no traffic of that time.
 */
export const MISREAD: Query = anyOf([MISREAD_WITH_HOUR, MISREAD_WITHOUT_HOUR]);

/** Documents of which the collector lost the host, the account or the text: see `lost_words`. */
export const DAMAGED: Query = allOf([
  noneOf([MISREAD]),
  anyOf([
    isOneOf('host', [...FIRST_WORDS, '']),
    { prefix: { 'host.keyword': 'pam_' } },
    noneOf([exists('host')]),
    noneOf([exists('message')]),
  ]),
]);
