/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import fc from 'fast-check';
import { DENIALS, OUTCOMES } from '../../common/kube_audit/outcome';
import { USER_KINDS } from '../../common/kube_audit/user_kind';
import { kubeFiltersSchema } from '../../common/api/kube_filters';
import { parseAuditState } from './parse_audit_state';
import { VALUE_FILTERS, type AuditState } from './audit_state';
import { writeAuditState } from './write_audit_state';

const ENUMS: Partial<Record<string, readonly string[]>> = {
  userKinds: USER_KINDS,
  outcomes: OUTCOMES,
  denials: DENIALS,
};

/** Names as an attacker would choose them, beside any other text. */
const hostile = fc.oneof(
  fc.constantFrom(
    'a&users=b',
    'a=b',
    '%2F',
    '%',
    '+',
    ' ',
    'true',
    '#/x?y',
    '<img src=x onerror=alert(1)>',
    '\u202egpj.exe',
    '\u0000\n\t',
    '__proto__',
    'exclude.users',
    '\u{1f600}'
  ),
  fc.fullUnicodeString({ minLength: 1, maxLength: 40 })
);

const list = (key: string) =>
  fc.uniqueArray(fc.constantFrom(...(ENUMS[key] ?? ['-'])), { minLength: 1 });
const texts = fc.uniqueArray(hostile, { minLength: 1, maxLength: 6 });

const lists = fc.record(
  Object.fromEntries(VALUE_FILTERS.map((key) => [key, key in ENUMS ? list(key) : texts])),
  { requiredKeys: [] }
);

const state = fc
  .record({
    timeRange: fc.constantFrom(
      { from: 'now-7d', to: 'now' },
      { from: 'now/d', to: 'now/d' },
      { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00+01:00' }
    ),
    include: lists,
    exclude: lists,
    impersonated: fc.option(fc.oneof(fc.boolean(), texts), { nil: undefined }),
    system: fc.boolean(),
    event: fc.option(
      fc.record({
        index: fc.stringMatching(/^[a-z][a-z0-9.-]{0,40}$/),
        id: fc.fullUnicodeString({ minLength: 1, maxLength: 40 }),
      }),
      { nil: undefined }
    ),
  })
  .map((record) => record as AuditState);

describe('a state written into the address', () => {
  it('is read back as it was, whatever the values', () => {
    fc.assert(
      fc.property(state, (written) => {
        const search = writeAuditState(written);
        const { state: read, dropped } = parseAuditState(search, { from: 'now-15m', to: 'now' });
        expect(dropped).toEqual([]);
        expect(read).toEqual(written);
        expect(writeAuditState(read)).toBe(search);
      })
    );
  });

  it('is never an invalid question, whatever the address', () => {
    const names = fc.constantFrom(...VALUE_FILTERS, 'exclude.users', 'impersonated', 'event', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const search = new URLSearchParams(pairs).toString();
        const { state: read } = parseAuditState(search, { from: 'now-7d', to: 'now' });
        const { include, exclude, impersonated } = read;
        const filters = { ...include, exclude, impersonated };
        expect(kubeFiltersSchema.safeParse(filters).success).toBe(true);
      })
    );
  });
});
